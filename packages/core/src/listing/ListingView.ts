import { Schema } from "effect";
import type { Role } from "../access/Role.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { FieldFault } from "../lifecycle/Rejection.ts";
import { Amount, Cents, Currency } from "../money/Money.ts";
import { OrderId } from "../order/OrderId.ts";
import { Channel, Product, UnitId } from "../purchases/PurchaseLine.ts";
import { DraftDetails } from "./Details.ts";
import { type Listing, productOf, StatedReason, titleOf } from "./Listing.ts";
import { ListingId } from "./ListingId.ts";

/** What everybody may know of a listing that is public: no more of the seller than a name (R52). */
const publicFields = {
  id: ListingId,
  title: Schema.String,
  state: Schema.String,
  product: Product,
  seller: Schema.Struct({ name: Schema.String, brand: Schema.Boolean }),
  details: DraftDetails,
  price: Schema.NullOr(Cents),
  charge: Schema.NullOr(Cents),
  currency: Schema.NullOr(Currency),
  listedAt: Schema.NullOr(Instant),
} as const;

/** What its seller and the brand see beside that. */
const Inside = Schema.Struct({
  revision: Schema.Int,
  unit: Schema.NullOr(UnitId),
  purchasedAt: Schema.NullOr(Instant),
  channel: Schema.NullOr(Channel),
  /** What the member paid, in cents: kept apart from the original price (R9). */
  paid: Schema.NullOr(Amount),
  payout: Schema.NullOr(Cents),
  createdAt: Instant,
  reviewBy: Schema.NullOr(Deadline),
  reviewLate: Schema.Boolean,
  flags: Schema.Array(Schema.String),
  changes: Schema.Array(FieldFault),
  reason: Schema.NullOr(StatedReason),
  /** The price the seller asked, where the reviewer changed it (R11). */
  asked: Schema.NullOr(Cents),
  heldUntil: Schema.NullOr(Deadline),
  order: Schema.NullOr(OrderId),
});

/** A listing as one reader may see it. */
export const ListingView = Schema.Struct({ ...publicFields, inside: Schema.NullOr(Inside) });
export type ListingView = typeof ListingView.Type;

const insideOf = (listing: Listing): typeof Inside.Type => {
  const unit = listing.origin._tag === "Purchase" ? listing.origin.unit : undefined;
  return {
    revision: listing.revision,
    unit: unit?.id ?? null,
    purchasedAt: unit?.purchasedAt ?? null,
    channel: unit?.channel ?? null,
    paid: unit?.paid ?? null,
    payout: "terms" in listing ? listing.terms.payout : null,
    createdAt: listing.createdAt,
    reviewBy: listing._tag === "Submitted" ? listing.reviewBy : null,
    reviewLate: listing._tag === "Submitted" && listing.reviewLate,
    flags: "flags" in listing ? listing.flags : [],
    changes: listing._tag === "ChangesRequested" ? listing.changes : [],
    reason: listing._tag === "Denied" ? listing.reason : null,
    asked: listing._tag === "PriceProposed" ? listing.asked : null,
    heldUntil: listing._tag === "Reserved" ? listing.until : null,
    order: "order" in listing ? listing.order : null,
  };
};

/** Shows a listing to a reader: the inside only to its seller and the brand (R15, R52). */
export const listingView = (listing: Listing, role: Role | undefined): ListingView => {
  const terms = "terms" in listing ? listing.terms : undefined;
  const { seller } = listing;
  const brand = seller._tag === "Brand";
  return {
    id: listing.id,
    title: titleOf(listing),
    state: listing._tag,
    product: productOf(listing),
    seller: { name: brand ? seller.name : seller.displayName, brand },
    details: listing.details,
    price: terms?.price ?? listing.details.price ?? null,
    charge: terms?.charge ?? null,
    currency: terms?.currency ?? null,
    listedAt: terms?.approvedAt ?? null,
    inside: role === "Seller" || role === "Reviewer" || role === "Support" ? insideOf(listing) : null,
  };
};
