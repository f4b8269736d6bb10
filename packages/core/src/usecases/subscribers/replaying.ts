import { DateTime, Effect } from "effect";
import type { Actor } from "../../access/Actor.ts";
import type { Rejection } from "../../lifecycle/Rejection.ts";
import type { SubjectRef } from "../../lifecycle/Subject.ts";
import { Deliveries } from "../../ports/Deliveries.ts";
import { Ids } from "../../ports/Ids.ts";
import { History } from "../../ports/Store.ts";
import { Subscriptions } from "../../ports/Subscriptions.ts";
import { Webhooks } from "../../ports/Webhooks.ts";
import { type SubscriptionId, secretsAt } from "../../subscriptions/Subscription.ts";
import { subscriptionView } from "../../subscriptions/SubscriptionView.ts";
import { now } from "../execute.ts";
import { rejectionOf, SOON } from "../rejecting.ts";
import { wantedOf } from "./spreadEvents.ts";
import { found } from "./subscribing.ts";

/** Tells a subscriber everything after a position once more (R60). A position ahead of it changes nothing. */
export const replayFrom = Effect.fn("Subscribers.replay")(function* (
  actor: Actor,
  id: SubscriptionId,
  position: number,
) {
  yield* found(actor, "Replay", id);
  yield* Effect.mapError((yield* Subscriptions).change(id, { _tag: "Replay", position }), rejectionOf);
  return subscriptionView(yield* found(actor, "Replay", id));
});

/** Tells a subscriber what happened to one subject once more, from a number on (R60). */
export const replaySubject = Effect.fn("Subscribers.replaySubject")(function* (
  actor: Actor,
  id: SubscriptionId,
  subject: SubjectRef,
  number: number,
) {
  const subscription = yield* found(actor, "Replay", id);
  const events = yield* Effect.mapError((yield* History).of(subject, number - 1), rejectionOf);
  // What lies ahead comes by itself.
  const past = events.filter(({ position }) => position <= subscription.position);
  const wanted = wantedOf(subscription, past);
  if (wanted.length === 0) {
    return yield* Effect.fail<Rejection>({ _tag: "NothingToRepeat", what: "subject", state: "Heard" });
  }
  const { position } = subscription;
  const noted = yield* Effect.mapError(
    (yield* Deliveries).spread({
      subscription: id,
      from: position,
      to: position,
      subjects: wanted,
      now: yield* now,
    }),
    rejectionOf,
  );
  if (!noted) {
    const rejection: Rejection =
      subscription.disabled === undefined
        ? { _tag: "Busy", retryAfter: SOON }
        : { _tag: "WrongState", command: "Replay", state: "Disabled", openIn: ["Active"] };
    return yield* Effect.fail(rejection);
  }
  return subscriptionView(subscription);
});

/** Sends one message that says nothing, at once and once, and answers what came of it. */
export const sendTest = Effect.fn("Subscribers.test")(function* (actor: Actor, id: SubscriptionId) {
  const subscription = yield* found(actor, "SendTest", id);
  const { post } = yield* Webhooks;
  const key = yield* (yield* Ids).next;
  const at = yield* now;
  const timestamp = DateTime.formatIso(DateTime.makeUnsafe(at));
  return yield* post({
    url: subscription.url,
    secrets: secretsAt(subscription, at),
    id: `${id}_test_${key}`,
    at,
    body: JSON.stringify({ id: `test/${key}`, type: "test", timestamp, data: {} }),
  });
});
