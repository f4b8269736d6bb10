import { Catalogue, type CatalogueFilter, type CatalogueSort } from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { Effect, ManagedRuntime, Option, Redacted } from "effect";
import { migrated } from "../commits/store.ts";
import type { Bench, Group } from "../harness/Bench.ts";
import { alone, compared, interleave } from "../harness/rounds.ts";
import { quantile } from "../harness/statistics.ts";
import { FILTER, sowCatalogue, WORDS } from "./sow.ts";

const PAGE = 24;

type Ask = () => Effect.Effect<unknown, unknown>;

/** A catalogue of so many entries; `times` answers how long each of so many questions took, in milliseconds. */
const opened = async (bench: Bench, entries: number) => {
  const database = await bench.database("catalogue");
  await migrated(database.url);
  await database.run(...sowCatalogue(entries));
  const runtime = ManagedRuntime.make(PostgresStore.layer({ url: Redacted.make(database.url) }));
  const catalogue = await runtime.runPromise(Catalogue);
  const page =
    (filter: CatalogueFilter, sort: CatalogueSort, cursor?: string): Ask =>
    () =>
      catalogue.search({ filter, sort, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
  const mixed: ReadonlyArray<Ask> = [
    page({}, "Newest"),
    page(FILTER, "Newest"),
    page(FILTER, "PriceUp"),
    page({ ...FILTER, priceFrom: 5000, priceTo: 20_000 }, "PriceDown"),
    page({ material: ["Suede"], ownStock: true }, "Newest"),
  ];
  return {
    page,
    mixed,
    facets: [(): Effect.Effect<unknown, unknown> => catalogue.facets({})],
    filteredFacets: [(): Effect.Effect<unknown, unknown> => catalogue.facets(FILTER)],
    times: (asks: ReadonlyArray<Ask>, count: number) =>
      runtime.runPromise(
        Effect.gen(function* () {
          const taken: Array<number> = [];
          for (let at = 0; at < count; at++) {
            const ask = asks[at % asks.length];
            if (ask === undefined) continue;
            const began = performance.now();
            yield* Effect.orDie(ask());
            taken.push(performance.now() - began);
          }
          return taken;
        }),
      ),
    /** The cursor that leads to a page. */
    cursorOf: (number: number) =>
      runtime.runPromise(
        Effect.gen(function* () {
          let cursor: string | undefined;
          for (let at = 1; at < number; at++) {
            const { next } = yield* catalogue.search({
              filter: {},
              sort: "Newest",
              limit: PAGE,
              ...(cursor === undefined ? {} : { cursor }),
            });
            cursor = Option.getOrUndefined(next);
          }
          return cursor;
        }),
      ),
    close: async () => {
      await runtime.dispose();
      await database.drop();
    },
  };
};

const run = async (bench: Bench): Promise<void> => {
  const { quick, rounds, report, say } = bench;
  const [few, many] = quick ? [20_000, 100_000] : [100_000, 1_000_000];
  const named = (size: number): string => `${size.toLocaleString("en-US")} entries`;
  say(`${named(few)} and ${named(many)}`);
  const small = await opened(bench, few);
  const large = await opened(bench, many);
  const questions = quick ? 100 : 400;
  for (const [part, name] of [
    [0.5, "p50"],
    [0.95, "p95"],
  ] as const) {
    const measured = await interleave(
      [
        { name: named(many), round: async () => quantile(await large.times(large.mixed, questions), part) },
        { name: named(few), round: async () => quantile(await small.times(small.mixed, questions), part) },
      ],
      rounds,
    );
    const what = `catalogue page, ${named(many)}, ${name}`;
    const goal = part === 0.95 ? ({ of: "ratio", atMost: 1.6 } as const) : undefined;
    report(...compared(what, "ms", measured, named(many), [{ against: named(few), ...(goal && { goal }) }]));
    if (part === 0.95)
      report(alone(what, "ms", measured.get(named(many)) ?? [], { of: "value", atMost: 25 }));
  }

  say("page 1 and page 1,000");
  const cursor = await large.cursorOf(1000);
  const depth = await interleave(
    [
      {
        name: "page 1,000",
        round: async () => quantile(await large.times([large.page({}, "Newest", cursor)], questions), 0.5),
      },
      {
        name: "page 1",
        round: async () => quantile(await large.times([large.page({}, "Newest")], questions), 0.5),
      },
    ],
    rounds,
  );
  report(
    ...compared("catalogue, page 1,000, p50", "ms", depth, "page 1,000", [
      { against: "page 1", goal: { of: "ratio", atMost: 1.2 } },
    ]),
  );

  say("facets and words");
  const searched = (text: string) => [large.page({ text }, "Newest")];
  for (const [name, asks, count] of [
    ["facets, nothing filtered", large.facets, 3],
    ["facets, filtered", large.filteredFacets, 10],
    ["a common word", searched(WORDS.common), 20],
    ["a rare word", searched(WORDS.rare), 20],
    ["an absent word", searched(WORDS.absent), 5],
  ] as const) {
    const values: Array<number> = [];
    for (let round = 0; round <= rounds; round++) {
      const taken = await large.times(asks, count);
      if (round > 0) values.push(quantile(taken, 0.95));
    }
    report(alone(`catalogue, ${name}, p95`, "ms", values));
  }
  await small.close();
  await large.close();
};

/** What shoppers wait for: pages, facets and words, in a small catalogue and in a large one. */
export const catalogue: Group = { name: "catalogue", run };
