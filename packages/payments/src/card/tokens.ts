import type { PaymentDeclined } from "@resale/core";
import { DAY, MINUTE } from "@resale/core";

/** What a card does when money is asked of it. */
export interface CardConduct {
  readonly declines?: PaymentDeclined["reason"];
  /** So long after the request the money is held; until then nobody knows. */
  readonly answersAfter?: number;
  /** Acts, but the first answer gets lost. */
  readonly losesAnswer?: boolean;
  /** Cannot be asked, the first time. */
  readonly unavailableOnce?: boolean;
  readonly refusesCapture?: boolean;
  /** So long after the capture the card's holder takes the money back through the bank. */
  readonly chargebackAfter?: number;
}

/** The cards there are, by the token a shop's form would hand over. */
export const tokens = {
  tok_visa: {},
  tok_declined: { declines: "CardDeclined" },
  tok_insufficient_funds: { declines: "InsufficientFunds" },
  tok_expired: { declines: "CardExpired" },
  tok_fraud: { declines: "Fraud" },
  tok_authentication_failed: { declines: "AuthenticationFailed" },
  tok_answer_lost: { losesAnswer: true },
  tok_unavailable_once: { unavailableOnce: true },
  tok_capture_refused: { refusesCapture: true },
  tok_slow: { answersAfter: 20 * MINUTE },
  tok_chargeback: { chargebackAfter: 2 * DAY },
} as const satisfies Record<string, CardConduct>;
export type CardToken = keyof typeof tokens;

const conducts: ReadonlyMap<string, CardConduct> = new Map(Object.entries(tokens));

/** The conduct of a token; nothing, if it is no card's. */
export const conductOf = (token: string): CardConduct | undefined => conducts.get(token);

/** Whether it stands for one of the brand's gift cards, with which nothing is bought here (R23). */
export const isGiftCard = (token: string): boolean => /^(tok_gift_card|gc_)/.test(token);
