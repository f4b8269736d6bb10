import { assert, describe, it } from "@effect/vitest";
import { cents, fiftyStates, PostalAddress, Tax } from "@resale/core";
import { Effect, Schema } from "effect";
import { salesTaxes, TaxTable } from "../src/index.ts";
import { usd } from "./money.ts";

const taxOf = (region: string, price: number, charge: number) =>
  Effect.gen(function* () {
    const tax = yield* Tax;
    const shipTo = Schema.decodeUnknownSync(PostalAddress)({
      ...{ name: "Ada", line1: "1 Main Street", city: "Town", zip: "10118", country: "US" },
      region,
    });
    const lines = [{ key: "a", price: cents(price), charge: cents(charge) }];
    return (yield* tax.quote({ shipTo, currency: usd, lines })).get("a");
  }).pipe(Effect.provide(TaxTable.layer()));

describe("the tax table", () => {
  it("R22 knows every state R18 ships to; five of them tax nothing", () => {
    for (const region of fiftyStates) assert.isDefined(salesTaxes[region], region);
    const free = fiftyStates.filter((region) => salesTaxes[region]?.rate === 0);
    assert.deepStrictEqual([...free].sort(), ["AK", "DE", "MT", "NH", "OR"]);
    for (const { rate } of Object.values(salesTaxes)) assert.isTrue(Number.isInteger(rate) && rate <= 1000);
  });

  it.effect("R22 taxes the shipping charge where the state does", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* taxOf("NY", 100_00, 10_00), 4_40);
      assert.strictEqual(yield* taxOf("CA", 100_00, 10_00), 7_25);
    }),
  );

  it.effect("R22 rounds half a cent up, in each line", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* taxOf("FL", 8, 0), 0);
      assert.strictEqual(yield* taxOf("ME", 10, 0), 1);
      assert.strictEqual(yield* taxOf("NY", 12, 0), 0);
      assert.strictEqual(yield* taxOf("NY", 13, 0), 1);
      assert.strictEqual(yield* taxOf("LA", 10, 0), 1);
      assert.strictEqual(yield* taxOf("LA", 9, 0), 0);
    }),
  );
});
