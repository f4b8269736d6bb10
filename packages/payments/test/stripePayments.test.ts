import { assert, describe, it } from "@effect/vitest";
import { cents, PaymentReference, Payments } from "@resale/core";
import { Effect, Fiber, Option, Redacted } from "effect";
import { TestClock } from "effect/testing";
import { StripePayments } from "../src/stripe/index.ts";
import { StripeStandin } from "../src/testing/index.ts";
import { authorise } from "./money.ts";
import { acts, stripe, stripeSettings } from "./stripe.ts";

const all = cents(100_00);
const find = (key: string) => Payments.use((payments) => payments.find(key));
const statusOf = (key: string) => Effect.map(find(key), (found) => Option.getOrUndefined(found)?.status);
const failed = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  ({
    _tag: "Instead",
    answer: { status, headers, body: { error: { type: "api_error", message: "Something went wrong." } } },
  }) as const;
const held = (key: string) => authorise(key, "pm_card_visa");
const captured = (key: string) =>
  Effect.tap(held(key), (payment) =>
    Payments.use((payments) => payments.capture({ key: `${key}-c`, payment, amount: all })),
  );

describe("a card at Stripe", () => {
  it.effect.each([
    ["pm_card_chargeDeclined", "CardDeclined"],
    ["pm_card_chargeDeclinedInsufficientFunds", "InsufficientFunds"],
    ["pm_card_chargeDeclinedExpiredCard", "CardExpired"],
    ["pm_card_chargeDeclinedFraudulent", "Fraud"],
    ["pm_card_chargeDeclinedLostCard", "CardDeclined"],
  ] as const)("R27 %s is declined as %s", ([token, reason]) =>
    Effect.gen(function* () {
      const declined = yield* Effect.flip(authorise("a", token));
      assert.deepInclude<unknown>(declined, { _tag: "PaymentDeclined", reason });
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R23 is a card: gift cards and other words are refused, and Stripe is not asked", () =>
    Effect.gen(function* () {
      const { asked } = yield* StripeStandin;
      for (const token of ["tok_gift_card", "gc_1", "tok_visa", "pm_1/../2"]) {
        assert.strictEqual((yield* Effect.flip(authorise("a", token)))._tag, "ProviderRefused");
      }
      assert.lengthOf(asked, 0);
      yield* authorise("b", "ctoken_visa");
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R27 whose bank asks the buyer is held once the buyer has answered", () =>
    Effect.gen(function* () {
      const { actionOf } = yield* StripePayments;
      const { answerBank, intents } = yield* StripeStandin;
      const ask = authorise("a", "pm_card_authenticationRequired");
      assert.strictEqual((yield* Effect.flip(ask))._tag, "OutcomeUnknown");
      assert.deepStrictEqual(yield* find("a"), Option.none());
      const [intent] = [...intents.values()];
      const action = Option.getOrThrow(yield* actionOf("a"));
      assert.strictEqual(Redacted.value(action), intent?.client_secret);
      yield* answerBank(intent?.id ?? "", true);
      assert.strictEqual(yield* ask, PaymentReference.make(intent?.id ?? ""));
      assert.deepStrictEqual(yield* actionOf("a"), Option.none());
      assert.strictEqual(intents.size, 1);
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R27 whose bank asks the buyer is declined if the buyer does not pass", () =>
    Effect.gen(function* () {
      const { answerBank, intents } = yield* StripeStandin;
      const ask = authorise("a", "pm_card_authenticationRequired");
      yield* Effect.flip(ask);
      yield* answerBank([...intents.keys()][0] ?? "", false);
      assert.deepInclude<unknown>(yield* Effect.flip(ask), { reason: "AuthenticationFailed" });
      assert.strictEqual(yield* statusOf("a"), "Declined");
    }).pipe(Effect.provide(stripe())),
  );
});

describe("an answer of Stripe that does not come", () => {
  it.effect("R27 is waited for so long, and had by asking again: the money is held once", () =>
    Effect.gen(function* () {
      const { misbehave, arrived, intents } = yield* StripeStandin;
      yield* misbehave(acts("authorise"), { _tag: "Silent" });
      const asking = yield* Effect.forkChild(Effect.flip(held("a")));
      yield* arrived(acts("authorise"));
      yield* TestClock.adjust(19_999);
      assert.isUndefined(asking.pollUnsafe());
      yield* TestClock.adjust(1);
      assert.strictEqual((yield* Fiber.join(asking))._tag, "OutcomeUnknown");
      const payment = yield* held("a");
      assert.deepStrictEqual([...intents.keys()], [payment]);
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R27 because the connection was cut before it began is asked for again under the same key", () =>
    Effect.gen(function* () {
      const { misbehave, intents, refunds } = yield* StripeStandin;
      const payments = yield* Payments;
      yield* misbehave(acts("authorise"), { _tag: "CutAfter" });
      const payment = yield* held("a");
      assert.deepStrictEqual([...intents.keys()], [payment]);
      yield* payments.capture({ key: "c", payment, amount: all });
      yield* misbehave(acts("refund"), { _tag: "CutAfter" }, 2);
      const refund = payments.refund({ key: "r", payment, amount: cents(10_00) });
      assert.strictEqual((yield* Effect.flip(refund))._tag, "OutcomeUnknown");
      yield* refund;
      assert.lengthOf(refunds, 1);
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R27 in a form that can be read may have acted; a question that is not answered has not", () =>
    Effect.gen(function* () {
      const { misbehave } = yield* StripeStandin;
      yield* misbehave(acts("authorise"), { _tag: "Garbled" });
      assert.strictEqual((yield* Effect.flip(held("a")))._tag, "OutcomeUnknown");
      const questions = ({ method }: { readonly method: string }) => method === "GET";
      for (const misconduct of [
        { _tag: "Garbled" } as const,
        failed(503),
        { _tag: "CutInAnswer" } as const,
      ]) {
        yield* misbehave(questions, misconduct);
        assert.strictEqual((yield* Effect.flip(find("a")))._tag, "ProviderUnavailable");
      }
      assert.strictEqual(yield* statusOf("a"), "Authorised");
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R27 because nobody was there has done nothing", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(held("a")))._tag, "ProviderUnavailable");
    }).pipe(Effect.provide(StripePayments.layer({ ...stripeSettings, url: "http://127.0.0.1:1" }))),
  );
});

describe("a failure that Stripe keeps under its key", () => {
  const replayed = failed(500, { "idempotent-replayed": "true" });

  it.effect("R27 is got past by looking: what was not captured is, and what was is not again", () =>
    Effect.gen(function* () {
      const { misbehave, intents } = yield* StripeStandin;
      const payments = yield* Payments;
      const payment = yield* held("a");
      const capture = payments.capture({ key: "c", payment, amount: all });
      yield* misbehave(acts("capture"), failed(500));
      yield* misbehave(acts("capture"), replayed);
      assert.strictEqual((yield* Effect.flip(capture))._tag, "OutcomeUnknown");
      yield* capture;
      assert.strictEqual(intents.get(payment)?.amount_received, 100_00);
      yield* misbehave(acts("capture"), replayed);
      yield* capture;
      const other = yield* held("b");
      yield* misbehave(acts("cancel"), replayed);
      yield* payments.cancel({ key: "v", payment: other });
      assert.strictEqual(intents.get(other)?.status, "canceled");
    }).pipe(Effect.provide(stripe())),
  );

  it.effect(
    "R27 leaves a hold and a refund unknown, until Stripe forgets the key: they are never made twice",
    () =>
      Effect.gen(function* () {
        const { misbehave, refunds, intents } = yield* StripeStandin;
        const payments = yield* Payments;
        yield* misbehave(acts("authorise"), replayed, 2);
        for (const _ of [1, 2]) assert.strictEqual((yield* Effect.flip(held("a")))._tag, "OutcomeUnknown");
        assert.strictEqual(intents.size, 0);
        const payment = yield* captured("b");
        yield* misbehave(acts("refund"), replayed);
        const refund = payments.refund({ key: "r", payment, amount: all });
        assert.strictEqual((yield* Effect.flip(refund))._tag, "OutcomeUnknown");
        assert.lengthOf(refunds, 0);
        yield* refund;
        assert.lengthOf(refunds, 1);
      }).pipe(Effect.provide(stripe())),
  );
});

describe("a key that Stripe has forgotten", () => {
  it.effect("R27 captures and gives back once all the same", () =>
    Effect.gen(function* () {
      const { forgetKeys, refunds } = yield* StripeStandin;
      const payments = yield* Payments;
      const payment = yield* captured("a");
      const refund = { key: "r", payment, amount: cents(30_00) };
      yield* payments.refund(refund);
      yield* forgetKeys;
      yield* payments.capture({ key: "a-c", payment, amount: all });
      yield* payments.refund(refund);
      assert.lengthOf(refunds, 1);
      const less = payments.capture({ key: "a-c", payment, amount: cents(1) });
      const ending = yield* Effect.flip(less);
      assert.deepInclude<unknown>(ending, { _tag: "ProviderRefused" });
      assert.include(ending.reason, "a-c");
    }).pipe(Effect.provide(stripe())),
  );
});

describe("Stripe's own limits", () => {
  it.effect("R27 are told with the time to wait, and a key that is not accepted as our own fault", () =>
    Effect.gen(function* () {
      const { misbehave } = yield* StripeStandin;
      yield* misbehave(acts("authorise"), failed(429, { "retry-after": "2" }));
      assert.deepInclude<unknown>(yield* Effect.flip(held("a")), {
        _tag: "ProviderUnavailable",
        retryAfter: 2_000,
      });
      yield* held("a");
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R27 a payment that is held by another request for a moment is asked for again", () =>
    Effect.gen(function* () {
      const { misbehave, arrived } = yield* StripeStandin;
      const payments = yield* Payments;
      const payment = yield* captured("a");
      const body = { error: { type: "invalid_request_error", code: "lock_timeout", message: "Locked." } };
      yield* misbehave(acts("refund"), { _tag: "Instead", answer: { status: 429, body } });
      const refunding = yield* Effect.forkChild(payments.refund({ key: "r", payment, amount: all }));
      yield* arrived(acts("refund"));
      // The refusal is on its way back to us for as long as that takes.
      while (refunding.pollUnsafe() === undefined) {
        yield* TestClock.adjust(250);
        yield* TestClock.withLive(Effect.sleep("2 millis"));
      }
      yield* Fiber.join(refunding);
    }).pipe(Effect.provide(stripe({ patience: 86_400_000 }))),
  );

  it.effect("R27 a hold that has ended is captured no more", () =>
    Effect.gen(function* () {
      const { expire } = yield* StripeStandin;
      const payments = yield* Payments;
      const payment = yield* held("a");
      yield* expire(payment);
      const late = payments.capture({ key: "c", payment, amount: all });
      assert.strictEqual((yield* Effect.flip(late))._tag, "ProviderRefused");
      assert.strictEqual(yield* statusOf("a"), "Voided");
    }).pipe(Effect.provide(stripe())),
  );

  it.effect("R51 a refund that did not arrive is told as refused", () =>
    Effect.gen(function* () {
      const { refunds } = yield* StripeStandin;
      const payments = yield* Payments;
      const payment = yield* captured("a");
      const refund = payments.refund({ key: "r", payment, amount: all });
      yield* refund;
      for (const made of refunds) made.status = "failed";
      assert.strictEqual((yield* Effect.flip(refund))._tag, "ProviderRefused");
    }).pipe(Effect.provide(stripe())),
  );
});

describe("a payment under its key", () => {
  it.effect(
    "R27 is found as it is now, by a search that lags or in the list, whatever letters the key has",
    () =>
      Effect.gen(function* () {
        const { lag } = yield* StripeStandin;
        const key = `it's "quoted\\"`;
        yield* captured(key);
        assert.strictEqual(yield* statusOf(key), "Captured");
        yield* lag(true);
        const later = Array.from({ length: 101 }, (_, count) => held(`later-${count}`));
        yield* Effect.all(later, { concurrency: 10 });
        assert.strictEqual(yield* statusOf(key), "Captured");
        assert.isUndefined(yield* statusOf("it"));
      }).pipe(Effect.provide(stripe())),
  );
});

describe("another account's key", () => {
  const wrong = { secretKey: Redacted.make("sk_test_of_somebody_else") };
  it.effect("R27 declines nobody: it is told as a setting to be put right", () =>
    Effect.gen(function* () {
      const ending = yield* Effect.flip(held("a"));
      assert.deepInclude<unknown>(ending, { _tag: "ProviderUnavailable" });
      assert.include(ending._tag === "ProviderUnavailable" ? ending.reason : "", "STRIPE_SECRET_KEY");
    }).pipe(Effect.provide(stripe(wrong))),
  );
});
