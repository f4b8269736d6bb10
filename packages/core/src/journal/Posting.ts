import { Schema } from "effect";
import { Cents } from "../money/Money.ts";

/**
 * Where money stands. Positive is what we have or lost, negative what we owe or earned: `Cash` at the card provider,
 * `Held` for an order under way, `PayoutDue` to a seller, `StoreCredit` issued, the brand's share, shipping charges,
 * tax to be handed on, refunds due, and losses by chargeback (R53).
 */
export const Account = Schema.Literals([
  "Cash",
  "Held",
  "PayoutDue",
  "StoreCredit",
  "BrandShare",
  "Shipping",
  "Tax",
  "RefundDue",
  "Loss",
]);
export type Account = typeof Account.Type;

/** One line of a double entry, in cents; the lines of one event sum to zero. */
export const Posting = Schema.Struct({ account: Account, amount: Cents });
export type Posting = typeof Posting.Type;
