import { Catalogue, cents, type Facets } from "@resale/core";
import { assert } from "chai";
import { Effect } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { entry, newWord, show } from "./catalogueEntries.ts";
import { newId } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";

/** What every catalogue promises of its facets, whether it counts all that match or only so many (R20). */
export const facetsContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: facets of the Catalogue`, store, (it) => {
    it.effect("R20 a facet counts its values, not narrowed by its own filter", () =>
      Effect.gen(function* () {
        const { facets } = yield* Catalogue;
        const material = newId();
        yield* show([
          entry({ material, grade: "Good", colour: "black" }),
          entry({ material, grade: "Good", colour: "red" }),
          entry({ material, grade: "Excellent", colour: "red", ownStock: true }),
          entry({ material, grade: "New", colour: null, price: cents(99_999) }),
        ]);
        assert.deepStrictEqual(yield* facets({ material: [material] }), {
          counted: "Exactly",
          total: 4,
          category: [{ value: "handbags", count: 4 }],
          grade: [
            { value: "Good", count: 2 },
            { value: "Excellent", count: 1 },
            { value: "New", count: 1 },
          ],
          colour: [
            { value: "red", count: 2 },
            { value: "black", count: 1 },
          ],
          material: (yield* facets({ material: [material] })).material,
          ownStock: [
            { value: "false", count: 3 },
            { value: "true", count: 1 },
          ],
        });
        const narrowed = yield* facets({ material: [material], grade: ["Good"], priceTo: 99_998 });
        assert.strictEqual(narrowed.total, 2);
        assert.deepStrictEqual(narrowed.grade, [
          { value: "Good", count: 2 },
          { value: "Excellent", count: 1 },
        ]);
        assert.deepStrictEqual(narrowed.colour, [
          { value: "black", count: 1 },
          { value: "red", count: 1 },
        ]);
        assert.deepInclude(narrowed.material, { value: material, count: 2 });
      }),
    );

    it.effect(
      "R20 facets of words are exact, or tell no more than there are, and that there may be more",
      () =>
        Effect.gen(function* () {
          const { facets } = yield* Catalogue;
          const word = newWord();
          const many = 12;
          yield* show(
            Array.from({ length: many }, (_, at) =>
              entry({
                title: `Tote ${word}`,
                colour: at % 3 === 0 ? "red" : "black",
                price: cents(1_000 * (at + 1)),
              }),
            ),
          );
          const told = yield* facets({ text: word });
          const counts = { total: many, red: 4, black: 8 };
          const of = ({ total, colour }: Facets) => ({
            total,
            ...Object.fromEntries(colour.map(({ value, count }) => [value, count])),
          });
          if (told.counted === "Exactly") assert.deepStrictEqual(of(told), counts);
          assert.isAbove(told.total, 0);
          for (const [name, count] of Object.entries(of(told))) {
            assert.isAtMost(count, counts[name as keyof typeof counts], name);
          }
          const none = yield* facets({ text: newWord() });
          assert.deepInclude(none, { counted: "Exactly", total: 0 });
          const narrowed = yield* facets({ text: word, colour: ["red"], priceTo: 6_000 });
          assert.isAtMost(narrowed.total, 2);
          assert.strictEqual(narrowed.counted, told.counted);
        }),
    );
  });
