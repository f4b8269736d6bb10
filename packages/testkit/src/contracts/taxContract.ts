import { assert, describe, it } from "@effect/vitest";
import { type Currency, cents, type PostalAddress, Tax } from "@resale/core";
import { Effect, type Layer } from "effect";
import fc from "fast-check";

/** What a source of sales tax must offer so that the contract can be held against it. */
export interface TaxUnderTest {
  readonly layer: Layer.Layer<Tax>;
  readonly currency: Currency;
  readonly shipTo: PostalAddress;
  /** Where no sales tax is taken, and where none is known. */
  readonly untaxed: PostalAddress;
  readonly unknown: PostalAddress;
}

/** What every source of sales tax owes the engine, whoever it is. */
export const taxContract = (name: string, make: () => TaxUnderTest): void => {
  const scenario = <A, E>(
    title: string,
    body: (tax: Tax["Service"], under: TaxUnderTest) => Effect.Effect<A, E>,
  ) =>
    it.effect(title, () => {
      const under = make();
      return Effect.flatMap(Tax, (tax) => body(tax, under)).pipe(Effect.provide(under.layer));
    });
  const line = (key: string, price: number, charge: number) => ({
    key,
    price: cents(price),
    charge: cents(charge),
  });

  describe(`${name} as sales tax`, () => {
    scenario("R22 answers for each line by its key, whatever else is in the cart", (tax, under) =>
      Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(
            fc.uniqueArray(fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 1_000_000 }), fc.nat(5_000)), {
              selector: ([key]) => key,
              maxLength: 6,
            }),
            async (cart) => {
              const { shipTo, currency } = under;
              const lines = cart.map(([key, price, charge]) => line(key, price, charge));
              const quote = await Effect.runPromise(tax.quote({ shipTo, currency, lines }));
              assert.deepStrictEqual([...quote.keys()].sort(), lines.map(({ key }) => key).sort());
              for (const one of lines) {
                const alone = await Effect.runPromise(tax.quote({ shipTo, currency, lines: [one] }));
                assert.strictEqual(quote.get(one.key), alone.get(one.key));
                const amount = quote.get(one.key) ?? -1;
                assert.isTrue(
                  Number.isSafeInteger(amount) && amount >= 0 && amount <= one.price + one.charge,
                );
              }
            },
          ),
          { numRuns: 50 },
        ),
      ),
    );

    scenario("R22 takes nothing where nothing is taken", (tax, under) =>
      Effect.gen(function* () {
        const { untaxed: shipTo, currency } = under;
        const quote = yield* tax.quote({ shipTo, currency, lines: [line("a", 100_00, 9_95)] });
        assert.strictEqual(quote.get("a"), 0);
      }),
    );

    scenario("R22 refuses a place of which it knows nothing", (tax, under) =>
      Effect.gen(function* () {
        const { unknown: shipTo, currency } = under;
        const error = yield* Effect.flip(tax.quote({ shipTo, currency, lines: [line("a", 1, 0)] }));
        assert.strictEqual(error._tag, "ProviderRefused");
      }),
    );
  });
};
