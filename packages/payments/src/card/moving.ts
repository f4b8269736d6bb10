import type { Payments } from "@resale/core";
import { hashOf, type openIdempotencyKeys } from "@resale/simulator";
import { Effect, Result } from "effect";
import { PaymentFact } from "./Payment.ts";
import { add, leave, type PaymentDecision, type PaymentLogs, refused } from "./payments.ts";
import { conductOf } from "./tokens.ts";

type Port = Payments["Service"];

/** Taking the money that is held, letting it go, giving it back. */
export const moving = (payments: PaymentLogs, claim: ReturnType<typeof openIdempotencyKeys>) => {
  const capture: Port["capture"] = Effect.fn("CardSimulator.capture")(function* (request) {
    const { amount } = request;
    yield* claim(request.key, ["capture", request.payment, amount]);
    const key = hashOf(request.key);
    yield* payments.decide(request.payment, (payment, at): PaymentDecision<void> => {
      const { captured, held, status } = payment;
      if (captured?.key === key) return leave;
      if (captured !== undefined) return Result.fail(refused("the payment was captured before"));
      if (held === undefined || status !== "Authorised") {
        return Result.fail(refused(`nothing is held: the payment is ${status ?? "not answered"}`));
      }
      if (amount <= 0) return Result.fail(refused(`amount: ${amount} cents cannot be captured`));
      if (amount > held.amount)
        return Result.fail(refused(`amount: ${held.amount} cents are held, not ${amount}`));
      if (conductOf(payment.requested.token)?.refusesCapture === true) {
        return Result.fail(refused("the card's bank does not release the money"));
      }
      return add(PaymentFact.cases.Captured.make({ at, amount, key }));
    });
  });

  const cancel: Port["cancel"] = Effect.fn("CardSimulator.cancel")(function* (request) {
    yield* claim(request.key, ["cancel", request.payment]);
    yield* payments.decide(request.payment, ({ status, held }, at): PaymentDecision<void> => {
      if (status === "Voided" || status === "Declined") return leave;
      if (status === "Captured") return Result.fail(refused("the money was captured: refund it"));
      if (held === undefined) return Result.fail(refused("the card's bank has not answered yet"));
      return add(PaymentFact.cases.Voided.make({ at, amount: held.amount, why: "Cancelled" }));
    });
  });

  const refund: Port["refund"] = Effect.fn("CardSimulator.refund")(function* (request) {
    const { amount } = request;
    yield* claim(request.key, ["refund", request.payment, amount]);
    const key = hashOf(request.key);
    yield* payments.decide(request.payment, (payment, at): PaymentDecision<void> => {
      if (payment.refunds.some((refunded) => refunded.key === key)) return leave;
      if (payment.captured === undefined) return Result.fail(refused("nothing was captured"));
      if (amount <= 0) return Result.fail(refused(`amount: ${amount} cents cannot be refunded`));
      if (amount > payment.refundable) {
        return Result.fail(refused(`amount: ${payment.refundable} cents can be refunded, not ${amount}`));
      }
      return add(PaymentFact.cases.Refunded.make({ at, amount, key }));
    });
  });

  return { capture, cancel, refund };
};
