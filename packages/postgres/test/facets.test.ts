import { assert } from "@effect/vitest";
import {
  Catalogue,
  type CatalogueEntry,
  type CatalogueFilter,
  cents,
  instant,
  ListingId,
  Store,
} from "@resale/core";
import { Writes } from "@resale/postgres";
import { MemoryStore } from "@resale/testkit";
import { change, NOON, newId, suite } from "@resale/testkit/contracts";
import { Effect, Layer } from "effect";
import { foldOnce } from "../src/catalogue/foldCounts.ts";
import { freshStore } from "./database.ts";

/** The same numbers for the same seed: what failed can be repeated. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
type Dice = ReturnType<typeof numbersFrom>;

const among = <A>(roll: Dice, values: readonly [A, ...ReadonlyArray<A>]): A =>
  values[roll(values.length)] ?? values[0];

const COLOURS = ["black", "red", "", "\u0000\\", null] as const;
const MATERIALS = ["leather", "suede", null] as const;
/** Around the borders of what is counted together. */
const PRICES = [0, 1, 99, 100, 999, 1_000, 1_001, 1_999, 2_000, 5_432, 7_000, 9_999, 14_501, 99_999] as const;

const someEntry = (roll: Dice, listing: string): CatalogueEntry => ({
  listing: ListingId.make(listing),
  title: among(roll, ["Mercer tote", "Jet Set satchel", "Cora wallet"]),
  description: "Carried twice.",
  category: among(roll, ["handbags", "wallets"]),
  grade: among(roll, ["New", "Good", "Fair"]),
  colour: among(roll, COLOURS),
  material: among(roll, MATERIALS),
  price: cents(among(roll, PRICES)),
  msrp: cents(20_000),
  photo: null,
  ownStock: roll(4) === 0,
  reserved: roll(2) === 0,
  listedAt: instant(NOON + roll(1_000)),
});

const someFilter = (roll: Dice): CatalogueFilter => {
  const [from, to] = [among(roll, PRICES), among(roll, PRICES)];
  const colour = among(roll, COLOURS);
  return {
    ...(roll(3) === 0 ? { category: ["handbags"] } : {}),
    ...(roll(3) === 0 ? { grade: ["Good", "Fair"] } : {}),
    ...(roll(3) === 0 && colour !== null ? { colour: [colour] } : {}),
    ...(roll(4) === 0 ? { material: ["suede"] } : {}),
    ...(roll(4) === 0 ? { ownStock: roll(2) === 0 } : {}),
    ...(roll(2) === 0 ? { priceFrom: from } : {}),
    ...(roll(2) === 0 ? { priceTo: to } : {}),
    ...(roll(4) === 0 ? { text: among(roll, ["tote", "black", "jet set"]) } : {}),
  };
};

const listingOf = (seed: number, step: number): string =>
  `00000000-0000-7000-8000-${`${seed * 1_000 + step}`.padStart(12, "0")}`;

type Ports = Store | Catalogue;

/** Entries that are put, changed and taken away; every so often somebody asks for facets. */
const story = (seed: number, tell: (step: number) => Effect.Effect<void, unknown, Ports>) =>
  Effect.gen(function* () {
    const roll = numbersFrom(seed);
    const { commit } = yield* Store;
    const versions = new Map<string, number>();
    for (let step = 0; step < 120; step++) {
      const known = [...versions.keys()];
      const id =
        known.length > 0 && roll(2) === 0 ? (known[roll(known.length)] ?? "") : listingOf(seed, step);
      const expected = versions.get(id) ?? 0;
      const catalogue = roll(4) === 0 ? null : someEntry(roll, id);
      const subject = { kind: "listing", id } as const;
      const stale = { kind: "listing", id: newId() } as const;
      const isRefused = roll(8) === 0;
      const changes = [
        change(subject, { expected, catalogue }),
        ...(isRefused ? [change(stale, { expected: 7 })] : []),
      ];
      const committed = yield* Effect.result(commit({ changes }));
      assert.strictEqual(committed._tag, isRefused ? "Failure" : "Success");
      if (!isRefused) versions.set(id, expected + 1);
      if (step % 6 === 0) yield* tell(step);
    }
  });

const ask = (filters: ReadonlyArray<CatalogueFilter>) =>
  Effect.flatMap(Catalogue, ({ facets }) => Effect.forEach(filters, facets));

/** What each step of the story is answered, all filters after one another. */
const answersOf = (seed: number, between: Effect.Effect<unknown, unknown, Ports> = Effect.void) =>
  Effect.gen(function* () {
    const answers: Array<unknown> = [];
    const roll = numbersFrom(seed + 1);
    yield* story(seed, (step) =>
      Effect.gen(function* () {
        const filters = [{}, ...Array.from({ length: 6 }, () => someFilter(roll))];
        answers.push({ step, filters, facets: yield* ask(filters) });
        yield* between;
      }),
    );
    return answers;
  });

suite("facets in PostgreSQL", freshStore(), (it) => {
  it.effect("R20 whatever is put, changed and taken away, facets are those of the store in memory", () =>
    Effect.gen(function* () {
      const sql = yield* Writes;
      const started = Date.now() % 100_000;
      for (const seed of [started, started + 1, started + 2]) {
        yield* sql`truncate resale.catalogue`;
        const fold = seed % 2 === 0 ? foldOnce(sql) : Effect.void;
        const ours = yield* answersOf(seed, fold);
        const theirs = yield* answersOf(seed).pipe(
          Effect.provide(Layer.fresh(MemoryStore.layer), { local: true }),
        );
        assert.deepStrictEqual(ours, theirs, `seed ${seed}`);
      }
    }),
  );

  it.effect(
    "R20 many who list and take away at once leave counts that are right, whoever folds meanwhile",
    () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const { facets } = yield* Catalogue;
        const sql = yield* Writes;
        yield* sql`truncate resale.catalogue`;
        const roll = numbersFrom(7);
        const life = Effect.gen(function* () {
          const subject = { kind: "listing", id: newId() } as const;
          for (const expected of [0, 1, 2]) {
            const entry = { ...someEntry(roll, subject.id), category: "handbags" };
            yield* commit({ changes: [change(subject, { expected, catalogue: entry })] });
          }
          if (roll(2) === 0) yield* commit({ changes: [change(subject, { expected: 3, catalogue: null })] });
        });
        const folding = Effect.forEach(Array.from({ length: 30 }), () => Effect.result(foldOnce(sql)));
        yield* Effect.all([...Array.from({ length: 200 }, () => life), folding, folding], {
          concurrency: 40,
        });
        const [counted] = yield* sql<{ count: number }>`select count(*)::int as count from resale.catalogue`;
        const { total, category } = yield* facets({});
        assert.isAbove(total, 0);
        assert.strictEqual(total, counted?.count);
        assert.deepStrictEqual(category, [{ value: "handbags", count: total }]);
        // A version before this one sums up what the view has in place of its table, folded or not.
        const before = yield* sql`
          select sum(change) filter (where band is null)::int as everywhere,
            sum(change) filter (where band is not null)::int as banded
          from resale.catalogue_counts`;
        assert.deepStrictEqual(before, [{ everywhere: total, banded: total }]);
        yield* foldOnce(sql);
        const parts = yield* sql`
        select 1 from resale.catalogue_bands
        group by width, band, combination having count(*) > 1 or sum(entries) < 1`;
        assert.lengthOf(parts, 0);
        assert.deepStrictEqual(yield* facets({}), yield* facets({ priceFrom: 0 }));
      }),
  );

  it.effect("an entry that is only held and given up again adds nothing to the counts", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const sql = yield* Writes;
      const subject = { kind: "listing", id: newId() } as const;
      const entry = someEntry(numbersFrom(1), subject.id);
      yield* commit({ changes: [change(subject, { catalogue: entry })] });
      const parts = sql<{ count: number }>`select count(*)::int as count from resale.catalogue_changes`;
      const before = yield* parts;
      const held = { ...entry, reserved: !entry.reserved };
      yield* commit({ changes: [change(subject, { expected: 1, catalogue: held })] });
      assert.deepStrictEqual(yield* parts, before);
    }),
  );
});
