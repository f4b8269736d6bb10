import type { Cents, Currency, Instant, PaymentReference } from "@resale/core";
import type { Telling } from "@resale/simulator";
import type { PaymentNews } from "../webhook/PaymentWebhook.ts";
import { type PaymentFact, paymentOf } from "./Payment.ts";

const news = {
  Authorised: "payment.authorised",
  Declined: "payment.declined",
  Captured: "payment.captured",
  Voided: "payment.voided",
  Refunded: "payment.refunded",
  ChargebackOpened: "chargeback.opened",
  ChargebackWon: "chargeback.won",
  ChargebackLost: "chargeback.lost",
} as const satisfies Partial<Record<PaymentFact["_tag"], PaymentNews>>;
type MovementTag = keyof typeof news;

/** One line of the provider's books. Only captures, refunds and chargebacks move money; holds promise it. */
export interface Movement {
  readonly payment: PaymentReference;
  readonly at: Instant;
  readonly kind: MovementTag;
  readonly amount: Cents;
  readonly currency: Currency;
  /** What it adds to the shop's balance. */
  readonly balance: number;
}

const signs: Partial<Record<MovementTag, 1 | -1>> = {
  Captured: 1,
  Refunded: -1,
  ChargebackOpened: -1,
  ChargebackWon: 1,
};

const isMovement = (fact: PaymentFact): fact is Extract<PaymentFact, { readonly _tag: MovementTag }> =>
  fact._tag in news;

/** All that happened to a payment's money, as it happened. */
export const movementsOf = (
  payment: PaymentReference,
  facts: ReadonlyArray<PaymentFact>,
): ReadonlyArray<Movement> => {
  const currency = paymentOf(facts)?.requested.currency;
  if (currency === undefined) return [];
  return facts.filter(isMovement).map(({ _tag, at, amount }) => ({
    payment,
    at,
    kind: _tag,
    amount,
    currency,
    balance: amount * (signs[_tag] ?? 0),
  }));
};

/** The same as news for webhooks, numbered within their kind: `payment.refunded-2`. */
export const tellings = (
  payment: PaymentReference,
  facts: ReadonlyArray<PaymentFact>,
): ReadonlyArray<Telling> => {
  const counts = new Map<string, number>();
  return movementsOf(payment, facts).map(({ at, kind, amount }) => {
    const type = news[kind];
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    return { event: `${type}-${count}`, at, body: { type, payment, amount } };
  });
};
