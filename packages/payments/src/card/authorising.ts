import {
  type OutcomeUnknown,
  PaymentDeclined,
  PaymentReference,
  type PaymentStatus,
  type Payments,
  type ProviderRefused,
  ProviderUnavailable,
  plus,
} from "@resale/core";
import { hashOf, keyReused } from "@resale/simulator";
import { Effect, Option, Result } from "effect";
import { PaymentFact, paymentOf } from "./Payment.ts";
import { type PaymentDecision, type PaymentLogs, PROVIDER, refused, unknown } from "./payments.ts";
import { conductOf, isGiftCard } from "./tokens.ts";

type Port = Payments["Service"];
type Asked = PaymentDeclined | ProviderRefused | ProviderUnavailable | OutcomeUnknown;

/** What a look at the payment showed: whether we are the ones who asked first, and what became of it. */
interface Look {
  readonly isFirst: boolean;
  readonly isUnavailable: boolean;
  readonly status: PaymentStatus | undefined;
  readonly declined: PaymentDeclined["reason"] | undefined;
}

const referenceOf = (key: string): PaymentReference => PaymentReference.make(`pay_${hashOf(key)}`);

const outOfOrder = () => new ProviderUnavailable({ provider: PROVIDER, reason: "out of order for a moment" });

/** Asking a card for money, and asking what became of that. */
export const authorising = ({ log }: PaymentLogs) => {
  const look = (request: Parameters<Port["authorise"]>[0], isFirst: boolean) =>
    log.decide(referenceOf(request.key), (facts, now): PaymentDecision<Look, Asked> => {
      const { key, amount, currency, token } = request;
      const conduct = conductOf(token);
      const content = hashOf(JSON.stringify([amount, currency, token]));
      const payment = paymentOf(facts);
      if (payment !== undefined) {
        if (payment.requested.content !== content) return Result.fail(keyReused(PROVIDER, key));
        const { status, declined } = payment;
        return Result.succeed({
          answer: { isFirst, isUnavailable: false, status, declined: declined?.reason },
        });
      }
      if (isGiftCard(token)) return Result.fail(refused("token: gift cards are not taken as payment"));
      if (conduct === undefined) return Result.fail(refused(`token: there is no card ${token}`));
      if (amount <= 0) return Result.fail(refused(`amount: ${amount} cents cannot be held`));
      const answer = { isFirst: true, isUnavailable: false, status: undefined, declined: undefined };
      if (conduct.unavailableOnce === true && facts.length === 0) {
        return Result.succeed({
          answer: { ...answer, isUnavailable: true },
          fact: PaymentFact.cases.Unavailable.make({ at: now }),
        });
      }
      const answersAt = plus(now, conduct.answersAfter ?? 0);
      const fact = PaymentFact.cases.Requested.make({ at: now, amount, currency, token, content, answersAt });
      return Result.succeed({ answer, fact });
    });

  const authorise: Port["authorise"] = Effect.fn("CardSimulator.authorise")(function* (request) {
    const asked = yield* look(request, false);
    if (asked.isUnavailable) return yield* outOfOrder();
    const { status, declined } = asked.isFirst ? yield* look(request, true) : asked;
    const losesAnswer = conductOf(request.token)?.losesAnswer === true;
    if (asked.isFirst && losesAnswer) return yield* unknown("the answer was lost");
    if (status === undefined) return yield* unknown("the card's bank has not answered yet");
    if (declined !== undefined) return yield* new PaymentDeclined({ reason: declined });
    return referenceOf(request.key);
  });

  const find = Effect.fn("CardSimulator.find")(function* (key: string) {
    const reference = referenceOf(key);
    const payment = yield* log.decide(reference, (facts) => Result.succeed({ answer: paymentOf(facts) }));
    return Option.map(Option.fromNullishOr(payment?.status), (status) => ({ reference, status }));
  });

  return { authorise, find };
};
