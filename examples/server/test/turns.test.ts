import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { fastify } from "fastify";
import { assert, describe, it } from "vitest";
import { Turns } from "../src/wiring/Turns.ts";

describe("tasks beside requests", () => {
  it("begin one by one while somebody waits for an answer, and all of them when nobody does", () => {
    const story = Effect.gen(function* () {
      const turns = new Turns();
      const app = fastify();
      turns.watch(app);
      const arrived = Promise.withResolvers<void>();
      const ready = Promise.withResolvers<string>();
      app.get("/", () => {
        arrived.resolve();
        return ready.promise;
      });
      const answer = app.inject("/").then(({ body }) => body);
      yield* Effect.promise(() => arrived.promise);

      let begun = 0;
      const task = Effect.andThen(
        turns.turn,
        Effect.sync(() => {
          begun += 1;
        }),
      );
      for (let count = 0; count < 8; count++) yield* Effect.forkChild(task);
      yield* TestClock.adjust(0);
      assert.strictEqual(begun, 1);
      yield* TestClock.adjust(19);
      assert.strictEqual(begun, 1);
      yield* TestClock.adjust(1);
      assert.strictEqual(begun, 2);
      yield* TestClock.adjust(40);
      assert.strictEqual(begun, 4);

      ready.resolve("here");
      assert.strictEqual(yield* Effect.promise(() => answer), "here");
      yield* TestClock.adjust(10);
      assert.strictEqual(begun, 8);
    });
    return Effect.runPromise(Effect.provide(story, TestClock.layer()));
  });
});
