import { assert, describe, it } from "@effect/vitest";
import {
  Carrier,
  CountryCode,
  Currency,
  cents,
  Email,
  instant,
  LabelReference,
  OutcomeUnknown,
  PaymentDeclined,
  Payments,
  PaymentToken,
  type PostalAddress,
  ProviderUnavailable,
  RegionCode,
  StoreCredit,
  Tax,
  Zip,
} from "@resale/core";
import { MemoryCarrier, MemoryPayments, MemoryStoreCredit, MemoryTax } from "@resale/testkit";
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

describe("the ports in memory", () => {
  it.effect("R27 an answer that is lost after acting is found again under its key", () =>
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
      const other = yield* Effect.flip(payments.authorise({ ...hold, amount: cents(1) }));
      assert.strictEqual(other._tag, "ProviderRefused");
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

  it.effect("a declined card stays declined under its key", () =>
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

  it.effect("never more is captured than authorised, nor given back than captured", () =>
    Effect.gen(function* () {
      const { authorise, capture, refund, cancel } = yield* Payments;
      const { payments } = yield* MemoryPayments;
      const payment = yield* authorise(hold);
      yield* Effect.flip(capture({ key: "c0", payment, amount: cents(10_001) }));
      yield* capture({ key: "c1", payment, amount: cents(10_000) });
      yield* Effect.flip(cancel({ key: "v1", payment }));
      yield* refund({ key: "r1", payment, amount: cents(6_000) });
      yield* refund({ key: "r1", payment, amount: cents(6_000) });
      yield* Effect.flip(refund({ key: "r2", payment, amount: cents(4_001) }));
      yield* refund({ key: "r3", payment, amount: cents(4_000) });
      assert.strictEqual(payments.get(payment)?.refunded, 10_000);
    }).pipe(Effect.provide(MemoryPayments.layer)),
  );

  it.effect("R48 store credit is issued once for a key, and found by e-mail in any case", () =>
    Effect.gen(function* () {
      const { issue, find, resend } = yield* StoreCredit;
      const { cards, resent } = yield* MemoryStoreCredit;
      const email = Email.make("Ada@Example.com");
      const request = { key: "payout-1", amount: cents(8_000), currency: USD, email, recipient: "Ada" };
      const reference = yield* issue(request);
      assert.strictEqual(yield* issue(request), reference);
      assert.strictEqual(cards.size, 1);
      const found = yield* find(Email.make("ada@example.com"));
      assert.deepStrictEqual(
        found.map((card) => card.reference),
        [reference],
      );
      yield* resend({ reference, email });
      assert.lengthOf(resent, 1);
    }).pipe(Effect.provide(MemoryStoreCredit.layer)),
  );

  it.effect("R39 a label is bought once for a key, and given back only if it was not used", () =>
    Effect.gen(function* () {
      const { buyLabel, refundLabel, track } = yield* Carrier;
      const { scan, labels } = yield* MemoryCarrier;
      const request = { key: "label-1", from: address, to: address, reference: "order-1" };
      const label = yield* buyLabel(request);
      assert.deepStrictEqual(yield* buyLabel(request), label);
      assert.deepStrictEqual(yield* track(label.tracking), []);
      scan(label.tracking, { at: instant(1), status: "Accepted" });
      assert.lengthOf(yield* track(label.tracking), 1);
      yield* Effect.flip(refundLabel({ key: "refund-1", label: label.reference }));
      const unused = yield* buyLabel({ ...request, key: "label-2" });
      yield* refundLabel({ key: "refund-2", label: unused.reference });
      assert.isTrue(labels.get(unused.reference)?.refunded);
      yield* Effect.flip(refundLabel({ key: "refund-3", label: LabelReference.make("stranger") }));
    }).pipe(Effect.provide(MemoryCarrier.layer)),
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
