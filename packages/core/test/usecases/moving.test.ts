import {
  advanceClock,
  comeToRest,
  commandOrder,
  DAY,
  DESK,
  History,
  HOUR,
  instant,
  listTasks,
  MINUTE,
  nextTaskAt,
  openDesk,
  plus,
  SimulatedWorld,
  StoreUnavailable,
  Tasks,
} from "@resale/core";
import { asSupport, holdPieces, listPiece, MemoryMailer } from "@resale/testkit";
import { Cause, Effect, Exit, Option } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play } from "./playing.ts";
import { aSale } from "./sales.ts";

/** A world that tells so much each time it is asked, and then nothing. */
const telling = (...told: ReadonlyArray<number>) => {
  let asked = 0;
  const play = Effect.sync(() => told[asked++] ?? 0);
  const by = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.provideService(effect, SimulatedWorld, { next: Effect.succeed(Option.none()), play });
  return { by, asked: () => asked };
};

const unavailable = new StoreUnavailable({ reason: "the disk is full" });

describe("what is due at this moment", () => {
  it("R59 is done until nothing follows from it any more, whoever has begun", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order, seller } = yield* aSale;
        yield* deliver(order, () => clock.now);
        yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "Confirm" });
        // As much was told as tasks are done at first, and the payout's mail follows only then.
        const due = yield* listTasks(asSupport, { status: "Waiting", limit: 100 });
        const world = telling(due.length);
        yield* world.by(comeToRest());
        const { to } = yield* MemoryMailer;
        expect(to(seller.email).map(({ mail }) => mail._tag)).toContain("PayoutOnItsWay");
        expect(world.asked()).toBeGreaterThan(1);
      }),
    ));

  it("R59 is asked for again where as many timers fired as was told", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        yield* holdPieces([(yield* listPiece()).listing]);
        yield* comeToRest();
        clock.set(plus(instant(clock.now), 15 * MINUTE));
        const world = telling(2, 1);
        yield* world.by(comeToRest());
        expect(world.asked()).toBe(3);
      }),
    ));

  it("R59 is a fault of the sandbox where there is no end to it", () =>
    play(() =>
      Effect.gen(function* () {
        const world = telling(...Array.from({ length: 2000 }, () => 1));
        const exit = yield* Effect.exit(world.by(comeToRest()));
        expect(Exit.isFailure(exit) ? Cause.squash(exit.cause) : exit).toEqual(
          new Error("the sandbox never comes to rest"),
        );
        expect(world.asked()).toBe(1000);
      }),
    ));
});

describe("the sandbox's clock", () => {
  it("R59 stands at the moment that was asked for, whatever is due later, or is overdue and somebody else's", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        yield* aSale;
        const start = clock.now;
        yield* advanceClock(plus(instant(start), HOUR));
        expect(clock.now).toBe(start + HOUR);
        const tasks = yield* Tasks;
        for (const [hours, overdue] of [
          [2, 0],
          [3, HOUR],
        ] as const) {
          const next = Effect.sync(() => Option.some(instant(clock.now - overdue)));
          yield* Effect.provideService(
            advanceClock(plus(instant(start), hours * HOUR)),
            Tasks,
            Tasks.of({ ...tasks, next }),
          );
          expect(clock.now).toBe(start + hours * HOUR);
        }
      }),
    ));

  it("R59 goes on though nobody knows which task is next", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const tasks = yield* Tasks;
        const until = plus(instant(clock.now), DAY);
        const unknowing = Tasks.of({ ...tasks, next: Effect.fail(unavailable) });
        expect(yield* Effect.provideService(nextTaskAt, Tasks, unknowing)).toEqual(Option.none());
        expect(yield* Effect.provideService(advanceClock(until), Tasks, unknowing)).toEqual([]);
        expect(clock.now).toBe(until);
      }),
    ));

  it("R59 stands still where the store can't be reached, and says so", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const history = yield* History;
        const start = clock.now;
        const refused = yield* Effect.flip(
          Effect.provideService(
            advanceClock(plus(instant(start), DAY)),
            History,
            History.of({ ...history, last: Effect.fail(unavailable) }),
          ),
        );
        expect(refused).toEqual({ _tag: "Unreachable", what: "The store", retryAfter: 2000 });
        expect(clock.now).toBe(start);
      }),
    ));
});

describe("the operators' desk", () => {
  it("is opened once, by whichever process is first", () =>
    play(() =>
      Effect.gen(function* () {
        yield* openDesk();
        yield* openDesk();
        expect(yield* (yield* History).of({ kind: "desk", id: DESK })).toHaveLength(1);
      }),
    ));
});
