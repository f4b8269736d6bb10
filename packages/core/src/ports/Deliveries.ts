import { Context, type Effect, type Option } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import type { SubjectRef } from "../lifecycle/Subject.ts";
import type { SubscriptionId, WebhookAnswer } from "../subscriptions/Subscription.ts";
import type { StoreUnavailable } from "./Store.ts";

/** What was answered last, to which number of the subject, and when. */
export interface LastAnswer {
  readonly at: Instant;
  readonly number: number;
  readonly answer: WebhookAnswer;
}

/** How far one subscription has come with one subject: what it wants after `heard`, up to `wanted`, is to be told. */
export interface Delivery {
  readonly subscription: SubscriptionId;
  readonly subject: SubjectRef;
  readonly heard: number;
  readonly wanted: number;
  /** How often the next one was told in vain, and since when. */
  readonly failures: number;
  readonly failingSince: Instant | undefined;
  /** When it goes on; the end of the lease while somebody is at it; nothing, when all was heard. */
  readonly dueAt: Instant | undefined;
  readonly last: LastAnswer | undefined;
}

/** A delivery taken for a while by one worker: when the lease has ended another may take it. */
export interface LeasedDelivery extends Delivery {
  readonly lease: string;
}

/** One subject in a page of events: the first and the last of its numbers there that the subscription wants. */
export interface Spread {
  readonly subject: SubjectRef;
  readonly first: number;
  readonly last: number;
}

/**
 * What is to be told to whom. The events themselves are read from `History`: here stands only how far each subscription
 * has come with each subject, so that one subject in trouble holds up no other (R60).
 */
export class Deliveries extends Context.Service<
  Deliveries,
  {
    /**
     * Moves a subscription on from position `from` to `to`, and notes what of the events between it wants. A subject
     * that had come further is told again from there on. False, and nothing is noted, if the subscription does not stand
     * at `from` any more, or is disabled: somebody else was faster.
     */
    readonly spread: (request: {
      readonly subscription: SubscriptionId;
      readonly from: number;
      readonly to: number;
      readonly subjects: ReadonlyArray<Spread>;
      readonly now: Instant;
    }) => Effect.Effect<boolean, StoreUnavailable>;
    /** Takes up to `limit` subjects that are due, unless the subscription is disabled. `lease` is in milliseconds. */
    readonly take: (request: {
      readonly subscription: SubscriptionId;
      readonly now: Instant;
      readonly limit: number;
      readonly lease: number;
    }) => Effect.Effect<ReadonlyArray<LeasedDelivery>, StoreUnavailable>;
    /**
     * Everything up to a number was heard. Answers up to which number is wanted by now: if there is more, the lease
     * begins anew. None, if the lease is lost: somebody else goes on.
     */
    readonly heard: (
      delivery: LeasedDelivery,
      last: LastAnswer,
      lease: number,
    ) => Effect.Effect<Option.Option<number>, StoreUnavailable>;
    /** Gives a delivery back, to be taken again from `at` on; `failed`, if it was told in vain. */
    readonly postpone: (
      delivery: LeasedDelivery,
      at: Instant,
      failed?: LastAnswer,
    ) => Effect.Effect<void, StoreUnavailable>;
    /** How each subject stands, by kind and id. `open`: only where something is to be told. */
    readonly list: (request: {
      readonly subscription: SubscriptionId;
      readonly open: boolean;
      readonly limit: number;
      readonly after?: SubjectRef;
    }) => Effect.Effect<ReadonlyArray<Delivery>, StoreUnavailable>;
    /** The next moment at which something is due that is not disabled. */
    readonly next: Effect.Effect<Option.Option<Instant>, StoreUnavailable>;
  }
>()("@resale/core/ports/Deliveries") {}
