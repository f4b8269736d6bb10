import type { Caller, PhotoRefused, ProviderUnavailable, Rejection, StoreUnavailable } from "@resale/core";
import type { Effect, Schema } from "effect";
import type { ResaleApi } from "../contract/api.ts";
import type { Engine, SandboxEngine, WebhookHeaders, WebhookRefused } from "./Engine.ts";

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

type Success<Endpoint> = Endpoint extends { readonly "~Success": infer S extends Schema.Top }
  ? S["Type"]
  : never;

type Handler<Endpoint, R> = (
  request: Request<Endpoint>,
) => Effect.Effect<Success<Endpoint> | Reply<Success<Endpoint>>, Refusal, R>;

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
