import { Schema } from "effect";
import { Email } from "../address/Email.ts";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { Seller } from "../listing/Listing.ts";
import { ListingId } from "../listing/ListingId.ts";
import { MemberId } from "../members/Member.ts";
import { Cents, Currency } from "../money/Money.ts";
import { OrderId } from "../order/OrderId.ts";
import { PaymentReference, PaymentToken } from "../ports/Payments.ts";
import { CheckoutId } from "./CheckoutId.ts";

/** Who buys: a member, or a guest with nothing but an e-mail address (R1, R26). */
export const Buyer = Schema.Struct({
  member: Schema.NullOr(MemberId),
  email: Email,
  name: Schema.String.check(Schema.isBetweenLength(1, 100)),
});
export type Buyer = typeof Buyer.Type;

/** One thing of the cart, with all that the buyer pays for it; it becomes the order of the same key (R24). */
export const CheckoutLine = Schema.Struct({
  listing: ListingId,
  order: OrderId,
  title: Schema.String,
  seller: Seller,
  price: Cents,
  charge: Cents,
  tax: Cents,
});
export type CheckoutLine = typeof CheckoutLine.Type;

const base = {
  id: CheckoutId,
  buyer: Buyer,
  shipTo: PostalAddress,
  lines: Schema.NonEmptyArray(CheckoutLine),
  total: Cents,
  currency: Currency,
  openedAt: Instant,
  /** Until when every piece of it is held (R21). */
  until: Deadline,
  /** Counts the tries to pay: each has an idempotency key of its own. */
  attempt: Schema.Int,
  /** The version of the Program under which it was opened (R57). */
  program: Schema.String,
} as const;

/** What becomes of the hold on the buyer's card. */
export const Capture = Schema.TaggedUnion({
  Wanted: {},
  Captured: { at: Instant },
  Failed: { reason: Schema.String },
});
export type Capture = typeof Capture.Type;

/** What becomes of a payment that came too late, or may have (R21, R27). */
export const LatePayment = Schema.TaggedUnion({
  None: {},
  /** A try was under way when the hold ended: whatever came of it is let go. */
  Cancelling: { attempt: Schema.Int },
  Cancelled: { at: Instant },
});
export type LatePayment = typeof LatePayment.Type;

/** A checkout's life: it holds its pieces, is paid, and becomes orders; or it lets go. */
export const Checkout = Schema.TaggedUnion({
  Held: { ...base, declined: Schema.NullOr(Schema.String) },
  Paying: { ...base, token: PaymentToken },
  Placed: { ...base, payment: PaymentReference, placedAt: Instant, capture: Capture },
  Expired: { ...base, late: LatePayment },
  Abandoned: base,
});
export type Checkout = typeof Checkout.Type;

/** The idempotency key of a try to pay. */
export const paymentKey = (checkout: CheckoutId, attempt: number): string => `pay.${checkout}.${attempt}`;

/** What one line costs the buyer (R12). */
export const lineTotal = (line: Pick<CheckoutLine, "price" | "charge" | "tax">): number =>
  line.price + line.charge + line.tax;
