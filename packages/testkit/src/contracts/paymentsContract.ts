import { assert, describe, it } from "@effect/vitest";
import { type Currency, cents, type PaymentReference, Payments, type PaymentToken } from "@resale/core";
import { Effect, type Layer, Option } from "effect";

/** What a payment provider must offer so that the contract can be held against it. */
export interface PaymentsUnderTest {
  readonly layer: Layer.Layer<Payments>;
  readonly currency: Currency;
  /** A card that pays, and one that is refused. */
  readonly good: PaymentToken;
  readonly declined: PaymentToken;
}

let keys = 0;
const newKey = (): string => `contract-${process.pid}-${++keys}`;

/** What every payment provider owes the engine, whoever it is. */
export const paymentsContract = (name: string, make: () => PaymentsUnderTest): void => {
  const scenario = <A, E>(
    title: string,
    body: (payments: Payments["Service"], under: PaymentsUnderTest) => Effect.Effect<A, E>,
  ) =>
    it.effect(title, () => {
      const under = make();
      return Effect.flatMap(Payments, (payments) => body(payments, under)).pipe(Effect.provide(under.layer));
    });

  const order = ({ currency, good }: PaymentsUnderTest) => ({
    key: newKey(),
    amount: cents(100_00),
    currency,
    token: good,
  });

  describe(`${name} as card payments`, () => {
    scenario("R27 holds money once for a key, however often it is asked", (payments, under) =>
      Effect.gen(function* () {
        const request = order(under);
        const references = yield* Effect.all(
          [1, 2, 3, 4].map(() => payments.authorise(request)),
          { concurrency: "unbounded" },
        );
        assert.strictEqual(new Set(references).size, 1);
        assert.deepStrictEqual(
          yield* payments.find(request.key),
          Option.map(Option.fromNullishOr(references[0]), (reference) => ({
            reference,
            status: "Authorised" as const,
          })),
        );
      }),
    );

    scenario("R27 refuses a key that comes back with other content, naming it", (payments, under) =>
      Effect.gen(function* () {
        const request = order(under);
        const payment = yield* payments.authorise(request);
        const error = yield* Effect.flip(payments.authorise({ ...request, amount: cents(1) }));
        assert.strictEqual(error._tag, "ProviderRefused");
        assert.include(error._tag === "ProviderRefused" ? error.reason : "", request.key);
        yield* payments.capture({ key: `${request.key}c`, payment, amount: request.amount });
        yield* payments.refund({ key: `${request.key}r`, payment, amount: cents(1) });
        const refund = payments.refund({ key: `${request.key}r`, payment, amount: cents(2) });
        assert.include((yield* Effect.flip(refund)).reason, `${request.key}r`);
      }),
    );

    scenario("R27 knows nothing of a key it never saw", (payments) =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* payments.find(newKey()), Option.none());
      }),
    );

    scenario("R27 answers a repeated refusal as the first time, and says so when asked", (payments, under) =>
      Effect.gen(function* () {
        const request = { ...order(under), token: under.declined };
        const first = yield* Effect.flip(payments.authorise(request));
        assert.strictEqual(first._tag, "PaymentDeclined");
        assert.deepEqual(yield* Effect.flip(payments.authorise(request)), first);
        const found = Option.getOrThrow(yield* payments.find(request.key));
        assert.strictEqual(found.status, "Declined");
      }),
    );

    scenario("captures once, not more than is held, and not what was let go", (payments, under) =>
      Effect.gen(function* () {
        const request = order(under);
        const payment = yield* payments.authorise(request);
        const most = { payment, amount: request.amount };
        const tooMuch = { key: newKey(), payment, amount: cents(request.amount + 1) };
        assert.strictEqual((yield* Effect.flip(payments.capture(tooMuch)))._tag, "ProviderRefused");
        const key = newKey();
        yield* payments.capture({ ...most, key });
        yield* payments.capture({ ...most, key });
        const second = yield* Effect.flip(payments.capture({ ...most, key: newKey() }));
        assert.strictEqual(second._tag, "ProviderRefused");
        const late = yield* Effect.flip(payments.cancel({ key: newKey(), payment }));
        assert.strictEqual(late._tag, "ProviderRefused");
        const other = yield* payments.authorise(order(under));
        yield* payments.cancel({ key: newKey(), payment: other });
        const gone = payments.capture({ key: newKey(), payment: other, amount: request.amount });
        assert.strictEqual((yield* Effect.flip(gone))._tag, "ProviderRefused");
      }),
    );

    scenario("R21 lets a hold go, once or twice", (payments, under) =>
      Effect.gen(function* () {
        const request = order(under);
        const payment = yield* payments.authorise(request);
        yield* payments.cancel({ key: newKey(), payment });
        yield* payments.cancel({ key: newKey(), payment });
        assert.strictEqual(Option.getOrThrow(yield* payments.find(request.key)).status, "Voided");
      }),
    );

    scenario("R51 gives back in parts, never more than was captured", (payments, under) =>
      Effect.gen(function* () {
        const request = order(under);
        const payment = yield* payments.authorise(request);
        const early = payments.refund({ key: newKey(), payment, amount: cents(1) });
        assert.strictEqual((yield* Effect.flip(early))._tag, "ProviderRefused");
        yield* payments.capture({ key: newKey(), payment, amount: cents(80_00) });
        const key = newKey();
        yield* payments.refund({ key, payment, amount: cents(50_00) });
        yield* payments.refund({ key, payment, amount: cents(50_00) });
        const tooMuch = payments.refund({ key: newKey(), payment, amount: cents(30_01) });
        assert.strictEqual((yield* Effect.flip(tooMuch))._tag, "ProviderRefused");
        yield* payments.refund({ key: newKey(), payment, amount: cents(30_00) });
        const nothingLeft = payments.refund({ key: newKey(), payment, amount: cents(1) });
        assert.strictEqual((yield* Effect.flip(nothingLeft))._tag, "ProviderRefused");
      }),
    );

    scenario("refuses what is no payment of its own, and no amount", (payments, under) =>
      Effect.gen(function* () {
        for (const strange of ["../../etc", "pay_1", "PAY"]) {
          const payment = strange as PaymentReference;
          const error = yield* Effect.flip(payments.capture({ key: newKey(), payment, amount: cents(1) }));
          assert.strictEqual(error._tag, "ProviderRefused");
        }
        for (const amount of [0, -1]) {
          const error = yield* Effect.flip(payments.authorise({ ...order(under), amount: cents(amount) }));
          assert.strictEqual(error._tag, "ProviderRefused");
        }
      }),
    );
  });
};
