import { type Instant, OutcomeUnknown, type PaymentReference, ProviderRefused } from "@resale/core";
import { type Decision, openFolderLog } from "@resale/simulator";
import { type Effect, Result } from "effect";
import { causedByTime, type Payment, PaymentFact, paymentOf } from "./Payment.ts";

/** The card provider we pretend to be, as its errors name it. */
export const PROVIDER = "cards (simulated)";

export const refused = (reason: string): ProviderRefused =>
  new ProviderRefused({ provider: PROVIDER, reason });

export const unknown = (reason: string): OutcomeUnknown => new OutcomeUnknown({ provider: PROVIDER, reason });

/** What a decision about one payment comes to. */
export type PaymentDecision<Answer, E = ProviderRefused> = Result.Result<Decision<PaymentFact, Answer>, E>;

/** Adds a fact, with nothing to answer. */
export const add = (fact: PaymentFact): PaymentDecision<void> => Result.succeed({ answer: undefined, fact });

/** Leaves all as it is. */
export const leave: PaymentDecision<void> = Result.succeed({ answer: undefined });

/** The payments of a folder: one log each, under its reference. */
export const openPayments = (folder: string) => {
  const log = openFolderLog({ folder, fact: PaymentFact, news: true, byItself: causedByTime });

  /** Decides about a payment that is there; refused, if there is none. */
  const decide = <Answer>(
    reference: PaymentReference,
    decideOn: (payment: Payment, now: Instant) => PaymentDecision<Answer>,
  ): Effect.Effect<Answer, ProviderRefused> =>
    log.decide(reference, (facts, now): PaymentDecision<Answer> => {
      const payment = paymentOf(facts);
      return payment === undefined
        ? Result.fail(refused(`there is no payment ${reference}`))
        : decideOn(payment, now);
    });

  return { log, decide };
};
export type PaymentLogs = ReturnType<typeof openPayments>;
