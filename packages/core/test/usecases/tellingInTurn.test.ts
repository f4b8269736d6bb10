import {
  DAY,
  Deliveries,
  History,
  HOUR,
  listDeliveries,
  removeSubscription,
  replaySubject,
  Store,
  StoreUnavailable,
  Subscriptions,
  tellAllOnce,
  tellSubscribers,
} from "@resale/core";
import { asSupport, listPiece, MemoryWebhooks } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { overheard, play } from "./playing.ts";
import { until } from "./RestingClock.ts";
import { happen, told, wish } from "./subscribers.ts";

const accepted = { _tag: "Accepted", status: 200 } as const;

const withDeliveries = (methods: Partial<Deliveries["Service"]>) =>
  Effect.provideServiceEffect(
    Deliveries,
    Effect.map(Deliveries, (port) => Deliveries.of({ ...port, ...methods })),
  );

describe("what a subscriber is told", () => {
  it("R60 goes past events of a subject that lie between those it asks for", () =>
    play(() =>
      Effect.gen(function* () {
        yield* wish(["listing.Started", "listing.Approved"]);
        const { listing } = yield* listPiece();
        const events = yield* (yield* History).of({ kind: "listing", id: listing });
        expect(events.length).toBeGreaterThan(2);
        yield* tellAllOnce();
        expect((yield* MemoryWebhooks).sent.map(({ body }) => JSON.parse(body).type)).toEqual([
          "listing.Started",
          "listing.Approved",
        ]);
      }),
    ));

  it("R60 comes once, though it happens while what was before it is on its way", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* wish();
        const subject = newSubject();
        yield* happen(change(subject, { events: 2 }));
        const history = yield* History;
        let more: Effect.Effect<unknown, unknown, Store> = happen(change(subject, { expected: 2 }));
        const store = yield* Store;
        const growing = History.of({
          ...history,
          of: (of, after) => {
            const now = more;
            more = Effect.void;
            return Effect.andThen(
              Effect.orDie(Effect.provideService(now, Store, store)),
              history.of(of, after),
            );
          },
        });
        yield* Effect.provideService(tellAllOnce(), History, growing);
        yield* tellAllOnce();
        expect((yield* told).map(([, number]) => number)).toEqual([1, 2, 3]);
        const [standing] = yield* listDeliveries(asSupport, id, { open: false, limit: 1 });
        expect(standing).toMatchObject({ heard: 3, wanted: 3, dueAt: null });
      }),
    ));

  it("R60 is looked for again at once where somebody else was faster", () =>
    play(() =>
      Effect.gen(function* () {
        yield* wish();
        yield* happen(change(newSubject()));
        const { spread } = yield* Deliveries;
        let tries = 0;
        yield* tellAllOnce().pipe(
          withDeliveries({ spread: (wanted) => (tries++ === 0 ? Effect.succeed(false) : spread(wanted)) }),
        );
        expect(yield* told).toHaveLength(1);
      }),
    ));

  it("R60 that was not heard for days, and then was, may fail anew for as long", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { id } = yield* wish();
        yield* happen(change(newSubject(), { events: 2 }));
        const { answer } = yield* MemoryWebhooks;
        const silent = { _tag: "NoAnswer", reason: "cut" } as const;
        answer(() => silent);
        const began = clock.now;
        while (clock.now < began + 3 * DAY - 12 * HOUR) {
          yield* tellAllOnce();
          clock.set(clock.now + HOUR);
        }
        answer(({ body }) => (JSON.parse(body).number === 1 ? accepted : silent));
        clock.set(began + 3 * DAY - 1000);
        yield* tellAllOnce();
        const [standing] = yield* listDeliveries(asSupport, id, { open: true, limit: 1 });
        expect(standing).toMatchObject({ heard: 1, failures: 1, failingSince: clock.now });
        // Not at once, as where patience ends: five seconds later, as after any first time.
        expect(standing?.dueAt).toBeGreaterThanOrEqual(clock.now + 4500);
      }),
    ));

  it("R60 is told again up to the very event to which its subscriber has come", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* wish();
        const subject = newSubject();
        yield* happen(change(newSubject()), change(subject, { events: 2 }));
        yield* tellAllOnce();
        yield* replaySubject(asSupport, id, subject, 2);
        yield* tellAllOnce();
        const numbers = (yield* told).filter(([of]) => of === subject.id).map(([, number]) => number);
        expect(numbers).toEqual([1, 2, 2]);
      }),
    ));

  it("R60 is nothing more, once its subscription was removed while its turn came", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* wish();
        yield* happen(change(newSubject()));
        const { all } = yield* Subscriptions;
        const before = yield* all;
        yield* removeSubscription(asSupport, id);
        const late = Effect.map(Subscriptions, (port) =>
          Subscriptions.of({ ...port, all: Effect.succeed(before) }),
        );
        yield* Effect.provideServiceEffect(tellAllOnce(), Subscriptions, late);
        expect(yield* told).toEqual([]);
      }),
    ));
});

describe("who tells subscribers for as long as the process lives", () => {
  it("R60 rests only once all is told, however much it is", () =>
    play(() =>
      Effect.gen(function* () {
        yield* wish();
        yield* happen(...Array.from({ length: 30 }, () => change(newSubject())));
        yield* Effect.forkChild(tellSubscribers({ rest: "10 seconds", wake: Effect.never }));
        yield* TestClock.adjust(1);
        const { sent } = yield* MemoryWebhooks;
        yield* until(() => sent.length === 30);
      }).pipe(Effect.provide(TestClock.layer())),
    ));

  it("R60 tells whoever operates it what went wrong, and of what", () =>
    play(() => {
      const { said, by } = overheard();
      const failed = Effect.fail(new StoreUnavailable({ reason: "the disk is full" }));
      return Effect.gen(function* () {
        yield* wish();
        yield* happen(change(newSubject()));
        const subscriptions = yield* Subscriptions;
        const { heard } = yield* Deliveries;
        const troubles = [
          ["subscribers could not be looked through", { all: failed }, {}],
          ["a subscriber could not be told", { get: () => failed }, {}],
          ["a delivery was left behind", {}, { heard: () => failed }],
        ] as const;
        for (const [words, lame, deaf] of troubles) {
          const telling = tellSubscribers({ rest: "10 seconds", wake: Effect.never }).pipe(
            Effect.provideService(Subscriptions, Subscriptions.of({ ...subscriptions, ...lame })),
            withDeliveries({ heard, ...deaf }),
          );
          said.length = 0;
          yield* Effect.raceFirst(
            telling,
            until(() => said.length > 0),
          );
          expect(said).toEqual([expect.stringContaining(words)]);
          expect(said[0]).toContain("StoreUnavailable");
        }
      }).pipe(by, Effect.provide(TestClock.layer()));
    }));
});
