import type { PaymentDeclined } from "@resale/core";

type Reason = PaymentDeclined["reason"];

/**
 * The words of banks that buyers may read. Of a card that was lost or stolen Stripe asks to say no more than of any other.
 */
const reasons: ReadonlyMap<string, Reason> = new Map([
  ["insufficient_funds", "InsufficientFunds"],
  ["withdrawal_count_limit_exceeded", "InsufficientFunds"],
  ["expired_card", "CardExpired"],
  ["fraudulent", "Fraud"],
  ["highest_risk_level", "Fraud"],
  ["authentication_required", "AuthenticationFailed"],
  ["payment_intent_authentication_failure", "AuthenticationFailed"],
  ["authentication_failure", "AuthenticationFailed"],
]);

/** Why a bank or Stripe itself did not take a card. */
export const reasonOf = (said: {
  readonly code?: string | undefined;
  readonly decline_code?: string | undefined;
}): Reason => reasons.get(said.decline_code ?? "") ?? reasons.get(said.code ?? "") ?? "CardDeclined";
