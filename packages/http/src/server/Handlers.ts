import type { Caller, PhotoRefused, ProviderUnavailable, Rejection, StoreUnavailable } from "@resale/core";
import type { Effect, Schema } from "effect";
import type { HttpApiSchema } from "effect/http-api";
import type { ResaleApi } from "../contract/api.ts";
import type { Engine, SandboxEngine, WebhookHeaders, WebhookRefused } from "./Engine.ts";
import type { Followed } from "./live/Followed.ts";

/** Every way in which a handler says no. */
export type Refusal = Rejection | PhotoRefused | ProviderUnavailable | StoreUnavailable | WebhookRefused;

/** An answer with headers of its own. */
export class Reply<A> {
  readonly body: A;
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: A, headers: Readonly<Record<string, string>>) {
    this.body = body;
    this.headers = headers;
  }
}

/** What of a request a handler is given: who asks, and the parts its endpoint declares, decoded. */
export interface Asked {
  readonly caller: Caller;
  readonly httpHeaders: WebhookHeaders;
}

/** An answer that is had elsewhere. */
export class Redirect {
  readonly url: string;
  readonly cacheControl: string;

  constructor(url: string, cacheControl: string) {
    this.url = url;
    this.cacheControl = cacheControl;
  }
}

type Part<Key extends string, S> = [S] extends [never]
  ? unknown
  : S extends Schema.Top
    ? { readonly [K in Key]: S["Type"] }
    : unknown;

type Request<Endpoint> = Endpoint extends {
  readonly "~Params": infer Params;
  readonly "~Query": infer Query;
  readonly "~Payload": infer Payload;
}
  ? Asked & Part<"params", Params> & Part<"query", Query> & Part<"payload", Payload>
  : never;

/** An event in which a stream of the contract tells an answer as it is now. */
type Told<Event> =
  Extract<Event, { readonly event: "changed" }> extends { readonly data: infer Answer } ? Answer : never;

type Success<Endpoint> = Endpoint extends { readonly "~Success": infer S extends Schema.Top }
  ? S extends HttpApiSchema.StreamSse<infer Events, Schema.Top>
    ? Followed<Told<Events["Type"]>>
    : S["Type"]
  : never;

type Handler<Endpoint, R> = (
  request: Request<Endpoint>,
) => Effect.Effect<Success<Endpoint> | Reply<Success<Endpoint>> | Redirect, Refusal, R>;

type Groups = ResaleApi["groups"];

/** The handlers of one group of the contract: one for each endpoint, or it does not compile. */
export type HandlersOf<Group extends keyof Groups> = {
  readonly [Name in keyof Groups[Group]["endpoints"]]: Handler<
    Groups[Group]["endpoints"][Name],
    Group extends "sandbox" ? SandboxEngine : Engine
  >;
};

export type Handlers = { readonly [Group in keyof Groups]: HandlersOf<Group> };

/** A handler, whichever it is: what it is given was decoded by its own endpoint's Schemas. */
export type AnyHandler = (request: never) => Effect.Effect<unknown, Refusal, SandboxEngine>;
