import type { Schema } from "effect";
import type { HttpApiSchema } from "effect/http-api";
import type { ResaleApi } from "../contract/api.ts";

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

/** What may be said of one call beside what it asks. */
export interface Call {
  /** A key for a write that may be sent twice; a new one for each call, if left out (R56). */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** A change of something with a version. */
export interface Change {
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

/** What proves who asks, as a request says it. */
export const authorization = (
  token: ReturnType<NonNullable<ClientOptions["token"]>>,
): { readonly authorization?: string } => {
  if (token === undefined) return {};
  return { authorization: "bearer" in token ? `Bearer ${token.bearer}` : `Guest ${token.guest}` };
};
