import { CivilDate, type Figure, Figures } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { newId } from "./changes.ts";

const figureOf = (over: Partial<Figure> = {}): Figure => ({
  day: CivilDate.make("2026-11-02"),
  figure: "Sold",
  grade: newId(),
  band: 100_00,
  ownStock: false,
  count: 1,
  cents: 120_00,
  took: 86_400_000,
  ...over,
});

const year = { from: CivilDate.make("2026-01-01"), to: CivilDate.make("2026-12-31") };

/** Adds from wherever the position stands, as a worker would who comes again when another was faster. */
const added = Effect.fnUntraced(function* (...figures: ReadonlyArray<Figure>) {
  const { position, record } = yield* Figures;
  for (;;) {
    const from = yield* position;
    if (yield* record({ from, to: from + 1, figures })) return from + 1;
  }
});

const readOf = (grade: string, days = year) =>
  Figures.use(({ read }) => Effect.map(read(days), (all) => all.filter((one) => one.grade === grade)));

/** What every store promises of the brand's figures. */
export const figuresContract = <E>(name: string, store: Layer.Layer<Figures, E>): Contract =>
  contract(`${name}: Figures`, store, (it) => {
    it.effect("what is counted is added up for each day and kind", () =>
      Effect.gen(function* () {
        const one = figureOf();
        yield* added(one, figureOf({ grade: one.grade, band: 0 }));
        yield* added({ ...one, count: 2, cents: 5, took: 7 });
        const found = yield* readOf(one.grade);
        assert.deepStrictEqual(found, [
          figureOf({ grade: one.grade, band: 0 }),
          { ...one, count: 3, cents: one.cents + 5, took: one.took + 7 },
        ]);
      }),
    );

    it.effect("of two who count the same events one is told that it was done", () =>
      Effect.gen(function* () {
        const { position, record } = yield* Figures;
        const from = yield* added();
        const one = figureOf();
        const counted = { from, to: from + 1, figures: [one] };
        const done = yield* Effect.all([record(counted), record(counted)], { concurrency: 2 });
        assert.deepStrictEqual([...done].sort(), [false, true]);
        assert.strictEqual(yield* position, from + 1);
        assert.deepStrictEqual(yield* readOf(one.grade), [one]);
      }),
    );

    it.effect("the first and the last day are read, and none beside them", () =>
      Effect.gen(function* () {
        const grade = newId();
        const days = ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map((day) =>
          CivilDate.make(day),
        );
        yield* added(...days.map((day) => figureOf({ grade, day })));
        const november = { from: CivilDate.make("2026-11-01"), to: CivilDate.make("2026-11-30") };
        const found = yield* readOf(grade, november);
        assert.deepStrictEqual(
          found.map(({ day }) => day),
          [november.from, november.to],
        );
      }),
    );
  });
