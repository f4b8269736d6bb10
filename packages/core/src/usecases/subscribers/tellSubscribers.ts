import { type Duration, Effect, Option } from "effect";
import { Deliveries } from "../../ports/Deliveries.ts";
import { Subscriptions } from "../../ports/Subscriptions.ts";
import type { Subscription, SubscriptionId } from "../../subscriptions/Subscription.ts";
import { now } from "../execute.ts";
import { whileClockRuns } from "../standstill.ts";
import { deliver, LEASE } from "./deliver.ts";
import { noticeDisabled } from "./noticeDisabled.ts";
import { spreadEvents } from "./spreadEvents.ts";

/** So many subjects of one subscription does a process tell at a time. */
const AT_ONCE = 8;

/**
 * One round for one subscription: notes what has happened, and tells a few subjects of it that are due. Answers whether
 * there may be more to do at once.
 */
export const tellSubscriber = Effect.fn("Subscribers.tell")(function* (id: SubscriptionId) {
  const found = yield* (yield* Subscriptions).get(id);
  if (Option.isNone(found)) return false;
  const subscription = found.value;
  if (subscription.disabled !== undefined) {
    yield* noticeDisabled(subscription);
    return false;
  }
  const more = yield* spreadEvents(subscription);
  const deliveries = yield* Deliveries;
  const taken = yield* deliveries.take({
    subscription: id,
    now: yield* now,
    limit: AT_ONCE,
    lease: LEASE,
  });
  yield* Effect.forEach(
    taken,
    (delivery) =>
      // Where this process ends, another one goes on at once.
      Effect.onInterrupt(
        // What could not be noted is told again after its lease; the others are not broken off for it.
        Effect.catchCause(deliver(subscription, delivery), (cause) =>
          Effect.logError("a delivery was left behind", cause),
        ),
        () => Effect.ignore(Effect.flatMap(now, (moment) => deliveries.postpone(delivery, moment))),
      ),
    { concurrency: AT_ONCE, discard: true },
  );
  return more || taken.length > 0;
});

/** Whose turn it is to be looked at: who is told, and who was disabled without the operators' knowing. */
const concerned = Effect.fnUntraced(function* () {
  const all = yield* (yield* Subscriptions).all;
  return all.filter(({ disabled, noticed }) => disabled === undefined || !noticed);
});

/** How one process tells subscribers. */
export interface Telling {
  /** How long it rests when there is nothing to tell. */
  readonly rest: Duration.Input;
  /** Comes back when there may be something before the rest is over. */
  readonly wake: Effect.Effect<void>;
}

/**
 * Tells subscribers of events for as long as the process lives (R60). Each subscription goes its own way: one that does
 * not answer holds up no other. Any number of processes share the work.
 */
export const tellSubscribers = Effect.fn("Subscribers.all")(function* ({ rest, wake }: Telling) {
  const busy = new Set<SubscriptionId>();
  const catchUp = (id: SubscriptionId) =>
    whileClockRuns(tellSubscriber(id)).pipe(
      Effect.repeat({ while: (more) => more }),
      Effect.catchCause((cause) => Effect.logError("a subscriber could not be told", cause)),
      Effect.ensuring(Effect.sync(() => busy.delete(id))),
    );
  const round = Effect.gen(function* () {
    for (const { id } of yield* concerned()) {
      if (busy.has(id)) continue;
      busy.add(id);
      yield* Effect.forkChild(catchUp(id));
    }
  });
  return yield* round.pipe(
    Effect.catchCause((cause) => Effect.logError("subscribers could not be looked through", cause)),
    Effect.andThen(Effect.race(Effect.sleep(rest), wake)),
    Effect.forever,
  );
});

/** Tells all subscribers what is due at this moment, and comes back when nothing is: for tests and tools. */
export const tellAllOnce = Effect.fn("Subscribers.once")(function* () {
  yield* Effect.forEach(
    yield* concerned(),
    ({ id }: Subscription) => Effect.repeat(tellSubscriber(id), { while: (more) => more }),
    { concurrency: "unbounded", discard: true },
  );
});
