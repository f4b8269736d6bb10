import {
  askForParcels,
  Carrier,
  followParcels,
  HOUR,
  instant,
  MINUTE,
  ProviderRefused,
  ProviderUnavailable,
  plus,
  StoreUnavailable,
  Tasks,
  Timers,
  TrackingNumber,
  viewOrder,
  work,
} from "@resale/core";
import { asSupport, buyPieces, holdPieces, listPiece, MemoryStore } from "@resale/testkit";
import { Deferred, Effect, Fiber } from "effect";
import { describe, expect, it } from "vitest";
import { overheard, play } from "./playing.ts";
import { RestingClock, until } from "./RestingClock.ts";

const REST = 7000;
const how = { page: 2, rest: REST, wake: Effect.never } as const;

/** Timers that take their time: how many fired at each call, and how many calls were under way together. */
const slowTimers = Effect.fnUntraced(function* (log: Array<number | string>) {
  const timers = yield* Timers;
  const together = { now: 0, most: 0 };
  const drain: Timers["Service"]["drain"] = Effect.fnUntraced(function* (request) {
    together.most = Math.max(together.most, ++together.now);
    for (let turn = 0; turn < 10; turn++) yield* Effect.yieldNow;
    const fired = yield* timers.drain(request);
    together.now--;
    log.push(`fired ${fired}`);
    return fired;
  });
  return { together, timers: Timers.of({ ...timers, drain }) };
});

describe("a worker", () => {
  it("rests when nothing is due as long as it was told", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const resting = new RestingClock(instant(clock.now));
        const working = yield* Effect.forkChild(resting.drive(work(how)));
        yield* until(() => resting.rests.length >= 12);
        yield* Fiber.interrupt(working);
        expect(new Set(resting.rests)).toEqual(new Set([REST]));
      }),
    ));

  it("goes on before its rest is over when it is woken", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const log: Array<string> = [];
        const { timers } = yield* slowTimers(log);
        // Nobody's clock goes on here: what sleeps, sleeps for good.
        const asleep = Object.assign(new RestingClock(instant(clock.now)), { sleep: () => Effect.never });
        const working = yield* work({ ...how, wake: Effect.yieldNow }).pipe(
          Effect.provideService(Timers, timers),
          asleep.drive,
          Effect.forkChild,
        );
        yield* until(() => log.length >= 3);
        yield* Fiber.interrupt(working);
        expect(new Set(log)).toEqual(new Set(["fired 0"]));
      }),
    ));

  it("that falls behind with timers fires two pages at a time, and rests only when none is due", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        // Two timers of each: of the checkout, and of the piece.
        for (const _ of [1, 2]) yield* holdPieces([(yield* listPiece()).listing]);
        const log: Array<number | string> = [];
        const resting = new RestingClock(plus(instant(clock.now), HOUR), log);
        const { together, timers } = yield* slowTimers(log);
        const tasks = yield* Tasks;
        const rested = yield* Deferred.make<void>();
        const take = () => Effect.as(Deferred.await(rested), []);
        const working = yield* work(how).pipe(
          Effect.provideService(Timers, timers),
          Effect.provideService(Tasks, Tasks.of({ ...tasks, take })),
          resting.drive,
          Effect.forkChild,
        );
        yield* until(() => log.length >= 7);
        yield* Deferred.succeed(rested, undefined);
        yield* Fiber.interrupt(working);
        expect([log[0], ...log.slice(1, 3).sort()]).toEqual(["fired 2", "fired 0", "fired 2"]);
        expect(log.slice(3, 7)).toEqual(["fired 0", REST, "fired 0", REST]);
        expect(together.most).toBe(2);
      }),
    ));

  it("stands back for two seconds when the store can't be reached, says so, and goes on", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { failNext } = yield* MemoryStore;
        failNext("drain", new StoreUnavailable({ reason: "the disk is full" }));
        const resting = new RestingClock(instant(clock.now));
        const heard = overheard();
        const working = yield* Effect.forkChild(heard.by(resting.drive(work(how))));
        yield* until(() => resting.rests.length >= 12);
        yield* Fiber.interrupt(working);
        expect(resting.rests.filter((rest) => rest !== REST)).toEqual([2000]);
        expect(heard.said).toEqual([expect.stringMatching(/a worker stumbled.*StoreUnavailable/)]);
      }),
    ));
});

const sold = Effect.gen(function* () {
  const { listing } = yield* listPiece();
  const { order } = yield* buyPieces([listing]);
  const { order: view } = yield* viewOrder(asSupport, order);
  return TrackingNumber.make(view.tracking ?? "missing");
});

/** A carrier that answers the first calls as it is told, and the others as usual. */
const moody = Effect.fnUntraced(function* (
  log: Array<TrackingNumber | number>,
  ...moods: ReadonlyArray<Effect.Effect<void, ProviderUnavailable | ProviderRefused>>
) {
  const carrier = yield* Carrier;
  let calls = 0;
  const track: Carrier["Service"]["track"] = (tracking) =>
    Effect.suspend(() => {
      log.push(tracking);
      return Effect.andThen(moods[calls++] ?? Effect.void, carrier.track(tracking));
    });
  return Carrier.of({ ...carrier, track });
});

describe("who follows parcels", () => {
  const away = new ProviderUnavailable({ provider: "it", reason: "closed" });
  const quota = new ProviderUnavailable({ provider: "it", reason: "quota", retryAfter: 7 * MINUTE });

  it("R37 asks page by page, goes on where it was after a trouble, and rests when all were asked for", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const [other, one] = [yield* sold, yield* sold];
        const { failNext } = yield* MemoryStore;
        const log: Array<TrackingNumber | number> = [];
        const resting = new RestingClock(instant(clock.now), log);
        const storeFails = Effect.sync(() =>
          failNext("find", new StoreUnavailable({ reason: "the disk is full" })),
        );
        const carrier = yield* moody(log, Effect.void, Effect.fail(quota), Effect.fail(away), storeFails);
        const heard = overheard();
        const following = yield* followParcels({ every: HOUR, page: 1 }).pipe(
          Effect.provideService(Carrier, carrier),
          resting.drive,
          heard.by,
          Effect.forkChild,
        );
        yield* until(() => log.length >= 11);
        yield* Fiber.interrupt(following);
        const troubles = [7 * MINUTE, other, MINUTE, other, MINUTE];
        expect(log.slice(0, 11)).toEqual([one, other, ...troubles, HOUR, one, other, HOUR]);
        expect(heard.said).toEqual([expect.stringContaining("parcels could not be followed")]);
      }),
    ));

  it("passes over a parcel of which the carrier refuses to speak", () =>
    play(() =>
      Effect.gen(function* () {
        const [other, one] = [yield* sold, yield* sold];
        const log: Array<TrackingNumber | number> = [];
        const refused = new ProviderRefused({ provider: "it", reason: "no such parcel" });
        const carrier = yield* moody(log, Effect.fail(refused));
        const asked = yield* Effect.provideService(askForParcels({ limit: 9 }), Carrier, carrier);
        expect(asked).toEqual({ asked: 1, next: undefined, pause: undefined });
        expect(log).toEqual([one, other]);
      }),
    ));
});
