import {
  type CheckoutId,
  cents,
  type Deadline,
  type Details,
  deadlineAfter,
  type Instant,
  type Listing,
  type ListingCommand,
  type ListingEvent,
  type ListingId,
  type ListingTimer,
  listingMachine,
  MINUTE,
  type OrderId,
  type PostalAddress,
  type Program,
  type PurchaseLine,
  plus,
  preLoved,
  system,
} from "@resale/core";
import { anAddress, asReviewer, asSeller, asSupport, memberId } from "./people.ts";
import { aProduct, aPurchase, freshId, someDetails, unitOf } from "./pieces.ts";
import { beginning, type Story } from "./Story.ts";

/** A listing with all that has happened to it. */
export type ListingStory = Story<Listing, ListingCommand, ListingEvent, ListingTimer>;

/** What may be told of a listing; all else is made up. */
export interface ListingWith {
  readonly id?: string;
  readonly program?: Program;
  readonly now?: Instant;
  readonly purchase?: PurchaseLine;
  readonly details?: Details;
  readonly price?: number;
  readonly grade?: string;
  readonly shipFrom?: PostalAddress;
  /** The reviewer's own price. */
  readonly approvedPrice?: number;
}

/** A text as the id of a listing. */
export const listingId = (id: string): ListingId => id as ListingId;
/** A text as the id of an order. */
export const orderId = (id: string): OrderId => id as OrderId;
/** A text as the id of a checkout. */
export const checkoutId = (id: string): CheckoutId => id as CheckoutId;

/** Nothing yet, but what is needed to begin. */
export const aListingToBe = ({ id = freshId(), ...given }: ListingWith = {}): ListingStory =>
  beginning(listingMachine, id, given);

/** Ada begins to list a unit of her purchase (R3). */
export const startCommand = (id: string, purchase: PurchaseLine, number = 1): ListingCommand => ({
  _tag: "Start",
  listing: listingId(id),
  seller: memberId("ada"),
  displayName: "Ada L.",
  unit: unitOf(purchase, number),
  purchase,
});

const detailsOf = (given: ListingWith): Details =>
  given.details ??
  someDetails({
    program: given.program ?? preLoved,
    ...(given.price === undefined ? {} : { price: given.price }),
    ...(given.grade === undefined ? {} : { grade: given.grade }),
  });

/** Ada has begun a listing, and said nothing of the piece yet. */
export const aNewListing = (given: ListingWith = {}): ListingStory => {
  const story = aListingToBe(given);
  return story.give(asSeller, startCommand(story.id, given.purchase ?? aPurchase()));
};

/** Everything is filled in, nothing handed in. */
export const aDraftListing = (given: ListingWith = {}): ListingStory =>
  aNewListing(given).give(asSeller, { _tag: "Edit", details: detailsOf(given) }, MINUTE);

/** The seller hands it in, and says from where it is sent. */
export const submitCommand = (shipFrom: PostalAddress | null = anAddress()): ListingCommand => ({
  _tag: "Submit",
  membership: "Active",
  shipFrom,
});

/** It waits for a reviewer. */
export const aSubmittedListing = (given: ListingWith = {}): ListingStory =>
  aDraftListing(given).give(asSeller, submitCommand(given.shipFrom), MINUTE);

/** The reviewer has looked at everything and found it right. */
export const approveCommand = (story: ListingStory, price?: number): ListingCommand => ({
  _tag: "Approve",
  revision: story.state.revision,
  membership: "Active",
  checked: story.program.review.checklist.map(({ key }) => key),
  ...(price === undefined ? {} : { price: cents(price) }),
});

/** Approved, and for sale. */
export const aLiveListing = (given: ListingWith = {}): ListingStory => {
  const submitted = aSubmittedListing(given);
  return submitted.give(asReviewer, approveCommand(submitted, given.approvedPrice), MINUTE);
};

/** The reviewer's price waits for the seller's word; the Program must ask for consent. */
export const aProposedListing = (given: ListingWith = {}): ListingStory =>
  aLiveListing({ approvedPrice: 90_00, ...given });

/** The reviewer has asked for changes (R14). */
export const aListingToBeChanged = (given: ListingWith = {}): ListingStory => {
  const submitted = aSubmittedListing(given);
  const { revision } = submitted.state;
  const changes = [{ field: "photos", problem: "The back is out of focus." }] as const;
  return submitted.give(asReviewer, { _tag: "RequestChanges", revision, changes }, MINUTE);
};

/** The reviewer has denied it (R14). */
export const aDeniedListing = (given: ListingWith = {}): ListingStory => {
  const submitted = aSubmittedListing(given);
  const { revision } = submitted.state;
  const reason = { code: "Condition", text: "The strap is torn." };
  return submitted.give(asReviewer, { _tag: "Deny", revision, reason }, MINUTE);
};

/** It was for sale, and its seller has withdrawn it (R11). */
export const aWithdrawnListing = (given: ListingWith = {}): ListingStory =>
  aLiveListing(given).give(asSeller, { _tag: "Withdraw" }, MINUTE);

/** Until when a checkout that begins now may hold pieces (R21). */
export const holdUntil = (program: Program, now: Instant): Deadline =>
  deadlineAfter(program.calendar, now, program.checkout.hold);

/** Somebody's checkout holds it. */
export const aReservedListing = (given: ListingWith & { readonly checkout?: string } = {}): ListingStory => {
  const live = aLiveListing(given);
  const until = holdUntil(live.program, plus(live.now, MINUTE));
  const checkout = checkoutId(given.checkout ?? freshId());
  return live.give(system, { _tag: "Reserve", checkout, until }, MINUTE);
};

/** Sold, the order under way. */
export const aSoldListing = (given: ListingWith & { readonly order?: string } = {}): ListingStory => {
  const reserved = aReservedListing(given);
  const { state } = reserved;
  if (state._tag !== "Reserved") throw new Error("not reserved");
  const order = orderId(given.order ?? freshId());
  return reserved.give(system, { _tag: "Sell", checkout: state.checkout, order }, MINUTE);
};

/** Its order is over; not `completed`, where the unit may be listed anew (R51). */
export const aClosedListing = (given: ListingWith & { readonly completed?: boolean } = {}): ListingStory => {
  const sold = aSoldListing(given);
  if (sold.state._tag !== "Sold") throw new Error("not sold");
  const { order } = sold.state;
  return sold.give(system, { _tag: "Close", order, completed: given.completed ?? true }, MINUTE);
};

/** A piece of the brand's own stock. */
export const anOwnStockListing = (given: ListingWith = {}): ListingStory => {
  const story = aListingToBe(given);
  return story.give(asSupport, {
    _tag: "ListOwnStock",
    listing: listingId(story.id),
    product: aProduct(),
    details: detailsOf(given),
  });
};
