import { Schema } from "effect";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { CheckoutId } from "../checkout/CheckoutId.ts";
import { FieldFault } from "../lifecycle/Rejection.ts";
import { MemberId, Membership } from "../members/Member.ts";
import { Price } from "../money/Money.ts";
import { OrderId } from "../order/OrderId.ts";
import { Product, PurchaseLine, UnitId } from "../purchases/PurchaseLine.ts";
import { Details, DraftDetails } from "./Details.ts";
import { StatedReason } from "./Listing.ts";
import { ListingId } from "./ListingId.ts";

/**
 * What may be asked of a listing. Facts that a use case looked up (membership, the purchase, addresses) are part of the
 * command: replayed, it needs nothing else.
 */
export const ListingCommand = Schema.TaggedUnion({
  Start: {
    listing: ListingId,
    seller: MemberId,
    displayName: Schema.String,
    unit: UnitId,
    /** The line in the member's own history, or null where it is not in it (R3). */
    purchase: Schema.NullOr(PurchaseLine),
  },
  ListOwnStock: { listing: ListingId, product: Product, details: Details },
  Edit: { details: DraftDetails },
  Submit: { membership: Membership, shipFrom: Schema.NullOr(PostalAddress) },
  Approve: {
    revision: Schema.Int,
    membership: Membership,
    /** What of the Program's checklist was looked at and found right (R14). */
    checked: Schema.Array(Schema.String),
    price: Schema.optionalKey(Price),
  },
  Deny: { revision: Schema.Int, reason: StatedReason },
  RequestChanges: { revision: Schema.Int, changes: Schema.NonEmptyArray(FieldFault) },
  AcceptPrice: {},
  Withdraw: {},
  Reserve: { checkout: CheckoutId, until: Deadline },
  Release: { checkout: CheckoutId },
  Sell: { checkout: CheckoutId, order: OrderId },
  Close: { order: OrderId, completed: Schema.Boolean },
  /** A mail was accepted for sending; the address used is recorded (R2). */
  RecordMail: { mail: Schema.String, occurrence: Schema.Int, to: Schema.String },
});
export type ListingCommand = typeof ListingCommand.Type;
