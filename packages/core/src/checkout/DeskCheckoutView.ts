import { Schema } from "effect";
import { Email } from "../address/Email.ts";
import { Instant } from "../calendar/Instant.ts";
import { MemberId } from "../members/Member.ts";
import type { Checkout } from "./Checkout.ts";
import { CheckoutView, checkoutView } from "./CheckoutView.ts";

/** What has become of the buyer's money (R21, R27). */
export const BuyersMoney = Schema.Literals([
  /** Nothing was held, or nothing is any more. */
  "None",
  /** The card is being asked. */
  "Asked",
  /** It is held on the card, and about to be taken. */
  "Held",
  "Taken",
  /** It was held, and can't be taken: its orders are undone. */
  "Failed",
  /** What the card may have agreed to after the time had run out is being let go. */
  "LettingGo",
  "LetGo",
]);
export type BuyersMoney = typeof BuyersMoney.Type;

/** A checkout as the brand's support sees it: whose it is, how often they tried to pay, what has become of their money. */
export const DeskCheckoutView = Schema.Struct({
  ...CheckoutView.fields,
  buyerEmail: Email,
  buyerMember: Schema.NullOr(MemberId),
  openedAt: Instant,
  attempts: Schema.Int,
  money: BuyersMoney,
});
export type DeskCheckoutView = typeof DeskCheckoutView.Type;

const captures = { Wanted: "Held", Captured: "Taken", Failed: "Failed" } as const;
const late = { None: "None", Cancelling: "LettingGo", Cancelled: "LetGo" } as const;

const moneyOf = (checkout: Checkout): BuyersMoney => {
  switch (checkout._tag) {
    case "Paying":
      return "Asked";
    case "Placed":
      return captures[checkout.capture._tag];
    case "Expired":
      return late[checkout.late._tag];
    default:
      return "None";
  }
};

/** Shows a checkout to the brand's support. */
export const deskCheckoutView = (checkout: Checkout): DeskCheckoutView => ({
  ...checkoutView(checkout),
  buyerEmail: checkout.buyer.email,
  buyerMember: checkout.buyer.member,
  openedAt: checkout.openedAt,
  attempts: checkout.attempt,
  money: moneyOf(checkout),
});
