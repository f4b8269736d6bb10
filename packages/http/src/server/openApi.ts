import type { Layer } from "effect";
import type { HttpRouter } from "effect/http";
import { HttpApi, HttpApiSwagger, OpenApi } from "effect/http-api";
import { resaleApi } from "../contract/api.ts";
import { summaries } from "../contract/summaries.ts";

type Json = Record<string, unknown>;

/** The same JSON with some members put in another way, or left out. */
const rewrite = (json: Json, member: (key: string, value: unknown) => unknown): Json =>
  JSON.parse(JSON.stringify(json, member));

const ANY_PROBLEM = /^(#\/components\/schemas\/)?Problem(_\d+|Encoded)$/;

/** Each status has a Schema of its own, and so has what an event holds; to readers they are one. An empty list of schemes would close what is open. */
const tidy = (document: Json): Json =>
  rewrite(document, (key, value) => {
    if (ANY_PROBLEM.test(key)) return undefined;
    if (key === "security" && Array.isArray(value) && value.length === 0) return undefined;
    return key === "$ref" && typeof value === "string" && ANY_PROBLEM.test(value)
      ? "#/components/schemas/Problem"
      : value;
  });

const lines: ReadonlyMap<string, string> = new Map(
  Object.entries(summaries).flatMap(([group, endpoints]) =>
    Object.entries(endpoints).map(([name, line]) => [`${group}.${name}`, line] as const),
  ),
);

const summarised = (document: Json): Json =>
  rewrite(document, (_, value) =>
    typeof value === "object" && value !== null && "operationId" in value
      ? { ...value, summary: lines.get(String(value.operationId)) }
      : value,
  );

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
  guest: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    description: "`Guest <token>`: the token of the link in a guest's receipt.",
  },
};

/** Who signs in, does so by the header; what may be done without, the answers say. */
const withSigningIn = (document: Json): Json => ({
  ...rewrite(document, (key, value) => (key === "securitySchemes" ? securitySchemes : value)),
  security: [{}, { bearer: [] }, { guest: [] }],
});

const readable = OpenApi.annotations({
  transform: (document) => withSigningIn(summarised(tidy(document))),
});

const { groups } = resaleApi;

const sandbox = resaleApi.annotateMerge(readable);
const production = HttpApi.make("resale")
  .add(
    groups.selling,
    groups.review,
    groups.catalogue,
    groups.buying,
    groups.orders,
    groups.live,
    groups.support,
    groups.subscriptions,
    groups.photos,
    groups.webhooks,
    groups.health,
  )
  .annotateMerge(resaleApi.annotations)
  .annotateMerge(readable);

/** The contract as an OpenAPI 3.1 document, with the time machine or without. */
export const openApiOf = (withSandbox: boolean): OpenApi.OpenAPISpec =>
  withSandbox ? OpenApi.fromApi(sandbox) : OpenApi.fromApi(production);

/** The same as a page that holds all it needs. */
export const docsPage = (withSandbox: boolean): Layer.Layer<never, never, HttpRouter.HttpRouter> =>
  withSandbox ? HttpApiSwagger.layer(sandbox) : HttpApiSwagger.layer(production);
