import { soundnessOf } from "@resale/core";
import { Context, Result, Schema, type SchemaIssue } from "effect";
import { HttpApi, HttpApiSchema } from "effect/http-api";
import { resaleApi } from "../contract/api.ts";
import { bytesType } from "../contract/bytes.ts";
import { liveAnswer } from "../contract/live.ts";

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

const answerOf = (status: number, schema: Schema.Top): Answer => {
  if (HttpApiSchema.isNoContent(schema.ast)) {
    return { status, contentType: undefined, encode: () => undefined };
  }
  const contentType = bytesType(schema);
  if (contentType !== undefined) return { status, contentType, encode: (body) => body };
  const encode = Schema.encodeUnknownSync(schema as Plain);
  // What handlers answer is mostly plain JSON already: it is looked at, not copied.
  const isJson = soundnessOf(schema.ast);
  return {
    status,
    contentType: "application/json; charset=utf-8",
    encode: (body) => JSON.stringify(isJson(body) ? body : encode(body)),
  };
};

const readEndpoints = (): ReadonlyArray<Endpoint> => {
  const endpoints: Array<Endpoint> = [];
  HttpApi.reflect(resaleApi, {
    onGroup: () => undefined,
    onEndpoint: ({ group, endpoint, successes, mergedAnnotations }) => {
      const [success] = successes;
      // A stream is not among the answers that are written at once: its events show an answer each.
      const [streamed] = [...endpoint.success].flatMap((schema) => liveAnswer(schema) ?? []);
      const [status, [schema]] = success ?? [200, [streamed]];
      if (schema === undefined) throw new Error(`${endpoint.identifier} has no answer`);
      const { query } = endpoint;
      // How strictly each part is read, the contract says.
      const parsing = <I>(slot: Context.Key<I, Options>): Options =>
        Context.getOrUndefined(mergedAnnotations, slot);
      const payload = new Map<string, { readonly json: boolean; readonly decode: Decode }>();
      for (const [contentType, { encoding, schemas }] of endpoint.payload) {
        const decode = decoder(schemas[0], parsing(HttpApi.PayloadParseOptions));
        if (decode !== undefined) payload.set(contentType, { json: encoding._tag === "Json", decode });
      }
      endpoints.push({
        group: group.identifier,
        name: endpoint.identifier,
        method: endpoint.method,
        path: endpoint.path,
        params: decoder(endpoint.params, parsing(HttpApi.ParamsParseOptions)),
        query: decoder(
          query === undefined ? undefined : Schema.toCodecArrayFromSingle(query),
          parsing(HttpApi.QueryParseOptions),
        ),
        headers: decoder(endpoint.headers, parsing(HttpApi.HeadersParseOptions)),
        payload,
        answer: answerOf(status, schema),
      });
    },
  });
  return endpoints;
};

let read: ReadonlyArray<Endpoint> | undefined;

/** Every endpoint, read off the contract once for all places where it is mounted: nothing about routes is written twice. */
export const endpointsOf = (): ReadonlyArray<Endpoint> => {
  read ??= readEndpoints();
  return read;
};
