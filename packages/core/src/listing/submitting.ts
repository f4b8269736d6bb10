import { Result } from "effect";
import type { PostalAddress } from "../address/PostalAddress.ts";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Instant } from "../calendar/Instant.ts";
import { invalid, type Rejection } from "../lifecycle/Rejection.ts";
import type { Program } from "../program/Program.ts";
import { addressRefusal } from "../program/region.ts";
import { completeDetails, type Details } from "./Details.ts";
import { isFlagged, productRefusal } from "./eligibility.ts";
import type { ListingHandlers } from "./handlers.ts";
import { type Listing, productOf, type Seller } from "./Listing.ts";
import type { ListingEvent } from "./ListingEvent.ts";

/** The fact that complete details go to review, with the time by which it is due (R13). */
export const submission = (
  program: Program,
  listing: Listing,
  details: Details,
  shipFrom: PostalAddress | null,
  now: Instant,
): ListingEvent => ({
  _tag: "Submitted",
  details,
  shipFrom,
  flags: isFlagged(program, productOf(listing)) ? ["FlaggedCollection"] : [],
  reviewBy: deadlineAfter(program.calendar, now, program.review.within),
  at: now,
});

/** Only an active member may sell, or the brand; asked at submission and again at approval (R1, R17). */
export const membershipRefusal = (
  program: Program,
  seller: Seller,
  membership: string,
): Rejection | undefined =>
  membership === "Active" || seller._tag === "Brand"
    ? undefined
    : { _tag: "MembershipRequired", loyalty: program.loyalty, membership };

/** A parcel goes by a label that is made out from the seller's address: where there is none, or none is taken (R18). */
export const shipFromRefusal = (program: Program, shipFrom: PostalAddress | null): Rejection | undefined => {
  if (shipFrom !== null) return addressRefusal(program, "ShipFrom", shipFrom);
  const problem = `add a postal address to your ${program.loyalty} account: the label is made out from it`;
  return invalid({ field: "shipFrom", problem });
};

/** The seller hands the listing in. */
export const submit: ListingHandlers["Submit"] = (listing, { membership, shipFrom }, { program, now }) => {
  const refusal =
    membershipRefusal(program, listing.seller, membership) ??
    productRefusal(program, productOf(listing)) ??
    shipFromRefusal(program, shipFrom);
  if (refusal !== undefined) return Result.fail(refusal);
  const complete = completeDetails(program, listing.details);
  if (Result.isFailure(complete)) return Result.fail(complete.failure);
  return Result.succeed([submission(program, listing, complete.success, shipFrom, now)]);
};
