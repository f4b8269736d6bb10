import { followEvents, History, Live, type StoredEvent, StoreUnavailable } from "@resale/core";
import { listPiece } from "@resale/testkit";
import { Effect, Fiber, Queue, Stream } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

const first = (after: number, many: number) =>
  Stream.runCollect(Stream.take(followEvents(after), many)).pipe(
    Effect.map((events) => events.map(({ position }) => position)),
    Effect.provide(Live.layer),
  );

/** Filled with events until there are so many. */
const filled = Effect.fnUntraced(function* (many: number) {
  const history = yield* History;
  while ((yield* history.last) < many) yield* listPiece();
  return yield* history.last;
});

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe("who follows all events", () => {
  it("R55 reads what has been, page by page, from any position, and none twice", () =>
    play(() =>
      Effect.gen(function* () {
        const last = yield* filled(401);
        expect(yield* first(0, last)).toEqual(numbers(1, last));
        expect(yield* first(7, last - 7)).toEqual(numbers(8, last));
      }),
    ));

  it("R55 is told what happens from then on, in order", () =>
    play(() =>
      Effect.gen(function* () {
        const last = yield* filled(1);
        const told = yield* Queue.unbounded<StoredEvent>();
        const following = yield* followEvents(last).pipe(
          Stream.runForEach((event) => Queue.offer(told, event)),
          Effect.provide(Live.layer),
          Effect.forkChild,
        );
        for (const from of [last, last * 2]) {
          yield* Effect.yieldNow;
          yield* listPiece();
          const heard = yield* Effect.forEach(numbers(from + 1, from + last), () => Queue.take(told));
          expect(heard.map(({ position }) => position)).toEqual(numbers(from + 1, from + last));
        }
        yield* Fiber.interrupt(following);
        expect(yield* Queue.size(told)).toBe(0);
      }),
    ));

  it("R55 asks for no page more than there is", () =>
    play(() =>
      Effect.gen(function* () {
        const last = yield* filled(201);
        const history = yield* History;
        const asked: Array<readonly [number, number]> = [];
        const heard = History.of({
          ...history,
          all: (after, limit) =>
            Effect.andThen(
              Effect.sync(() => asked.push([after, limit])),
              history.all(after, limit),
            ),
        });
        const following = yield* followEvents(0).pipe(
          Stream.runDrain,
          Effect.provideService(History, heard),
          Effect.provide(Live.layer),
          Effect.forkChild,
        );
        for (let turn = 0; turn < 1000; turn++) yield* Effect.yieldNow;
        yield* Fiber.interrupt(following);
        expect(last).toBeLessThan(400);
        expect(asked).toEqual([
          [0, 200],
          [200, 200],
        ]);
      }),
    ));

  it("fails as the store does, in words of the engine", () =>
    play(() =>
      Effect.gen(function* () {
        const failed = Effect.fail(new StoreUnavailable({ reason: "the disk is full" }));
        const history = yield* History;
        const unreachable = { _tag: "Unreachable", what: "The store", retryAfter: 2000 };
        for (const broken of [{ last: failed }, { all: () => failed }]) {
          const following = first(0, 1).pipe(
            Effect.provideService(History, History.of({ ...history, ...broken })),
          );
          expect(yield* refusalOf(following)).toEqual(unreachable);
        }
      }),
    ));
});
