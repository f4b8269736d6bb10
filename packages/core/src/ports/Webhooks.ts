import { Context, type Effect, type Redacted, Schema } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import type { WebhookAnswer } from "../subscriptions/Subscription.ts";

/** Nothing is ever sent to this address: it is not HTTPS, or leads inside. `reason` is for an operator to read. */
export class AddressRefused extends Schema.TaggedError<AddressRefused>()("AddressRefused", {
  reason: Schema.String,
}) {}

/** Tells subscribers, signed by Standard Webhooks (R60). */
export class Webhooks extends Context.Service<
  Webhooks,
  {
    /** Whether an address may be told at all, asked before a subscription is made, and again by each `post`. */
    readonly check: (url: string) => Effect.Effect<void, AddressRefused>;
    /** A new secret that nobody can guess, as Standard Webhooks write it. */
    readonly newSecret: Effect.Effect<Redacted.Redacted<string>>;
    /** Sends a body and says what came of it. It never waits for long, and never fails: no answer is one as well. */
    readonly post: (request: {
      readonly url: string;
      /** Each signs. */
      readonly secrets: ReadonlyArray<Redacted.Redacted<string>>;
      /** The same for every repeat. */
      readonly id: string;
      readonly at: Instant;
      readonly body: string;
    }) => Effect.Effect<WebhookAnswer>;
  }
>()("@resale/core/ports/Webhooks") {}
