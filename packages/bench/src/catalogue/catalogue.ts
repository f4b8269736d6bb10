import type { Bench, Group } from "../harness/Bench.ts";
import { absent, alone, compared, interleave } from "../harness/rounds.ts";
import { quantile } from "../harness/statistics.ts";
import { openCatalogue } from "./openCatalogue.ts";
import {
  aColouredKind,
  aKind,
  aMistypedKind,
  FILTERS,
  MIXED,
  type Question,
  TYPED,
  typedLike,
} from "./questions.ts";
import { RARE } from "./sow.ts";

type Opened = Awaited<ReturnType<typeof openCatalogue>>;

const p95 = (values: ReadonlyArray<number>): number => quantile(values, 0.95);
const NEWEST: Question = { filter: {}, sort: "Newest" };

const run = async (bench: Bench): Promise<void> => {
  const { quick, rounds, report, say } = bench;
  const [few, many] = quick ? [20_000, 100_000] : [100_000, 1_000_000];
  const named = (size: number): string => `${size.toLocaleString("en-US")} entries`;
  say(`${named(few)} and ${named(many)}`);
  const small = await openCatalogue(bench, few);
  const large = await openCatalogue(bench, many);

  /** Ninety-five of a hundred wait no longer, in the large catalogue and in the small one. */
  const both = async (what: string, ask: (of: Opened) => Promise<ReadonlyArray<number>>, atMost?: number) => {
    say(what);
    const measured = await interleave(
      [
        { name: named(many), round: async () => p95(await ask(large)) },
        { name: named(few), round: async () => p95(await ask(small)) },
      ],
      rounds,
    );
    const figure = `catalogue, ${what}, ${named(many)}, p95`;
    const [ratio, value] = [
      { of: "ratio", atMost: 1.6 },
      { of: "value", atMost: atMost ?? 0 },
    ] as const;
    const goal = atMost === undefined ? {} : { goal: ratio };
    report(...compared(figure, "ms", measured, named(many), [{ against: named(few), ...goal }]));
    if (atMost !== undefined) report(alone(figure, "ms", measured.get(named(many)) ?? [], value));
  };
  await both("page, filters and words", (of) => of.pages(MIXED), 25);
  await both("page, filters", (of) => of.pages(FILTERS), 25);
  await both("page, words", (of) => of.pages(TYPED), 25);
  await both("facets, nothing filtered", (of) => of.facets(Array.from({ length: 20 }, () => NEWEST)));
  await both("facets, filters", (of) => of.facets(FILTERS.slice(0, 100)), 25);
  await both("facets, words", (of) => of.facets(TYPED.slice(0, 24)), 25);

  say("page 1 and page 1,000");
  const cursor = await large.cursorOf(1000);
  const questions = Array.from({ length: quick ? 100 : 400 }, () => NEWEST);
  const depth = await interleave(
    [
      { name: "page 1,000", round: async () => quantile(await large.pages(questions, cursor), 0.5) },
      { name: "page 1", round: async () => quantile(await large.pages(questions), 0.5) },
    ],
    rounds,
  );
  report(
    ...compared("catalogue, page 1,000, p50", "ms", depth, "page 1,000", [
      { against: "page 1", goal: { of: "ratio", atMost: 1.2 } },
    ]),
  );

  for (const [name, asks] of [
    ["a common word", typedLike(aKind)],
    ["two common words", typedLike(aColouredKind)],
    ["a rare word", typedLike(() => RARE)],
    ["an absent word", typedLike(() => "zeppelin")],
    ["a typo", typedLike(aMistypedKind)],
  ] as const) {
    say(name);
    const values: Array<number> = [];
    for (let round = 0; round <= rounds; round++) {
      const taken = await large.pages(asks);
      if (round > 0) values.push(p95(taken));
    }
    report(alone(`catalogue, ${name}, p95`, "ms", values));
  }

  say("listings written");
  const written = await interleave(
    [
      { name: named(many), round: () => large.listing(32, quick ? 400 : 2000) },
      { name: named(few), round: () => small.listing(32, quick ? 400 : 2000) },
    ],
    rounds,
  );
  const listings = `catalogue, listings put into it, 32 callers, ${named(many)}`;
  report(...compared(listings, "1/s", written, named(many), [{ against: named(few) }]));
  const why = "Vendure and Medusa need packages that are not installed here";
  report(absent("catalogue page / Vendure's search", "ms", why));
  await small.close();
  await large.close();
};

/** What shoppers wait for: pages, facets and words, in a small catalogue and in a large one. */
export const catalogue: Group = { name: "catalogue", run };
