import { assert, describe, it } from "@effect/vitest";
import { cents, instant, MINUTE, Payments } from "@resale/core";
import { Effect, Option, Result } from "effect";
import { TestClock } from "effect/testing";
import { CardSimulator, HOLD_LASTS, verifyWebhook } from "../src/index.ts";
import { authorise, captured, cards, MONDAY, secret } from "./money.ts";

const statusOf = (key: string) =>
  Effect.map(
    Payments.use((payments) => payments.find(key)),
    Option.match({ onNone: () => "none", onSome: ({ status }) => status }),
  );

/** What is to be told by now, checked and acknowledged. */
const takeNews = Effect.gen(function* () {
  const control = yield* CardSimulator;
  const news: Array<string> = [];
  for (const { id, at, body, signature } of yield* control.events) {
    const now = instant(yield* TestClock.testClockWith((clock) => clock.currentTimeMillis));
    assert.isAtMost(at, now);
    const webhook = verifyWebhook({ secret, header: signature, body, now, toleranceMs: 1000 });
    const { type, amount } = Result.getOrThrow(webhook);
    news.push(`${type} ${amount}`);
    yield* control.acknowledge(id);
  }
  return news;
});

describe("cards", () => {
  for (const [token, reason] of [
    ["tok_declined", "CardDeclined"],
    ["tok_insufficient_funds", "InsufficientFunds"],
    ["tok_expired", "CardExpired"],
    ["tok_fraud", "Fraud"],
    ["tok_authentication_failed", "AuthenticationFailed"],
  ] as const) {
    it.effect(`R21 ${token} is declined, and nothing is charged`, () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(authorise("a", token));
        assert.deepInclude<unknown>(error, { _tag: "PaymentDeclined", reason });
        const ledger = yield* (yield* CardSimulator).ledger;
        assert.deepStrictEqual(
          ledger.map(({ kind, balance }) => [kind, balance]),
          [["Declined", 0]],
        );
      }).pipe(Effect.provide(cards())),
    );
  }

  it.effect("R23 the brand's gift cards are refused, and so is what is no card", () =>
    Effect.gen(function* () {
      for (const token of ["tok_gift_card", "gc_0123456789"]) {
        const error = yield* Effect.flip(authorise("a", token));
        assert.deepInclude<unknown>(error, { _tag: "ProviderRefused" });
        if (error._tag === "ProviderRefused") assert.match(error.reason, /gift cards/);
      }
      const error = yield* Effect.flip(authorise("b", "tok_unheard_of"));
      assert.strictEqual(error._tag, "ProviderRefused");
      assert.strictEqual(yield* statusOf("a"), "none");
    }).pipe(Effect.provide(cards())),
  );

  it.effect("R27 an answer that was lost is found by its key, and the repeat gets it", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(authorise("a", "tok_answer_lost"));
      assert.strictEqual(error._tag, "OutcomeUnknown");
      assert.strictEqual(yield* statusOf("a"), "Authorised");
      const reference = yield* authorise("a", "tok_answer_lost");
      const found = yield* Payments.use((payments) => payments.find("a"));
      assert.strictEqual(Option.getOrThrow(found).reference, reference);
    }).pipe(Effect.provide(cards())),
  );

  it.effect("R27 a provider that cannot be asked has done nothing, and can be asked again", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(authorise("a", "tok_unavailable_once"));
      assert.strictEqual(error._tag, "ProviderUnavailable");
      assert.strictEqual(yield* statusOf("a"), "none");
      yield* authorise("a", "tok_unavailable_once");
      assert.strictEqual(yield* statusOf("a"), "Authorised");
    }).pipe(Effect.provide(cards())),
  );

  it.effect("R21 a slow bank answers twenty minutes later, when the hold on the listing is over", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(MONDAY);
      const ask = authorise("a", "tok_slow");
      assert.strictEqual((yield* Effect.flip(ask))._tag, "OutcomeUnknown");
      yield* TestClock.adjust(20 * MINUTE - 1);
      assert.strictEqual((yield* Effect.flip(ask))._tag, "OutcomeUnknown");
      assert.strictEqual(yield* statusOf("a"), "none");
      assert.deepStrictEqual(yield* takeNews, []);
      assert.deepStrictEqual(yield* (yield* CardSimulator).due, Option.some(MONDAY + 20 * MINUTE));
      yield* TestClock.adjust(1);
      assert.strictEqual(yield* statusOf("a"), "Authorised");
      assert.deepStrictEqual(yield* takeNews, ["payment.authorised 10000"]);
      const payment = yield* ask;
      yield* Payments.use((payments) => payments.cancel({ key: "c", payment }));
      assert.strictEqual(yield* statusOf("a"), "Voided");
    }).pipe(Effect.provide(cards())),
  );

  it.effect("R27 a hold ends after seven days, and is captured no more", () =>
    Effect.gen(function* () {
      const payments = yield* Payments;
      yield* TestClock.setTime(MONDAY);
      const [kept, lost] = [yield* authorise("kept"), yield* authorise("lost")];
      yield* TestClock.adjust(HOLD_LASTS - 1);
      yield* payments.capture({ key: "k", payment: kept, amount: cents(100_00) });
      yield* TestClock.adjust(1);
      assert.strictEqual(yield* statusOf("lost"), "Voided");
      const late = payments.capture({ key: "l", payment: lost, amount: cents(100_00) });
      assert.strictEqual((yield* Effect.flip(late))._tag, "ProviderRefused");
      yield* TestClock.adjust(1);
      assert.strictEqual(yield* statusOf("kept"), "Captured");
    }).pipe(Effect.provide(cards())),
  );

  it.effect("R27 a capture the bank refuses leaves the money held, to be let go", () =>
    Effect.gen(function* () {
      const payments = yield* Payments;
      const payment = yield* authorise("a", "tok_capture_refused");
      const capture = payments.capture({ key: "c", payment, amount: cents(1) });
      assert.strictEqual((yield* Effect.flip(capture))._tag, "ProviderRefused");
      yield* payments.cancel({ key: "v", payment });
      assert.strictEqual(yield* statusOf("a"), "Voided");
    }).pipe(Effect.provide(cards())),
  );
});

describe("chargebacks", () => {
  it.effect("R50 are told, take what was not refunded, and bring it back if they are won", () =>
    Effect.gen(function* () {
      const control = yield* CardSimulator;
      const payments = yield* Payments;
      yield* TestClock.setTime(MONDAY);
      const payment = yield* captured("a");
      yield* payments.refund({ key: "r", payment, amount: cents(30_00) });
      yield* takeNews;
      yield* control.chargeback(payment);
      yield* control.chargeback(payment);
      assert.deepStrictEqual(yield* takeNews, ["chargeback.opened 7000"]);
      const refund = payments.refund({ key: "r2", payment, amount: cents(1) });
      assert.strictEqual((yield* Effect.flip(refund))._tag, "ProviderRefused");
      yield* control.decideChargeback(payment, "Won");
      assert.deepStrictEqual(yield* takeNews, ["chargeback.won 7000"]);
      yield* payments.refund({ key: "r3", payment, amount: cents(70_00) });
      const balance = (yield* control.ledger).reduce((total, movement) => total + movement.balance, 0);
      assert.strictEqual(balance, 0);
      assert.strictEqual((yield* Effect.flip(control.chargeback(payment)))._tag, "ProviderRefused");
    }).pipe(Effect.provide(cards())),
  );

  it.effect(
    "R50 come by themselves two days after the capture for a card that does so, and may be lost",
    () =>
      Effect.gen(function* () {
        const control = yield* CardSimulator;
        yield* TestClock.setTime(MONDAY);
        const payment = yield* captured("a", "tok_chargeback");
        yield* takeNews;
        const due = Option.getOrThrow(yield* control.due);
        yield* TestClock.setTime(due - 1);
        assert.deepStrictEqual(yield* takeNews, []);
        yield* TestClock.setTime(due);
        assert.deepStrictEqual(yield* takeNews, ["chargeback.opened 10000"]);
        yield* control.decideChargeback(payment, "Lost");
        assert.deepStrictEqual(yield* takeNews, ["chargeback.lost 10000"]);
        assert.deepStrictEqual(yield* control.due, Option.none());
        const again = control.decideChargeback(payment, "Won");
        assert.strictEqual((yield* Effect.flip(again))._tag, "ProviderRefused");
      }).pipe(Effect.provide(cards())),
  );
});

describe("news of payments", () => {
  it.effect("R27 is told again until it is acknowledged, refund by refund", () =>
    Effect.gen(function* () {
      const control = yield* CardSimulator;
      const payments = yield* Payments;
      const payment = yield* captured("a");
      for (const key of ["r1", "r2"]) yield* payments.refund({ key, payment, amount: cents(10_00) });
      assert.lengthOf(yield* control.events, 4);
      assert.lengthOf(yield* control.events, 4);
      assert.deepStrictEqual(yield* takeNews, [
        "payment.authorised 10000",
        "payment.captured 10000",
        "payment.refunded 1000",
        "payment.refunded 1000",
      ]);
      assert.lengthOf(yield* control.events, 0);
      yield* payments.refund({ key: "r3", payment, amount: cents(5_00) });
      assert.deepStrictEqual(yield* takeNews, ["payment.refunded 500"]);
    }).pipe(Effect.provide(cards())),
  );

  it("R37 of a kind we do not know is unknown, and changes nothing", async () => {
    const { sign } = await import("@resale/simulator");
    const now = instant(MONDAY);
    const read = (value: unknown) => {
      const body = new TextEncoder().encode(JSON.stringify(value));
      const header = sign({ secret, body, at: now });
      return verifyWebhook({ secret, header, body, now, toleranceMs: 0 });
    };
    const webhook = { id: "e", type: "payment.teleported", payment: "pay_1", amount: 1, extra: true };
    assert.strictEqual(Result.getOrThrow(read(webhook)).type, "unknown");
    const malformed = Result.getOrThrow(Result.flip(read({ ...webhook, amount: 0.5 })));
    assert.deepInclude<unknown>(malformed, { _tag: "Malformed", field: "amount" });
  });
});

describe("faults on demand", () => {
  it.effect("R27 lose answers of captures and refunds without doubling them", () =>
    Effect.gen(function* () {
      const control = yield* CardSimulator;
      const payments = yield* Payments;
      yield* control.fail("capture", { _tag: "AnswerLost" });
      yield* control.fail("find", { _tag: "AnswerLost" });
      const payment = yield* authorise("a");
      assert.strictEqual((yield* Effect.flip(payments.find("a")))._tag, "ProviderUnavailable");
      const capture = payments.capture({ key: "c", payment, amount: cents(100_00) });
      assert.strictEqual((yield* Effect.flip(capture))._tag, "OutcomeUnknown");
      yield* capture;
      yield* control.fail("refund", { _tag: "AnswerLost" }, 2);
      const refund = payments.refund({ key: "r", payment, amount: cents(60_00) });
      yield* Effect.flip(refund);
      yield* Effect.flip(refund);
      yield* refund;
      const balance = (yield* control.ledger).reduce((total, movement) => total + movement.balance, 0);
      assert.strictEqual(balance, 40_00);
    }).pipe(Effect.provide(cards())),
  );
});
