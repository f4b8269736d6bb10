import { History, Store } from "@resale/core";
import { MemoryStore } from "@resale/testkit";
import { checkWholeLifeOn, type Wiring } from "@resale/testkit/model";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { planted } from "./planted/catching.ts";

it("R27 R53 R55 R56 a wiring in memory lives every life as the model does", async () => {
  await checkWholeLifeOn(() => ({ store: MemoryStore.layer }), { numRuns: 10 });
});

/** What is said of a store with a bug. */
const saidOf = (store: Wiring["store"]): Promise<string> =>
  checkWholeLifeOn(() => ({ store }), { numRuns: 300, seed: 7, endOnFailure: true }).then(
    () => "nothing",
    (error: unknown) => (error instanceof Error ? String(error.cause) : String(error)),
  );

it("R56 tells a store that keeps no answers under a key", async () => {
  const forgetful = planted(Store, MemoryStore.layer, ({ commit }) => ({
    commit: ({ answer: _, ...written }) => commit(written),
  }));
  expect(await saidOf(forgetful)).toContain("it is otherwise than in memory after: ");
});

it("R53 tells a store that loses lines of the journal", async () => {
  const lossy = planted(History, MemoryStore.layer, ({ postingsOf }) => ({
    postingsOf: (order) => Effect.map(postingsOf(order), (lines) => lines.slice(1)),
  }));
  expect(await saidOf(lossy)).toContain("it is otherwise than in memory");
});
