import { assert, describe, it } from "@effect/vitest";
import {
  CountryCode,
  Currency,
  cents,
  OutcomeUnknown,
  PaymentDeclined,
  Payments,
  PaymentToken,
  type PostalAddress,
  ProviderUnavailable,
  RegionCode,
  Tax,
  Zip,
} from "@resale/core";
import { MemoryPayments, MemoryTax } from "@resale/testkit";
import { Effect, Layer, Option } from "effect";

const address: PostalAddress = {
  name: "Ada Lovelace",
  line1: "1 Main St",
  city: "New York",
  region: RegionCode.make("NY"),
  zip: Zip.make("10001"),
  country: CountryCode.make("US"),
};
const USD = Currency.make("USD");
const hold = { key: "k1", amount: cents(10_000), currency: USD, token: PaymentToken.make("tok") };

describe("what a test plans for the ports in memory", () => {
  it.effect("R27 a call whose answer is lost after acting has acted once", () =>
    Effect.gen(function* () {
      const payments = yield* Payments;
      const { failNext, effects, payments: kept } = yield* MemoryPayments;
      const lost = new OutcomeUnknown({ provider: "memory payments", reason: "timed out" });
      failNext("authorise", lost, { afterActing: true });
      assert.strictEqual(yield* Effect.flip(payments.authorise(hold)), lost);
      const found = Option.getOrThrow(yield* payments.find("k1"));
      assert.strictEqual(found.status, "Authorised");
      assert.strictEqual(yield* payments.authorise(hold), found.reference);
      assert.strictEqual(effects.get("k1"), 1);
      assert.strictEqual(kept.size, 1);
    }).pipe(Effect.provide(MemoryPayments.layer)),
  );

  it.effect("a call that fails before acting has done nothing", () =>
    Effect.gen(function* () {
      const payments = yield* Payments;
      const { failNext } = yield* MemoryPayments;
      failNext("authorise", new ProviderUnavailable({ provider: "memory payments", reason: "busy" }));
      yield* Effect.flip(payments.authorise(hold));
      assert.isTrue(Option.isNone(yield* payments.find("k1")));
    }).pipe(Effect.provide(MemoryPayments.layer)),
  );

  it.effect("a decline that a test planned stays one under its key", () =>
    Effect.gen(function* () {
      const payments = yield* Payments;
      const { failNext } = yield* MemoryPayments;
      failNext("authorise", new PaymentDeclined({ reason: "CardDeclined" }));
      for (const _ of [1, 2]) {
        assert.strictEqual((yield* Effect.flip(payments.authorise(hold)))._tag, "PaymentDeclined");
      }
      assert.strictEqual(Option.getOrThrow(yield* payments.find("k1")).status, "Declined");
      yield* payments.authorise({ ...hold, key: "k2" });
    }).pipe(Effect.provide(MemoryPayments.layer)),
  );

  it.effect("R22 tax is a share of price and shipping charge, line by line", () =>
    Effect.gen(function* () {
      const { quote } = yield* Tax;
      const lines = [
        { key: "a", price: cents(10_000), charge: cents(995) },
        { key: "b", price: cents(1), charge: cents(0) },
      ];
      const taxes = yield* quote({ shipTo: address, currency: USD, lines });
      assert.deepStrictEqual(
        [...taxes],
        [
          ["a", cents(880)],
          ["b", cents(0)],
        ],
      );
    }).pipe(Effect.provide(Layer.fresh(MemoryTax.layer))),
  );
});
