import { assert, describe, it } from "@effect/vitest";
import { ProviderUnavailable, Store, StoreUnavailable } from "@resale/core";
import { MemoryStore } from "@resale/testkit";
import { Effect, Layer } from "effect";
import { Kept } from "../src/index.ts";

const both = [
  ["in memory", Kept.layerMemory],
  ["in the store", Kept.layerStore.pipe(Layer.provide(MemoryStore.layer))],
] as const;

describe("what an adapter must not forget", () => {
  for (const [where, layer] of both) {
    it.effect(`R27 is what was kept first, ${where}`, () =>
      Effect.gen(function* () {
        const { keep, find } = yield* Kept;
        assert.isUndefined(yield* find("a"));
        const kept = yield* Effect.all([keep("a", "1"), keep("a", "2"), keep("a", "3")], {
          concurrency: "unbounded",
        });
        assert.strictEqual(new Set(kept).size, 1);
        assert.strictEqual(yield* find("a"), kept[0]);
        assert.strictEqual(yield* keep("b", ""), "");
        assert.strictEqual(yield* find("b"), "");
      }).pipe(Effect.provide(layer)),
    );
  }

  it.effect("R27 that the store can't keep is not taken for kept", () => {
    const gone = new StoreUnavailable({ reason: "gone" });
    const store = Layer.mock(Store, {
      commit: () => Effect.fail(gone),
      answer: () => Effect.fail(gone),
    });
    return Effect.gen(function* () {
      const { keep, find } = yield* Kept;
      for (const call of [keep("a", "1"), find("a")]) {
        assert.instanceOf(yield* Effect.flip(call), ProviderUnavailable);
      }
    }).pipe(Effect.provide(Kept.layerStore.pipe(Layer.provide(store))));
  });
});
