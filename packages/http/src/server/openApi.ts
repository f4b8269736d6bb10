import type { Layer } from "effect";
import type { HttpRouter } from "effect/http";
import { HttpApi, HttpApiSwagger, OpenApi } from "effect/http-api";
import { resaleApi } from "../contract/api.ts";
import { components } from "../contract/components.ts";
import { groupLines } from "../contract/groups.ts";
import { type Document, type Json, mapOperations, type Path } from "../openapi/Document.ts";
import { describing, typing } from "../openapi/described.ts";
import { callByName } from "../openapi/named.ts";
import { refusals, withRefusals } from "../openapi/refusals.ts";

const ANY_PROBLEM = /^(#\/components\/schemas\/)?Problem(_\d+|Encoded)$/;

/** That an integer is one which JSON can hold goes without saying. */
const isEveryInteger = (key: string, value: unknown): boolean =>
  (key === "minimum" && value === Number.MIN_SAFE_INTEGER) ||
  (key === "maximum" && value === Number.MAX_SAFE_INTEGER);

/** Each status has a Schema of its own; to readers they are one. An empty list of schemes would close what is open. */
const tidy = (document: Json): Json =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      if (ANY_PROBLEM.test(key) || isEveryInteger(key, value)) return undefined;
      if (key === "security" && Array.isArray(value) && value.length === 0) return undefined;
      return key === "$ref" && typeof value === "string" && ANY_PROBLEM.test(value)
        ? "#/components/schemas/Problem"
        : value;
    }),
  );

/** Who signs in, does so by the header; what may be done without, the answers say. */
const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "The shop's own token: `sub` is the loyalty account, the roles' claim makes staff of somebody.",
  },
  guest: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    description: "`Guest <token>`: the token of the link in a guest's receipt.",
  },
};

const lines: ReadonlyMap<string, string> = new Map(Object.entries(groupLines));
const PROBLEM = "A refusal, as RFC 9457 has it; its `type` leads to a page about it.";
const lineOf = (name: string): string | undefined => (name === "Problem" ? PROBLEM : components[name]?.[1]);

/** Makes a document for people, linters and generators of what the contract says to itself. */
const readable =
  (base: string) =>
  (generated: Json): Document => {
    const { openapi, info, tags, ...rest } = tidy(generated) as unknown as Document;
    const { paths, schemas } = callByName(
      mapOperations(rest.paths, typing()),
      rest.components.schemas,
      lineOf,
    );
    const described = mapOperations(paths as Readonly<Record<string, Path>>, describing);
    const operations = Object.values(described).flatMap((path) => Object.values(path));
    return {
      openapi,
      info,
      servers: [{ url: base, description: "Where this document was read." }],
      security: [{}, { bearer: [] }, { guest: [] }],
      tags: tags.map(({ name }) => ({ name, description: lines.get(name) ?? "" })),
      paths: mapOperations(described, withRefusals),
      components: { schemas, responses: refusals(operations), securitySchemes },
    };
  };

const named = Object.entries(components).map(([identifier, [schema]]) => schema.annotate({ identifier }));

/** Everything but the time machine, which is there no more than its routes are. */
const production = resaleApi.add(resaleApi.groups.sandbox.annotate(OpenApi.Exclude, true));

const apiOf = (withSandbox: boolean, base: string) =>
  (withSandbox ? resaleApi : production)
    .annotate(HttpApi.AdditionalSchemas, named)
    .annotateMerge(OpenApi.annotations({ transform: (document) => ({ ...readable(base)(document) }) }));

/** The contract as an OpenAPI 3.1 document, with the time machine or without; `base` is where the routes are mounted. */
export const openApiOf = (withSandbox: boolean, base = "/"): OpenApi.OpenAPISpec =>
  OpenApi.fromApi(apiOf(withSandbox, base));

/** The same as a page that holds all it needs. */
export const docsPage = (
  withSandbox: boolean,
  base = "/",
): Layer.Layer<never, never, HttpRouter.HttpRouter> => HttpApiSwagger.layer(apiOf(withSandbox, base));
