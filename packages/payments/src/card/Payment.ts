import {
  Amount,
  type Cents,
  Currency,
  cents,
  DAY,
  Instant,
  PaymentDeclined,
  type PaymentStatus,
  PaymentToken,
  plus,
  sum,
} from "@resale/core";
import { Schema } from "effect";
import { conductOf } from "./tokens.ts";

/** How long a hold lasts, as card networks have it. */
export const HOLD_LASTS = 7 * DAY;

const moved = { at: Instant, amount: Amount } as const;

/** What happened to a payment, in the order in which the provider wrote it down. */
export const PaymentFact = Schema.TaggedUnion({
  /** Money was asked for; the answer comes at `answersAt`. */
  Requested: {
    at: Instant,
    amount: Amount,
    currency: Currency,
    token: PaymentToken,
    content: Schema.String,
    answersAt: Instant,
  },
  /** The provider was out of order when it was asked, and did nothing. */
  Unavailable: { at: Instant },
  Authorised: moved,
  Declined: { ...moved, reason: PaymentDeclined.fields.reason },
  Captured: { ...moved, key: Schema.String },
  Voided: { ...moved, why: Schema.Literals(["Cancelled", "Expired"]) },
  Refunded: { ...moved, key: Schema.String },
  ChargebackOpened: moved,
  ChargebackWon: moved,
  ChargebackLost: moved,
  Told: { event: Schema.String },
});
export type PaymentFact = typeof PaymentFact.Type;
type Fact<Tag extends PaymentFact["_tag"]> = Extract<PaymentFact, { readonly _tag: Tag }>;

/** A payment as the facts make it. */
export interface Payment {
  readonly requested: Fact<"Requested">;
  /** Where it is; nothing, while the card's bank has not answered. */
  readonly status: PaymentStatus | undefined;
  readonly declined: Fact<"Declined"> | undefined;
  readonly held: Fact<"Authorised"> | undefined;
  readonly captured: Fact<"Captured"> | undefined;
  readonly refunds: ReadonlyArray<Fact<"Refunded">>;
  /** The money a bank took back, while that is open or lost. */
  readonly chargedBack: Cents;
  readonly chargebackOpen: boolean;
  /** What can still be given back: captured, and neither refunded nor charged back. */
  readonly refundable: Cents;
}

const all = <Tag extends PaymentFact["_tag"]>(facts: ReadonlyArray<PaymentFact>, tag: Tag) =>
  facts.filter((fact): fact is Fact<Tag> => fact._tag === tag);

const totalOf = (facts: ReadonlyArray<{ readonly amount: Cents }>): Cents =>
  sum(facts.map(({ amount }) => amount));

/** The payment that facts make; nothing, if no money was ever asked for. */
export const paymentOf = (facts: ReadonlyArray<PaymentFact>): Payment | undefined => {
  const [requested] = all(facts, "Requested");
  if (requested === undefined) return undefined;
  const [declined] = all(facts, "Declined");
  const [held] = all(facts, "Authorised");
  const [captured] = all(facts, "Captured");
  const [voided] = all(facts, "Voided");
  const refunds = all(facts, "Refunded");
  const opened = all(facts, "ChargebackOpened");
  const won = all(facts, "ChargebackWon");
  const chargedBack = cents(totalOf(opened) - totalOf(won));
  return {
    requested,
    status: voided ? "Voided" : captured ? "Captured" : held ? "Authorised" : declined && "Declined",
    declined,
    held,
    captured,
    refunds,
    chargedBack,
    chargebackOpen: opened.length > won.length + all(facts, "ChargebackLost").length,
    refundable: cents(captured === undefined ? 0 : captured.amount - totalOf(refunds) - chargedBack),
  };
};

/** What time alone does to a payment: the bank answers, a hold ends, a holder complains. */
export const causedByTime = (facts: ReadonlyArray<PaymentFact>, now: Instant): PaymentFact | undefined => {
  const payment = paymentOf(facts);
  if (payment === undefined) return undefined;
  const { requested, status, held, captured } = payment;
  const { amount } = requested;
  const conduct = conductOf(requested.token) ?? {};
  const next = (at: Instant, fact: PaymentFact) => (at <= now ? fact : undefined);
  if (status === undefined) {
    const at = requested.answersAt;
    const { declines } = conduct;
    return next(
      at,
      declines === undefined
        ? PaymentFact.cases.Authorised.make({ at, amount })
        : PaymentFact.cases.Declined.make({ at, amount, reason: declines }),
    );
  }
  if (status === "Authorised" && held !== undefined) {
    const at = plus(held.at, HOLD_LASTS);
    return next(at, PaymentFact.cases.Voided.make({ at, amount, why: "Expired" }));
  }
  if (conduct.chargebackAfter === undefined || captured === undefined || payment.refundable <= 0)
    return undefined;
  if (all(facts, "ChargebackOpened").length > 0) return undefined;
  const at = plus(captured.at, conduct.chargebackAfter);
  return next(at, PaymentFact.cases.ChargebackOpened.make({ at, amount: payment.refundable }));
};
