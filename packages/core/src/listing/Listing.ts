import { Schema } from "effect";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { CheckoutId } from "../checkout/CheckoutId.ts";
import { FieldFault } from "../lifecycle/Rejection.ts";
import { MemberId } from "../members/Member.ts";
import { Cents, Currency } from "../money/Money.ts";
import { OrderId } from "../order/OrderId.ts";
import { Product, PurchasedUnit } from "../purchases/PurchaseLine.ts";
import { Details, DraftDetails } from "./Details.ts";
import { ListingId } from "./ListingId.ts";

/** Who sells: a member, of whom buyers see a display name (R52), or the brand itself (R17). */
export const Seller = Schema.TaggedUnion({
  Member: { id: MemberId, displayName: Schema.String },
  Brand: { name: Schema.String },
});
export type Seller = typeof Seller.Type;

/** Where the piece comes from: the member's purchase, or the brand's own stock (R3, R17). */
export const Origin = Schema.TaggedUnion({
  Purchase: { unit: PurchasedUnit },
  OwnStock: { product: Product },
});
export type Origin = typeof Origin.Type;

/** What the brand's decision gave as a reason: a code of the Program, and words (R14). */
export const StatedReason = Schema.Struct({
  code: Schema.String,
  text: Schema.String.check(Schema.isMaxLength(2000)),
});
export type StatedReason = typeof StatedReason.Type;

/** The terms under which an approved piece may be bought; the charge is frozen here (R12). */
export const Terms = Schema.Struct({
  price: Cents,
  charge: Cents,
  /** The seller's share of the price (R46). */
  payout: Cents,
  currency: Currency,
  approvedAt: Instant,
  /** The version of the Program that was asked (R57). */
  program: Schema.String,
});
export type Terms = typeof Terms.Type;

const base = {
  id: ListingId,
  seller: Seller,
  origin: Origin,
  createdAt: Instant,
  /** Counts the changes of its details: a reviewer decides on the one that was looked at. */
  revision: Schema.Int,
} as const;

/** What is known from the first submission on. */
const submitted = {
  ...base,
  details: Details,
  /** Where the seller sends from; only ever used for the label (R18). */
  shipFrom: Schema.NullOr(PostalAddress),
  flags: Schema.Array(Schema.Literals(["FlaggedCollection"])),
  submittedAt: Instant,
} as const;

/** Its photos are kept so long; nothing, once they are forgotten, and of what ended before they were. */
const ended = { photosUntil: Schema.optionalKey(Deadline) } as const;

const live = { ...submitted, terms: Terms } as const;
const sale = { order: OrderId, soldAt: Instant } as const;

/** A listing's life: one type for each state. */
export const Listing = Schema.TaggedUnion({
  Draft: { ...base, details: DraftDetails },
  Submitted: { ...submitted, reviewBy: Deadline, reviewLate: Schema.Boolean },
  ChangesRequested: { ...base, details: DraftDetails, changes: Schema.Array(FieldFault), askedAt: Instant },
  /** The reviewer's price waits for the seller's word, where the Program asks for consent (R11). */
  PriceProposed: { ...live, asked: Cents },
  Live: live,
  Reserved: { ...live, checkout: CheckoutId, until: Deadline },
  Sold: { ...live, ...sale },
  Closed: { ...live, ...sale, completed: Schema.Boolean, closedAt: Instant },
  Denied: { ...submitted, reason: StatedReason, deniedAt: Instant, ...ended },
  Withdrawn: { ...base, details: DraftDetails, withdrawnAt: Instant, ...ended },
});
export type Listing = typeof Listing.Type;
export type ListingState = Listing["_tag"];

/** A listing in one of the named states. */
export type ListingIn<State extends ListingState> = Extract<Listing, { readonly _tag: State }>;

export const productOf = (listing: Listing): Product =>
  listing.origin._tag === "Purchase" ? listing.origin.unit.product : listing.origin.product;

export const titleOf = (listing: Listing): string => productOf(listing).name;

const shown: ReadonlySet<ListingState> = new Set(["Live", "Reserved", "Sold", "Closed"]);

/** Whether others than its seller and the brand may know of it: before approval it does not exist for them (R15). */
export const isPublic = (listing: Listing): boolean => shown.has(listing._tag);

/** Finished listings free their unit, but for one that was sold and stayed sold (R4, R45, R51). */
export const claimOf = (listing: Listing): string | null => {
  if (listing.origin._tag === "OwnStock") return null;
  const finished =
    listing._tag === "Denied" ||
    listing._tag === "Withdrawn" ||
    (listing._tag === "Closed" && !listing.completed);
  return finished ? null : `unit:${listing.origin.unit.id}`;
};
