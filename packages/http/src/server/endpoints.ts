import { Result, Schema, type SchemaIssue } from "effect";
import { HttpApi, type HttpApiEndpoint, HttpApiSchema, type OpenApi } from "effect/http-api";
import { resaleApi } from "../contract/api.ts";
import { openApiOf } from "./openApi.ts";

type Decode = (input: unknown) => Result.Result<unknown, SchemaIssue.Issue>;

/** What an answer becomes: its status, its type, and how its body is written. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly encode: (body: unknown) => unknown;
}

/** An endpoint of the contract with all that is made from its Schemas once. */
export interface Endpoint {
  readonly group: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly params: Decode | undefined;
  readonly query: Decode | undefined;
  readonly headers: Decode | undefined;
  /** By content type; empty, if the endpoint takes no body. */
  readonly payload: ReadonlyMap<string, { readonly json: boolean; readonly decode: Decode }>;
  readonly answer: Answer;
}

type Options = Parameters<typeof Schema.decodeUnknownResult>[1];
/** A Schema that needs no services, as all of the contract are. */
type Plain = Schema.Codec<unknown, unknown>;

const decoder = (schema: Schema.Top | undefined, options: Options): Decode | undefined => {
  if (schema === undefined) return undefined;
  const decode = Schema.decodeUnknownResult(schema as Plain, options);
  return (input) => Result.mapError(decode(input), ({ issue }) => issue);
};

const JSON_TYPE = "application/json";

const answerOf = (status: number, schema: Schema.Top, contentType: string | undefined): Answer => {
  if (contentType === undefined || HttpApiSchema.isNoContent(schema.ast)) {
    return { status, contentType: undefined, encode: () => undefined };
  }
  if (contentType !== JSON_TYPE) return { status, contentType, encode: (body) => body };
  const encode = Schema.encodeUnknownSync(schema as Plain);
  return {
    status,
    contentType: `${contentType}; charset=utf-8`,
    encode: (body) => JSON.stringify(encode(body)),
  };
};

/** The type of an endpoint's answer, as the OpenAPI document has it. */
const contentTypeOf = (
  document: OpenApi.OpenAPISpec,
  { path, method }: HttpApiEndpoint.Top,
  status: number,
): string | undefined => {
  const item = document.paths[path.replaceAll(/:(\w+)/g, "{$1}")];
  const operation = { GET: item?.get, POST: item?.post, PUT: item?.put, DELETE: item?.delete }[
    method as string
  ];
  return Object.keys(operation?.responses[status]?.content ?? {})[0];
};

const strict: Options = { errors: "all", onExcessProperty: "error" };
const lenient: Options = { errors: "all" };

/** Reads every endpoint off the contract: nothing about routes is written twice. */
export const endpointsOf = (): ReadonlyArray<Endpoint> => {
  const endpoints: Array<Endpoint> = [];
  const document = openApiOf(true);
  HttpApi.reflect(resaleApi, {
    onGroup: () => undefined,
    onEndpoint: ({ group, endpoint, successes }) => {
      const [success] = successes;
      if (success === undefined) throw new Error(`${endpoint.identifier} has no answer`);
      const [status, [schema]] = success;
      const { query } = endpoint;
      const payload = new Map<string, { readonly json: boolean; readonly decode: Decode }>();
      for (const [contentType, { encoding, schemas }] of endpoint.payload) {
        const decode = decoder(schemas[0], strict);
        if (decode !== undefined) payload.set(contentType, { json: encoding._tag === "Json", decode });
      }
      endpoints.push({
        group: group.identifier,
        name: endpoint.identifier,
        method: endpoint.method,
        path: endpoint.path,
        params: decoder(endpoint.params, lenient),
        query: decoder(query === undefined ? undefined : Schema.toCodecArrayFromSingle(query), strict),
        headers: decoder(endpoint.headers, lenient),
        payload,
        answer: answerOf(status, schema, contentTypeOf(document, endpoint, status)),
      });
    },
  });
  return endpoints;
};
