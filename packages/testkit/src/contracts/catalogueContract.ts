import { Catalogue, type CatalogueEntry, type CatalogueFilter, cents, instant, Store } from "@resale/core";
import { assert } from "chai";
import { Effect, Option } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { entry, find, listings, newWord, pages, show, sorted } from "./catalogueEntries.ts";
import { change, NOON, newId } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";

/** What every catalogue promises: filters, sorting and pages over what the store's commits put into it (R20). */
export const catalogueContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: Catalogue`, store, (it) => {
    it.effect("R15 a listing is found from the commit that shows it to the one that hides it", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const colour = newId();
        const shown = entry({ colour });
        const subject = { kind: "listing" as const, id: shown.listing };
        yield* commit({ changes: [change(subject)] });
        assert.deepStrictEqual(yield* find({ colour: [colour] }), []);
        yield* show([shown], 1);
        assert.deepStrictEqual(yield* find({ colour: [colour] }), [shown]);
        const reserved = { ...shown, reserved: true, price: cents(9_000) };
        yield* show([reserved], 2);
        assert.deepStrictEqual(yield* find({ colour: [colour] }), [reserved]);
        yield* commit({ changes: [change(subject, { expected: 3 })] });
        assert.deepStrictEqual(yield* find({ colour: [colour] }), [reserved]);
        yield* commit({ changes: [change(subject, { expected: 4, catalogue: null })] });
        assert.deepStrictEqual(yield* find({ colour: [colour] }), []);
      }),
    );

    it.effect("a commit that is refused shows nothing", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const colour = newId();
        const [shown, other] = [entry({ colour }), entry({ colour })];
        yield* show([shown]);
        yield* Effect.flip(
          commit({
            changes: [
              change({ kind: "listing", id: other.listing }, { catalogue: other }),
              change({ kind: "listing", id: shown.listing }, { expected: 7, catalogue: null }),
            ],
          }),
        );
        assert.deepStrictEqual(yield* find({ colour: [colour] }), [shown]);
      }),
    );

    it.effect("R20 every filter that is named must hold; several values of one are alternatives", () =>
      Effect.gen(function* () {
        const material = newId();
        const [a, b, c, d] = [
          entry({ material, grade: "Good", colour: "black", price: cents(5_000) }),
          entry({ material, grade: "Good", colour: "red", price: cents(6_000), ownStock: true }),
          entry({ material, grade: "Excellent", colour: "red", price: cents(7_000), category: "wallets" }),
          entry({ material, grade: "New", colour: null, price: cents(8_000) }),
        ];
        yield* show([a, b, c, d]);
        const found = (filter: CatalogueFilter) =>
          Effect.map(find({ material: [material], ...filter }), sorted);
        assert.deepStrictEqual(yield* found({ grade: ["Good"] }), sorted([a, b]));
        assert.deepStrictEqual(yield* found({ grade: ["Good", "Excellent"] }), sorted([a, b, c]));
        assert.deepStrictEqual(yield* found({ grade: ["Good"], colour: ["red"] }), sorted([b]));
        assert.deepStrictEqual(yield* found({ grade: [] }), sorted([a, b, c, d]));
        assert.deepStrictEqual(yield* found({ category: ["wallets"] }), sorted([c]));
        assert.deepStrictEqual(yield* found({ ownStock: true }), sorted([b]));
        assert.deepStrictEqual(yield* found({ ownStock: false }), sorted([a, c, d]));
        assert.deepStrictEqual(yield* found({ priceFrom: 6_000, priceTo: 7_000 }), sorted([b, c]));
        assert.deepStrictEqual(yield* found({ priceFrom: 8_001 }), []);
      }),
    );

    it.effect("R20 words are found in title, description, colour and material, in any order and case", () =>
      Effect.gen(function* () {
        const word = newWord();
        const [bag, wallet] = [
          entry({ title: `Mercer satchel ${word}`, colour: "Cherry", material: "leather" }),
          entry({ title: "Wallet", description: `Hardly used, with strap. ${word}` }),
        ];
        yield* show([bag, wallet]);
        assert.deepStrictEqual(yield* Effect.map(find({ text: word }), sorted), sorted([bag, wallet]));
        assert.deepStrictEqual(yield* find({ text: `${word.toUpperCase()} SATCHEL` }), [bag]);
        assert.deepStrictEqual(yield* find({ text: `leather cherry ${word}` }), [bag]);
        assert.deepStrictEqual(yield* find({ text: `strap ${word}` }), [wallet]);
        assert.deepStrictEqual(yield* find({ text: `${word} velvet` }), []);
        assert.deepStrictEqual(yield* find({ text: word, colour: ["Cherry"] }), [bag]);
        const { search } = yield* Catalogue;
        const strange = {
          filter: { text: `  '"\\:*&|!()<-> \u0000 \ud800 ` },
          sort: "Newest",
          limit: 1,
        } as const;
        yield* search(strange);
      }),
    );

    it.effect("R20 a word is found in either of its spellings", () =>
      Effect.gen(function* () {
        const word = newWord();
        const [gray, grey] = [
          entry({ title: `Gray tote ${word}` }),
          entry({ title: `Tote ${word}`, colour: "Pearl Grey" }),
        ];
        yield* show([gray, grey, entry({ title: `Green tote ${word}` })]);
        for (const text of [`gray ${word}`, `${word} Grey`, `tote gray grey ${word}`]) {
          assert.deepStrictEqual(yield* Effect.map(find({ text }), sorted), sorted([gray, grey]), text);
        }
        assert.deepStrictEqual(yield* find({ text: `pearl gray ${word}` }), [grey]);
      }),
    );

    it.effect("R20 entries are sorted by age and by price, each page after the one before", () =>
      Effect.gen(function* () {
        const material = newId();
        const shown = yield* show(
          Array.from({ length: 23 }, (_, at) =>
            entry({ material, price: cents(100 + (at % 4)), listedAt: instant(NOON + (at % 5)) }),
          ),
        );
        for (const [sort, by] of [
          ["Newest", (one: CatalogueEntry) => -one.listedAt],
          ["PriceUp", (one: CatalogueEntry) => one.price],
          ["PriceDown", (one: CatalogueEntry) => -one.price],
        ] as const) {
          const seen = yield* pages({ material: [material] }, sort, 5, Effect.void);
          assert.deepStrictEqual(sorted(seen), sorted(shown));
          assert.deepStrictEqual(
            seen.map(by),
            seen.map(by).sort((one, other) => one - other),
          );
        }
      }),
    );

    it.effect("pages are complete and without doubles while entries are changed, added and taken away", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const material = newId();
        const shown = yield* show(
          Array.from({ length: 20 }, (_, at) => entry({ material, listedAt: instant(NOON + at) })),
        );
        const gone = shown.slice(0, 4);
        const versions = new Map(shown.map(({ listing }) => [listing, 1]));
        let round = 0;
        const between = Effect.gen(function* () {
          round += 1;
          yield* show([entry({ material, listedAt: instant(NOON + 100 + round) })]);
          for (const one of shown.slice(4)) {
            const expected = versions.get(one.listing) ?? 0;
            yield* show([{ ...one, reserved: round % 2 === 1, price: cents(round) }], expected);
            versions.set(one.listing, expected + 1);
          }
          const [last] = gone.slice(round - 1, round);
          if (last === undefined) return;
          const subject = { kind: "listing" as const, id: last.listing };
          yield* commit({ changes: [change(subject, { expected: 1, catalogue: null })] });
        });
        const seen = yield* pages({ material: [material] }, "Newest", 3, between);
        assert.strictEqual(new Set(listings(seen)).size, seen.length);
        assert.deepStrictEqual(listings(seen).slice(0, 16), listings(shown).slice(4).reverse());
      }),
    );

    it.effect("a cursor that is none of ours, or of another sorting, is none", () =>
      Effect.gen(function* () {
        const { search } = yield* Catalogue;
        const material = newId();
        yield* show(Array.from({ length: 4 }, (_, at) => entry({ material, price: cents(at + 1) })));
        const request = { filter: { material: [material] }, sort: "PriceUp", limit: 2 } as const;
        const first = yield* search(request);
        const cursor = Option.getOrThrow(first.next);
        const down = yield* search({ ...request, sort: "PriceDown" });
        assert.deepStrictEqual(yield* search({ ...request, sort: "PriceDown", cursor }), down);
        for (const strange of [
          "",
          "x",
          "bnVsbA",
          "W10",
          cursor.slice(0, 9),
          `${cursor}${cursor}`,
          "\u0000",
        ]) {
          assert.deepStrictEqual(yield* search({ ...request, cursor: strange }), first);
        }
        assert.isTrue(Option.isNone((yield* search({ ...request, cursor })).next));
      }),
    );
  });
