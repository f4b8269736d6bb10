import { type Duration, Effect } from "effect";
import { type Figure, summed } from "../../figures/Figure.ts";
import { figuresOfListing, figuresOfOrder, isCounted } from "../../figures/figuresOf.ts";
import type { StoredEvent } from "../../lifecycle/Change.ts";
import { readStored } from "../../lifecycle/readStored.ts";
import { rebuild } from "../../lifecycle/replay.ts";
import { listingMachine } from "../../listing/machine.ts";
import { orderMachine } from "../../order/machine.ts";
import { Figures } from "../../ports/Figures.ts";
import { Programs } from "../../ports/Programs.ts";
import { History } from "../../ports/Store.ts";
import { tagOf } from "../../subscriptions/published.ts";
import { whileClockRuns } from "../standstill.ts";

/** How many events are looked through at a time. */
const PAGE = 500;

/** A listing as its facts up to a number make it. */
const listingAt = Effect.fnUntraced(function* (id: string, number = Number.POSITIVE_INFINITY) {
  const events = yield* (yield* History).of({ kind: "listing", id });
  return rebuild(
    listingMachine,
    events.filter(({ version }) => version <= number),
  );
});

const figuresOf = Effect.fnUntraced(function* ({ subject, version, at, event }: StoredEvent) {
  if (!isCounted(subject.kind, tagOf(event))) return [];
  const happened = { at, zone: (yield* Programs).current.calendar.zone };
  if (subject.kind === "listing") {
    const listing = yield* listingAt(subject.id, version);
    const fact = readStored(listingMachine.schema.event, event);
    return listing === undefined ? [] : figuresOfListing(fact, listing, happened);
  }
  const order = rebuild(orderMachine, yield* (yield* History).of(subject));
  const listing = order && (yield* listingAt(order.listing));
  const fact = readStored(orderMachine.schema.event, event);
  return order === undefined || listing === undefined ? [] : figuresOfOrder(fact, order, listing, happened);
});

/** Counts a page of events that were not counted yet. Answers whether there may be more. */
export const countEvents = Effect.fn("Figures.count")(function* () {
  const figures = yield* Figures;
  const from = yield* figures.position;
  const events = yield* (yield* History).all(from, PAGE);
  const last = events.at(-1);
  if (last === undefined) return false;
  const counted = yield* Effect.forEach(events, figuresOf, { concurrency: 8 });
  const moved = yield* figures.record({
    from,
    to: last.position,
    figures: summed(counted.flat<ReadonlyArray<ReadonlyArray<Figure>>>()),
  });
  return !moved || events.length === PAGE;
});

/** Counts what happens for as long as the process lives; any number of processes, each event once. */
export const keepCounting = Effect.fn("Figures.keep")(function* (rest: Duration.Input) {
  const catchUp = Effect.repeat(whileClockRuns(countEvents()), { while: (more) => more });
  return yield* catchUp.pipe(
    Effect.catchCause((cause) => Effect.logWarning("events could not be counted", cause)),
    Effect.andThen(Effect.sleep(rest)),
    Effect.forever,
  );
});
