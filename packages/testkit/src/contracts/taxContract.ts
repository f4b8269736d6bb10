import { type Currency, cents, type PostalAddress, Tax } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer } from "effect";
import fc from "fast-check";
import type { Contract } from "./Contract.ts";
import { refusal } from "./endings.ts";
import { providerContract } from "./providerContract.ts";

/** What a source of sales tax is tried with. */
export interface TaxUnderTest {
  readonly currency: Currency;
  readonly shipTo: PostalAddress;
  /** Where no sales tax is taken, and where none is known. */
  readonly untaxed: PostalAddress;
  readonly unknown: PostalAddress;
}

const cart = fc.uniqueArray(
  fc.record({
    key: fc.uuid(),
    price: fc.integer({ min: 1, max: 1_000_000 }).map(cents),
    charge: fc.nat(5_000).map(cents),
  }),
  { selector: ({ key }) => key, maxLength: 6 },
);

/** What every source of sales tax owes the engine, whoever it is. */
export const taxContract = <R, E>(
  name: string,
  services: Layer.Layer<Tax | R, E>,
  under: TaxUnderTest,
): Contract =>
  providerContract(`${name}: Tax`, services, (promise) => {
    const { currency, shipTo } = under;
    const line = { key: "a", price: cents(100_00), charge: cents(9_95) };

    promise(
      "R22 answers for each line by its key, whatever else is in the cart",
      Effect.flatMap(Tax, ({ quote }) =>
        Effect.promise(() =>
          fc.assert(
            fc.asyncProperty(cart, async (lines) => {
              const taxes = await Effect.runPromise(quote({ shipTo, currency, lines }));
              const keys = lines.map(({ key }) => key);
              assert.sameMembers([...taxes.keys()], keys, "a quote is not of the lines that were asked for");
              for (const one of lines) {
                const alone = await Effect.runPromise(quote({ shipTo, currency, lines: [one] }));
                const tax = taxes.get(one.key) ?? -1;
                assert.strictEqual(tax, alone.get(one.key), "a line's tax hangs on what else is in the cart");
                assert.isTrue(Number.isSafeInteger(tax), "a tax is not in whole cents");
                assert.isAtLeast(tax, 0, "a tax is negative");
                assert.isAtMost(tax, one.price + one.charge, "a tax is more than what it is taken of");
              }
            }),
            { numRuns: 50 },
          ),
        ),
      ),
    );

    promise(
      "R22 takes nothing where nothing is taken, and something elsewhere",
      Effect.gen(function* () {
        const { quote } = yield* Tax;
        const free = yield* quote({ shipTo: under.untaxed, currency, lines: [line] });
        assert.strictEqual(free.get("a"), 0, "tax is taken where there is none");
        const taxed = yield* quote({ shipTo, currency, lines: [line] });
        assert.isAbove(taxed.get("a") ?? 0, 0, "no tax is taken where there is one");
      }),
    );

    promise(
      "R22 refuses a place of which it knows nothing",
      Effect.gen(function* () {
        const { quote } = yield* Tax;
        yield* refusal(
          "the tax of a place of which nothing is known",
          quote({ shipTo: under.unknown, currency, lines: [line] }),
        );
      }),
    );
  });
