import { follow, History, Live, Store, StoreUnavailable } from "@resale/core";
import { MemoryStore } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Layer, Stream } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { overheard } from "./playing.ts";
import { until } from "./RestingClock.ts";

describe("looking on", () => {
  const failing = new StoreUnavailable({ reason: "the disk is full" });

  /** Tells what is read of the history, which can't be read while `fails` says so. */
  const overseen = () => {
    const seen = { asked: [] as Array<readonly [number, number]>, lasts: 0, fails: false };
    const layer = Layer.effect(
      History,
      Effect.map(History, (history) =>
        History.of({
          ...history,
          last: Effect.tap(history.last, () => Effect.sync(() => seen.lasts++)),
          all: (after, limit) =>
            Effect.suspend(() => {
              seen.asked.push([after, limit]);
              return seen.fails ? Effect.fail(failing) : history.all(after, limit);
            }),
        }),
      ),
    );
    const parts = Live.layer.pipe(
      Layer.provideMerge(layer),
      Layer.provideMerge(MemoryStore.layer),
      Layer.provideMerge(TestClock.layer()),
    );
    return { seen, parts };
  };

  const changed = Effect.fnUntraced(function* (many = 1) {
    const { commit } = yield* Store;
    const subject = newSubject("order");
    yield* commit({ changes: [change(subject)] });
    for (let version = 1; version < many; version++) {
      yield* commit({ changes: [change(subject, { expected: version })] });
    }
    return subject;
  });

  /** Whoever was begun has come so far that it listens. */
  const listening = Effect.repeat(Effect.yieldNow, { times: 100 });

  it("reads nothing while nobody looks, nor when the last one has gone", () => {
    const { seen, parts } = overseen();
    return Effect.gen(function* () {
      const { hear } = yield* Live;
      yield* changed();
      yield* TestClock.adjust("1 hour");
      expect(seen).toMatchObject({ asked: [], lasts: 0 });
      const looking = Effect.fnUntraced(function* () {
        yield* hear({ kind: "order" });
        yield* hear({ kind: "order" });
        yield* hear({ kind: "listing" });
        yield* changed();
        yield* TestClock.adjust("1 hour");
      });
      yield* Effect.scoped(looking());
      expect(seen.lasts).toBe(1);
      const before = seen.asked.length;
      expect(before).toBeGreaterThan(0);
      yield* changed();
      yield* TestClock.adjust("1 hour");
      expect(seen.asked.length).toBe(before);
      yield* Effect.scoped(looking());
      expect(seen.lasts).toBe(2);
      expect(seen.asked.length).toBeGreaterThan(before);
    }).pipe(Effect.provide(parts), Effect.runPromise);
  });

  it("goes on while one of several who looked has left", () => {
    const { parts } = overseen();
    return Effect.gen(function* () {
      const { hear } = yield* Live;
      const subject = yield* changed();
      const mine = yield* hear(subject);
      const heard = yield* Effect.forkChild(Stream.runHead(mine));
      yield* Effect.scoped(hear(subject));
      yield* Effect.scoped(hear({ kind: "listing" }));
      const { commit } = yield* Store;
      yield* commit({ changes: [change(subject, { expected: 1 })] });
      yield* TestClock.adjust("1 second");
      expect(heard.pollUnsafe()).toBeDefined();
    }).pipe(Effect.scoped, Effect.provide(parts), Effect.runPromise);
  });

  it("looks again after a quarter of a second, twice as long each time, ten times, and rests then", () => {
    const { seen, parts } = overseen();
    return Effect.gen(function* () {
      const { hear } = yield* Live;
      yield* hear({ kind: "order" });
      yield* listening;
      yield* changed();
      yield* until(() => seen.asked.length === 2);
      const looks = () => seen.asked.length;
      const first = looks();
      for (let look = 0; look < 10; look++) {
        yield* TestClock.adjust(250 * 2 ** look - 1);
        expect(looks()).toBe(first + look);
        yield* TestClock.adjust(1);
        expect(looks()).toBe(first + look + 1);
      }
      yield* TestClock.adjust("1 day");
      expect(looks()).toBe(first + 10);
      yield* changed();
      yield* TestClock.adjust(250);
      expect(looks()).toBeGreaterThan(first + 11);
    }).pipe(Effect.scoped, Effect.provide(parts), Effect.runPromise);
  });

  it("reads five hundred at a time until nothing is left", () => {
    const { seen, parts } = overseen();
    const { said, by } = overheard();
    return Effect.gen(function* () {
      const { hear } = yield* Live;
      const { commit } = yield* Store;
      const subject = newSubject("order");
      const changes = yield* hear(subject);
      const heard = yield* Effect.forkChild(Stream.runHead(changes));
      seen.fails = true;
      yield* changed(500);
      yield* commit({ changes: [change(subject)] });
      yield* TestClock.adjust("1 second");
      seen.fails = false;
      seen.asked.length = 0;
      yield* TestClock.adjust("10 minutes");
      expect(seen.asked.slice(0, 3)).toEqual([
        [0, 500],
        [500, 500],
        [501, 500],
      ]);
      expect(heard.pollUnsafe()).toBeDefined();
      expect(said.length).toBeGreaterThan(0);
    }).pipe(Effect.scoped, Effect.provide(parts), by, Effect.runPromise);
  });

  it("goes on after a trouble of the store, of which it is told", () => {
    const { seen, parts } = overseen();
    const { said, by } = overheard();
    return Effect.gen(function* () {
      const { hear } = yield* Live;
      const changes = yield* hear({ kind: "order" });
      const heard = yield* Effect.forkChild(Stream.runHead(changes));
      yield* listening;
      seen.fails = true;
      yield* changed();
      yield* until(() => said.length > 0);
      expect(said).toEqual([expect.stringContaining("changes could not be followed")]);
      expect(heard.pollUnsafe()).toBeUndefined();
      seen.fails = false;
      yield* TestClock.adjust("1 minute");
      expect(heard.pollUnsafe()).toBeDefined();
    }).pipe(Effect.scoped, Effect.provide(parts), by, Effect.runPromise);
  });

  it("fails where the store does not say how far it has come", () => {
    const broken = Layer.effect(
      History,
      Effect.map(History, (history) => History.of({ ...history, last: Effect.fail(failing) })),
    );
    const parts = Live.layer.pipe(Layer.provideMerge(broken), Layer.provideMerge(MemoryStore.layer));
    const looking = Stream.runDrain(follow({ kind: "order" }, Effect.void));
    return Effect.gen(function* () {
      expect(yield* Effect.flip(looking)).toEqual({
        _tag: "Unreachable",
        what: "The store",
        retryAfter: 2000,
      });
    }).pipe(Effect.provide(parts), Effect.runPromise);
  });
});
