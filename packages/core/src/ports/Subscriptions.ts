import { Context, type Effect, type Option, type Redacted } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import type { Disabled, Subscription, SubscriptionId } from "../subscriptions/Subscription.ts";
import type { StoreUnavailable } from "./Store.ts";

/** What a subscription asks for, as far as it is to be another. */
export type SubscriptionEdit = Partial<Pick<Subscription, "url" | "events" | "include">>;

/** What may become of a subscription that is there. */
export type SubscriptionChange =
  /** Refused, if it was changed since: `rotations` is how often it had been until now. */
  | {
      readonly _tag: "RotateSecret";
      readonly secret: Redacted.Redacted<string>;
      readonly formerUntil: Instant;
      readonly rotations: number;
    }
  /** What is named is told from the next event on; the rest stays. Refused, if it stands at none of the versions. */
  | ({ readonly _tag: "Edit"; readonly versions?: ReadonlyArray<number> } & SubscriptionEdit)
  /** Refused, if it is disabled already: the first reason stays. */
  | { readonly _tag: "Disable"; readonly disabled: Disabled }
  /** Sets everything going that waits, with all its tries anew. */
  | { readonly _tag: "Enable"; readonly now: Instant }
  /** Tells everything after a position once more. It never moves ahead: nothing is left out. */
  | { readonly _tag: "Replay"; readonly position: number }
  /** The operators know that it is disabled since then. */
  | { readonly _tag: "Noticed"; readonly since: Instant };

/** Who is told of events (R60). There are few: a shop's own systems. */
export class Subscriptions extends Context.Service<
  Subscriptions,
  {
    readonly add: (subscription: Subscription) => Effect.Effect<void, StoreUnavailable>;
    readonly get: (id: SubscriptionId) => Effect.Effect<Option.Option<Subscription>, StoreUnavailable>;
    /** Oldest first. */
    readonly all: Effect.Effect<ReadonlyArray<Subscription>, StoreUnavailable>;
    /** False, if it was refused, or there is none such; nothing has changed then. */
    readonly change: (
      id: SubscriptionId,
      change: SubscriptionChange,
    ) => Effect.Effect<boolean, StoreUnavailable>;
    /** Forgets it, with how far it had come. False, if there is none such. */
    readonly remove: (id: SubscriptionId) => Effect.Effect<boolean, StoreUnavailable>;
  }
>()("@resale/core/ports/Subscriptions") {}
