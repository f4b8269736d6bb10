import { assert } from "@effect/vitest";
import { Catalogue } from "@resale/core";
import { Writes } from "@resale/postgres";
import { suite } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { freshStore } from "./database.ts";

/** Two hundred totes, the newest fifty red; the oldest hundred are vintage, and one is unlike all others. */
const fill = Effect.gen(function* () {
  const sql = yield* Writes;
  yield* sql`
    insert into resale.catalogue
      (listing, entry, category, grade, colour, material, own_stock, price, listed_at, words, text)
    select 'id' || n, '{}', 'handbags', 'Good', case when n > 150 then 'red' else 'black' end, null, false,
      1000 * n, n, to_tsvector('english', title), title
    from generate_series(1, 200) n,
      lateral (select 'tote' || case when n <= 100 then ' vintage' else '' end
        || case when n = 7 then ' heirloom' else '' end as title) t`;
  yield* sql`analyze resale.catalogue`;
});

suite("facets of words, with twenty entries counted", freshStore({ mostCounted: 20 }), (it) => {
  it.effect(
    "R20 of a word that many have, the newest are counted; of a rare one all; of an old one some",
    () =>
      Effect.gen(function* () {
        yield* fill;
        const { facets } = yield* Catalogue;
        const common = yield* facets({ text: "totes" });
        assert.deepInclude(common, { counted: "AtLeast", total: 40, colour: [{ value: "red", count: 40 }] });
        assert.deepInclude(yield* facets({ text: "tote", priceTo: 170_000 }), {
          counted: "AtLeast",
          total: 10,
        });
        assert.deepInclude(yield* facets({ text: "tote", colour: ["black"] }), {
          counted: "AtLeast",
          total: 0,
          colour: [{ value: "red", count: 40 }],
        });
        assert.deepInclude(yield* facets({ text: "heirloom" }), { counted: "Exactly", total: 1 });
        assert.deepInclude(yield* facets({ text: "heirlom tote" }), { counted: "Exactly", total: 1 });
        assert.deepInclude(yield* facets({ text: "vintage" }), { counted: "AtLeast", total: 21 });
        const sql = yield* Writes;
        yield* sql`delete from resale.catalogue where listed_at <= 170`;
        assert.deepInclude(yield* facets({ text: "tote" }), { counted: "Exactly", total: 30 });
      }),
  );
});
