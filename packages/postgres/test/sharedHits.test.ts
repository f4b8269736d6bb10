import { assert, layer } from "@effect/vitest";
import { SharedHits, Writes } from "@resale/postgres";
import { Effect, Layer } from "effect";
import { freshStore } from "./database.ts";

const MINUTE = 60_000;
const hits = Layer.provideMerge(SharedHits.layer, freshStore());

layer(hits, { timeout: "60 seconds" })("requests that processes have counted", (it) => {
  const sumsOf = (sums: ReadonlyArray<{ readonly key: string; readonly hits: number }>) =>
    new Map(sums.map(({ key, hits: count }) => [key, count]));

  it.effect("are added up, by key and window", () =>
    Effect.gen(function* () {
      const { add } = yield* SharedHits;
      const one = { key: "reads ada", until: MINUTE, hits: 3 };
      assert.deepStrictEqual(yield* add([one], 0), [one]);
      const sums = yield* add(
        [
          { key: "reads bob", until: MINUTE, hits: 1 },
          { key: "reads ada", until: MINUTE, hits: 4 },
          { key: "writes ada", until: 2 * MINUTE, hits: 5 },
        ],
        0,
      );
      assert.deepStrictEqual(
        sumsOf(sums),
        new Map([
          ["reads ada", 7],
          ["reads bob", 1],
          ["writes ada", 5],
        ]),
      );
    }),
  );

  it.effect("are added up by many at once, in whatever order they name them, and none is lost", () =>
    Effect.gen(function* () {
      const { add } = yield* SharedHits;
      const keys = Array.from({ length: 20 }, (_, at) => ({
        key: `many ${at}`,
        until: MINUTE,
        hits: 1,
      }));
      yield* Effect.forEach(
        Array.from({ length: 30 }),
        (_, at) => add(at % 2 === 0 ? keys : [...keys].reverse(), 0),
        { concurrency: "unbounded", discard: true },
      );
      const sums = yield* add(keys, 0);
      assert.deepStrictEqual(new Set(sumsOf(sums).values()), new Set([31]));
    }),
  );

  it.effect("are forgotten when their window has ended", () =>
    Effect.gen(function* () {
      const { add } = yield* SharedHits;
      yield* add([{ key: "old", until: 5 * MINUTE, hits: 3 }], 5 * MINUTE - 1);
      const left = Writes.use((sql) => sql`select 1 as found from resale.hits where key = 'old'`);
      assert.lengthOf(yield* left, 1);
      yield* add([{ key: "new", until: 6 * MINUTE, hits: 1 }], 5 * MINUTE);
      assert.lengthOf(yield* left, 0);
    }),
  );
});
