import { Cause, Effect, Exit, Schema } from "effect";
import { FetchHttpClient, HttpClient, HttpClientRequest } from "effect/http";
import { HttpApiClient, type HttpApiSchema } from "effect/http-api";
import { type ResaleApi, resaleApi } from "../contract/api.ts";
import { Problem } from "../contract/Problem.ts";
import { type Connection, follow } from "./follow.ts";

/** The marketplace said no; `problem.type` says why, `problem.detail` says it in words. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Where the routes are mounted. */
  readonly baseUrl: string;
  /** What proves who asks: the shop's bearer token, or the token of a guest's link. Asked for again each time. */
  readonly token?: () => { readonly bearer: string } | { readonly guest: string } | undefined;
  readonly fetch?: typeof globalThis.fetch;
}

type Part<Key extends string, S> = [S] extends [never]
  ? unknown
  : S extends Schema.Top
    ? { readonly [K in Key]: S["Type"] }
    : unknown;

interface Call {
  /** A key for a write that may be sent twice; a new one for each call, if left out (R56). */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** A change of something with a version. */
interface Change {
  /** The version that was read: the change is refused, if another one stands by then. Whatever stands, if left out. */
  readonly version?: number;
}

type ChangeOf<Endpoint> = Endpoint extends { readonly "~Headers": infer Headers }
  ? [Headers] extends [never]
    ? unknown
    : Headers extends { readonly Type: { readonly "if-match"?: unknown } }
      ? "if-match" extends keyof Headers["Type"]
        ? Change
        : unknown
      : unknown
  : unknown;

type Request<Endpoint> = Endpoint extends {
  readonly "~Params": infer Params;
  readonly "~Query": infer Query;
  readonly "~Payload": infer Payload;
}
  ? Part<"params", Params> & Part<"query", Query> & Part<"payload", Payload>
  : never;

type Success<Endpoint> = Endpoint extends { readonly "~Success": infer S extends Schema.Top }
  ? S["Type"]
  : never;

/** What a stream of the contract tells: the answer as it is now, and after each change. */
type Followed<Endpoint> = Endpoint extends {
  readonly "~Success": HttpApiSchema.StreamSse<infer Events, Schema.Top>;
}
  ? Extract<Events["Type"], { readonly event: "changed" }> extends { readonly data: infer Answer }
    ? Answer
    : never
  : never;

type Follow<Endpoint> =
  unknown extends Request<Endpoint>
    ? (request?: Pick<Call, "signal">) => AsyncIterable<Followed<Endpoint>>
    : (request: Request<Endpoint> & Pick<Call, "signal">) => AsyncIterable<Followed<Endpoint>>;

type Method<Endpoint> =
  unknown extends Request<Endpoint>
    ? (request?: Call) => Promise<Success<Endpoint>>
    : (request: Request<Endpoint> & Call & ChangeOf<Endpoint>) => Promise<Success<Endpoint>>;

type Groups = ResaleApi["groups"];

/**
 * Every endpoint of the contract as a function that promises its answer, or throws {@link RequestRefused}. Those of `live`
 * give the answer again after each change, for as long as somebody reads on; a lost connection is made anew.
 */
export type ResaleClient = {
  readonly [Group in keyof Groups]: {
    readonly [Name in keyof Groups[Group]["endpoints"]]: Group extends "live"
      ? Follow<Groups[Group]["endpoints"][Name]>
      : Method<Groups[Group]["endpoints"][Name]>;
  };
};

type Send = (request: never) => Effect.Effect<unknown, unknown>;

const isProblem = Schema.is(Problem);

const authorization = (token: ReturnType<NonNullable<ClientOptions["token"]>>) => {
  if (token === undefined) return {};
  return { authorization: "bearer" in token ? `Bearer ${token.bearer}` : `Guest ${token.guest}` };
};

const promised =
  (send: Send) =>
  async ({
    key = crypto.randomUUID(),
    signal,
    version,
    ...request
  }: Call & Change = {}): Promise<unknown> => {
    const headers = {
      "idempotency-key": key,
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    };
    const options = signal === undefined ? {} : { signal };
    const exit = await Effect.runPromiseExit(send({ ...request, headers } as never), options);
    if (Exit.isSuccess(exit)) return exit.value;
    const error = Cause.squash(exit.cause);
    throw isProblem(error) ? new RequestRefused(error) : error;
  };

/** A refusal that asking again would not change. */
const refusalIn = (error: unknown): RequestRefused | undefined =>
  isProblem(error) && error.status < 500 && error.status !== 429 ? new RequestRefused(error) : undefined;

const following =
  (send: Send) =>
  ({ signal, ...request }: Call = {}): AsyncIterable<unknown> =>
    follow({
      connect: (last) => {
        const headers = last === undefined ? {} : { "last-event-id": last };
        // The contract's own type of a stream's events.
        return send({ ...request, headers } as never) as ReturnType<Connection["connect"]>;
      },
      refusalIn,
      ...(signal === undefined ? {} : { signal }),
    });

/** A client of the marketplace, made from its contract: for the web shop, for scripts, for tests. */
export const makeClient = ({ baseUrl, token, fetch = globalThis.fetch }: ClientOptions): ResaleClient => {
  const make = Effect.gen(function* () {
    const httpClient = HttpClient.mapRequest(yield* HttpClient.HttpClient, (request) =>
      HttpClientRequest.setHeaders(request, authorization(token?.())),
    );
    return yield* HttpApiClient.makeWith(resaleApi, { httpClient, baseUrl });
  });
  const groups: Readonly<Record<string, Readonly<Record<string, Send>>>> = Effect.runSync(
    make.pipe(Effect.provide(FetchHttpClient.layer), Effect.provideService(FetchHttpClient.Fetch, fetch)),
  );
  const client = Object.entries(groups).map(([group, endpoints]) => {
    const methodOf = group === "live" ? following : promised;
    const methods = Object.entries(endpoints).map(([name, send]) => [name, methodOf(send)] as const);
    return [group, Object.fromEntries(methods)] as const;
  });
  // The names are the contract's own, and so are the types.
  return Object.fromEntries(client) as unknown as ResaleClient;
};
