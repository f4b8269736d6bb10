import { assert } from "@effect/vitest";
import { Catalogue, type CatalogueEntry, cents, ListingId, Store } from "@resale/core";
import { change, NOON, newId, suite } from "@resale/testkit/contracts";
import { Effect, Option } from "effect";
import { freshStore } from "./database.ts";

const show = (titles: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const { commit } = yield* Store;
    for (const title of titles) {
      const catalogue: CatalogueEntry = {
        listing: ListingId.make(newId()),
        title,
        description: "",
        category: "handbags",
        grade: "Good",
        colour: null,
        material: null,
        price: cents(10_000),
        msrp: cents(20_000),
        photo: null,
        ownStock: false,
        reserved: false,
        listedAt: NOON,
      };
      yield* commit({ changes: [change({ kind: "listing", id: catalogue.listing }, { catalogue })] });
    }
  });

const titles = (text: string) =>
  Effect.gen(function* () {
    const { search } = yield* Catalogue;
    const { entries } = yield* search({ filter: { text }, sort: "PriceUp", limit: 50 });
    return entries.map(({ title }) => title).sort();
  });

suite("words in the catalogue", freshStore(), (it) => {
  it.effect("R20 a word is found in its other forms, and in spite of a typo", () =>
    Effect.gen(function* () {
      yield* show(["Mercer Satchel", "Jet Set Totes", "The Row", "Hamilton Tote"]);
      assert.deepStrictEqual(yield* titles("tote"), ["Hamilton Tote", "Jet Set Totes"]);
      assert.deepStrictEqual(yield* titles("satchels mercer"), ["Mercer Satchel"]);
      assert.deepStrictEqual(yield* titles("sachel"), ["Mercer Satchel"]);
      assert.deepStrictEqual(yield* titles("hamiltn tote"), ["Hamilton Tote"]);
      assert.deepStrictEqual(yield* titles("the row"), ["The Row"]);
      assert.deepStrictEqual(yield* titles("bicycle"), []);
    }),
  );

  it.effect("R20 a typo is forgiven on every page, and in the facets", () =>
    Effect.gen(function* () {
      const { search, facets } = yield* Catalogue;
      yield* show(Array.from({ length: 7 }, (_, at) => `Crossbody number${at}`));
      const filter = { text: "crosbody" };
      assert.strictEqual((yield* facets(filter)).total, 7);
      const seen: Array<string> = [];
      let cursor: string | undefined;
      do {
        const request = { filter, sort: "Newest", limit: 3 } as const;
        const page = yield* search(cursor === undefined ? request : { ...request, cursor });
        seen.push(...page.entries.map(({ title }) => title));
        cursor = Option.getOrUndefined(page.next);
      } while (cursor !== undefined);
      assert.strictEqual(new Set(seen).size, 7);
      assert.lengthOf(seen, 7);
    }),
  );

  it.effect("a strange filter or cursor is answered, not failed upon", () =>
    Effect.gen(function* () {
      const { search } = yield* Catalogue;
      const cursor = Buffer.from(JSON.stringify(["Newest", 1, "\u0000", false])).toString("base64url");
      yield* search({ filter: { priceFrom: -1e300, priceTo: 1e300 }, sort: "Newest", limit: 1, cursor });
      yield* search({
        filter: { priceFrom: Number.NaN, colour: ["\u0000\ud800"] },
        sort: "Newest",
        limit: 1,
      });
    }),
  );
});
