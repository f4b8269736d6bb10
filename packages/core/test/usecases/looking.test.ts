import { follow, History, Live, Store } from "@resale/core";
import { MemoryStore } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Fiber, Layer, Queue, Stream } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";

const services = Live.layer.pipe(Layer.provideMerge(MemoryStore.layer));

describe("who looks on at a subject", () => {
  it("sees it as it is, then again after each change of it, and of nothing else", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const [watched, other] = [newSubject("order"), newSubject("order")];
      yield* commit({ changes: [change(watched)] });
      let version = 1;
      const seen = yield* Queue.unbounded<number>();
      const looking = yield* Effect.forkChild(
        Stream.runForEach(
          follow(
            watched,
            Effect.sync(() => version),
          ),
          (one) => Queue.offer(seen, one),
        ),
      );
      expect(yield* Queue.take(seen)).toBe(1);
      yield* commit({ changes: [change(other)] });
      version = 2;
      yield* commit({ changes: [change(watched, { expected: 1 })] });
      expect(yield* Queue.take(seen)).toBe(2);
      yield* Fiber.interrupt(looking);
      expect(yield* Queue.size(seen)).toBe(0);
    }).pipe(Effect.provide(services), Effect.runPromise));

  it("hears of all of a kind, from the moment on at which it listens", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const { hear } = yield* Live;
      yield* commit({ changes: [change(newSubject("listing"))] });
      const changes = yield* hear({ kind: "listing" });
      const heard = yield* Queue.unbounded<void>();
      yield* Effect.forkScoped(Stream.runForEach(changes, () => Queue.offer(heard, undefined)));
      yield* commit({ changes: [change(newSubject("order"))] });
      yield* commit({ changes: [change(newSubject("listing"))] });
      yield* Queue.take(heard);
      expect(yield* Queue.size(heard)).toBe(0);
    }).pipe(Effect.scoped, Effect.provide(services), Effect.runPromise));

  it("fails as the look does, and then hears no more", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const subject = newSubject("order");
      yield* commit({ changes: [change(subject)] });
      let isGone = false;
      const looking = yield* Effect.forkChild(
        Stream.runDrain(
          follow(
            subject,
            Effect.suspend(() => (isGone ? Effect.fail("gone") : Effect.succeed("there"))),
          ),
        ),
      );
      yield* Effect.yieldNow;
      isGone = true;
      const knocking = Effect.gen(function* () {
        for (let version = 1; ; version++) {
          yield* commit({ changes: [change(subject, { expected: version })] });
          yield* Effect.yieldNow;
        }
      });
      const outcome = yield* Effect.race(Effect.flip(Fiber.join(looking)), knocking);
      expect(outcome).toBe("gone");
    }).pipe(Effect.provide(services), Effect.runPromise));

  it("hears of what could not be read yet when it was told: it is looked for again", () => {
    let lags = true;
    const behind = Layer.effect(
      History,
      Effect.map(History, (history) =>
        History.of({
          ...history,
          all: (after, limit) => (lags ? Effect.succeed([]) : history.all(after, limit)),
        }),
      ),
    );
    const lagging = Live.layer.pipe(Layer.provideMerge(behind), Layer.provideMerge(MemoryStore.layer));
    return Effect.gen(function* () {
      const { commit } = yield* Store;
      const { hear } = yield* Live;
      const subject = newSubject("order");
      const changes = yield* hear(subject);
      const heard = yield* Effect.forkChild(Stream.runHead(changes));
      yield* commit({ changes: [change(subject)] });
      yield* TestClock.adjust("200 millis");
      expect(heard.pollUnsafe()).toBeUndefined();
      lags = false;
      yield* TestClock.adjust("10 seconds");
      yield* Fiber.join(heard);
    }).pipe(Effect.scoped, Effect.provide(lagging), Effect.provide(TestClock.layer()), Effect.runPromise);
  });
});
