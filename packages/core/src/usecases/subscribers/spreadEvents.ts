import { Effect } from "effect";
import type { StoredEvent } from "../../lifecycle/Change.ts";
import { Deliveries, type Spread } from "../../ports/Deliveries.ts";
import { History } from "../../ports/Store.ts";
import { tagOf } from "../../subscriptions/published.ts";
import { type Subscription, wants } from "../../subscriptions/Subscription.ts";
import { now } from "../execute.ts";

/** How many events are looked through at a time. */
const PAGE = 500;

/** What a subscription wants of some events, subject by subject. */
export const wantedOf = (
  subscription: Subscription,
  events: ReadonlyArray<StoredEvent>,
): ReadonlyArray<Spread> => {
  const spreads = new Map<string, Spread>();
  for (const { subject, version, event } of events) {
    if (!wants(subscription, subject.kind, tagOf(event))) continue;
    const key = `${subject.kind}/${subject.id}`;
    spreads.set(key, { subject, first: spreads.get(key)?.first ?? version, last: version });
  }
  return [...spreads.values()];
};

/**
 * Notes for a subscription what has happened since it was last looked. Answers whether there may be more: a page was
 * full, or somebody else was faster.
 */
export const spreadEvents = Effect.fnUntraced(function* (subscription: Subscription) {
  const history = yield* History;
  const deliveries = yield* Deliveries;
  const events = yield* history.all(subscription.position, PAGE);
  const last = events.at(-1);
  if (last === undefined) return false;
  const moved = yield* deliveries.spread({
    subscription: subscription.id,
    from: subscription.position,
    to: last.position,
    subjects: wantedOf(subscription, events),
    now: yield* now,
  });
  return !moved || events.length === PAGE;
});
