import { Schema } from "effect";
import { Email } from "../address/Email.ts";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Seller } from "../listing/Listing.ts";
import { ListingId } from "../listing/ListingId.ts";
import { Cents } from "../money/Money.ts";
import { OrderId } from "../order/OrderId.ts";
import { PaymentReference, PaymentToken } from "../ports/Payments.ts";
import { Buyer } from "./Checkout.ts";
import { CheckoutId } from "./CheckoutId.ts";

/** A live listing as the use case found it, with its tax and the key of the order it may become. */
export const Wanted = Schema.Struct({
  listing: ListingId,
  order: OrderId,
  title: Schema.String,
  seller: Seller,
  /** The seller's address now, if the seller is a member (R19). */
  sellerEmail: Schema.NullOr(Email),
  price: Cents,
  charge: Cents,
  tax: Cents,
});
export type Wanted = typeof Wanted.Type;

/** What may be asked of a checkout. */
export const CheckoutCommand = Schema.TaggedUnion({
  Open: {
    checkout: CheckoutId,
    buyer: Buyer,
    shipTo: PostalAddress,
    wanted: Schema.Array(Wanted),
  },
  Pay: { tender: Schema.String, token: PaymentToken },
  Abandon: {},
  RecordAuthorised: { attempt: Schema.Int, payment: PaymentReference },
  RecordDeclined: { attempt: Schema.Int, reason: Schema.String },
  RecordCaptured: {},
  RecordCaptureFailed: { reason: Schema.String },
  /** The late payment was let go, or never was (R21). */
  RecordCancelled: {},
  RecordMail: { mail: Schema.String, occurrence: Schema.Int, to: Schema.String },
});
export type CheckoutCommand = typeof CheckoutCommand.Type;
