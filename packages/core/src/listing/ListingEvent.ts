import { Schema } from "effect";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { CheckoutId } from "../checkout/CheckoutId.ts";
import { FieldFault } from "../lifecycle/Rejection.ts";
import { Cents } from "../money/Money.ts";
import { OrderId } from "../order/OrderId.ts";
import { Details, DraftDetails } from "./Details.ts";
import { Origin, Seller, StatedReason, Terms } from "./Listing.ts";
import { ListingId } from "./ListingId.ts";

const terms = { terms: Terms } as const;
/** Until when the photos of a listing that has ended are kept; nothing, if it has none. */
const ended = { photosUntil: Schema.optionalKey(Deadline) } as const;

/** What has happened to a listing: facts, from which its state is made. */
export const ListingEvent = Schema.TaggedUnion({
  Started: { listing: ListingId, seller: Seller, origin: Origin, at: Instant },
  OwnStockListed: {
    listing: ListingId,
    seller: Seller,
    origin: Origin,
    details: Details,
    ...terms,
    at: Instant,
  },
  Edited: { details: DraftDetails },
  Submitted: {
    details: Details,
    shipFrom: Schema.NullOr(PostalAddress),
    flags: Schema.Array(Schema.Literals(["FlaggedCollection"])),
    reviewBy: Deadline,
    at: Instant,
  },
  ReviewFellDue: {},
  Approved: terms,
  PriceChanged: { asked: Cents, ...terms },
  PriceProposed: { asked: Cents, ...terms },
  PriceAccepted: {},
  Denied: { reason: StatedReason, at: Instant, ...ended },
  ChangesRequested: { changes: Schema.Array(FieldFault), at: Instant },
  Withdrawn: { at: Instant, ...ended },
  /** They were kept long enough after the end: nothing shows them any more. */
  PhotosForgotten: {},
  Reserved: { checkout: CheckoutId, until: Deadline },
  Released: { checkout: CheckoutId },
  Sold: { order: OrderId, at: Instant },
  Closed: { completed: Schema.Boolean, at: Instant },
  MailSent: { mail: Schema.String, occurrence: Schema.Int, to: Schema.String, at: Instant },
});
export type ListingEvent = typeof ListingEvent.Type;
