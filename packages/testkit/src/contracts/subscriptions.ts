import {
  Deliveries,
  type Instant,
  instant,
  type SubjectRef,
  type Subscription,
  SubscriptionId,
  Subscriptions,
  system,
} from "@resale/core";
import { Effect, Redacted } from "effect";
import { NOON, newId } from "./changes.ts";

/** A subscription that is not in the store yet. */
export const aSubscription = (given: Partial<Subscription> = {}): Subscription => ({
  id: SubscriptionId.make(newId()),
  url: "https://erp.example/hooks?of=us",
  events: [],
  include: "public",
  secret: Redacted.make(`whsec_${newId()}`),
  former: undefined,
  version: 1,
  rotations: 0,
  position: 0,
  createdAt: NOON,
  createdBy: system,
  disabled: undefined,
  noticed: false,
  ...given,
});

/** One that is. */
export const subscribed = Effect.fnUntraced(function* (given: Partial<Subscription> = {}) {
  const subscription = aSubscription(given);
  yield* (yield* Subscriptions).add(subscription);
  return subscription;
});

/** Notes numbers of one subject, and moves on by one. */
export const spreadOne = (
  { id }: Subscription,
  subject: SubjectRef,
  numbers: readonly [first: number, last: number],
  from: number,
  to = from + 1,
  now: Instant = NOON,
) =>
  Effect.flatMap(Deliveries, ({ spread }) =>
    spread({
      subscription: id,
      from,
      to,
      subjects: [{ subject, first: numbers[0], last: numbers[1] }],
      now,
    }),
  );

/** Takes what is due. */
export const takeDue = ({ id }: Subscription, now: number = NOON, limit = 10) =>
  Effect.flatMap(Deliveries, ({ take }) => take({ subscription: id, now: instant(now), limit, lease: 1000 }));

/** How a subscription stands with its subjects. */
export const standing = ({ id }: Subscription, open = false) =>
  Effect.flatMap(Deliveries, ({ list }) => list({ subscription: id, open, limit: 100 }));
