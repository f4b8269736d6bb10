// One process of several on one folder: does what it is told with payments and cards, and says what came of it.
import { cents, PaymentReference, Payments, StoreCredit } from "@resale/core";
import { Effect, Layer, Result } from "effect";
import { ada, captured, cards, giftCards, usd } from "../money.ts";

const [folder = "", task = "", about = "", worker = ""] = process.argv.slice(2);

/** Gives back a dollar at a time until it is refused. */
const refundAll = Effect.gen(function* () {
  const payments = yield* Payments;
  const payment = PaymentReference.make(about);
  for (let index = 0; index < 200; index++) {
    const key = `${worker}-${index}`;
    const refund = yield* Effect.result(payments.refund({ key, payment, amount: cents(1_00) }));
    process.stdout.write(Result.isSuccess(refund) ? "refunded\n" : "refused\n");
    if (Result.isFailure(refund)) return;
  }
});

const payAndIssue = Effect.gen(function* () {
  const credit = yield* StoreCredit;
  for (let index = 0; index < Number(about); index++) {
    const payment = yield* captured(`sale-${index}`);
    const payout = {
      key: `sale-${index}`,
      amount: cents(80_00),
      currency: usd,
      email: ada,
      recipient: "Ada",
    };
    process.stdout.write(`${payment} ${yield* credit.issue(payout)}\n`);
  }
});

await Effect.runPromise(
  (task === "refund" ? refundAll : payAndIssue).pipe(
    Effect.provide(Layer.merge(cards(folder), giftCards(folder))),
  ),
);
