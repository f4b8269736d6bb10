import { HttpApi, OpenApi } from "effect/http-api";
import { resaleApi } from "../contract/api.ts";

const { groups } = resaleApi;

const production = HttpApi.make("resale")
  .add(
    groups.selling,
    groups.review,
    groups.catalogue,
    groups.buying,
    groups.orders,
    groups.support,
    groups.photos,
    groups.webhooks,
    groups.health,
  )
  .annotateMerge(resaleApi.annotations);

/** Each status has a Schema of its own; to readers they are one. */
const oneProblem = (document: OpenApi.OpenAPISpec): OpenApi.OpenAPISpec =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      /^Problem_\d+$/.test(key) ? undefined : value,
    ).replaceAll(/"#\/components\/schemas\/Problem_\d+"/g, '"#/components/schemas/Problem"'),
  );

/** The contract as an OpenAPI 3.1 document. */
export const openApiOf = (withSandbox: boolean): OpenApi.OpenAPISpec =>
  oneProblem(withSandbox ? OpenApi.fromApi(resaleApi) : OpenApi.fromApi(production));
