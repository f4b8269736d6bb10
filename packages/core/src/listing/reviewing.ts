import { Result } from "effect";
import { invalid, type Rejection } from "../lifecycle/Rejection.ts";
import { photosKept } from "./ending.ts";
import type { ListingHandlers } from "./handlers.ts";
import type { ListingIn } from "./Listing.ts";
import { membershipRefusal } from "./submitting.ts";
import { termsOf } from "./terms.ts";

/** A reviewer decides on what was looked at: if the seller has changed it since, it is to be looked at again. */
const revisionRefusal = (listing: ListingIn<"Submitted">, reviewed: number): Rejection | undefined =>
  listing.revision === reviewed
    ? undefined
    : { _tag: "RevisionChanged", reviewed, current: listing.revision };

/** The reviewer approves, perhaps at another price, against the whole checklist (R11, R12, R14). */
export const approve: ListingHandlers["Approve"] = (listing, command, { program, now }) => {
  const refusal =
    revisionRefusal(listing, command.revision) ??
    membershipRefusal(program, listing.seller, command.membership);
  if (refusal !== undefined) return Result.fail(refusal);
  const unchecked = program.review.checklist.filter(({ key }) => !command.checked.includes(key));
  if (unchecked.length > 0) {
    return Result.fail(
      invalid(...unchecked.map(({ label }) => ({ field: "checked", problem: `not checked: ${label}` }))),
    );
  }
  const asked = listing.details.price;
  const price = command.price ?? asked;
  const terms = termsOf(program, listing.seller, price, now);
  if (price === asked) return Result.succeed([{ _tag: "Approved", terms }]);
  if (program.pricing.repricing === "Consent")
    return Result.succeed([{ _tag: "PriceProposed", asked, terms }]);
  return Result.succeed([{ _tag: "PriceChanged", asked, terms }]);
};

/** The reviewer denies: any reason, a code of the Program and words (R14). */
export const deny: ListingHandlers["Deny"] = (listing, { revision, reason }, context) => {
  const { program, now } = context;
  const refusal = revisionRefusal(listing, revision);
  if (refusal !== undefined) return Result.fail(refusal);
  const codes = program.review.denialReasons.map(({ key }) => key);
  if (!codes.includes(reason.code)) {
    return Result.fail(invalid({ field: "reason.code", problem: `is one of ${codes.join(", ")}` }));
  }
  return Result.succeed([{ _tag: "Denied", reason, at: now, ...photosKept(listing, context) }]);
};

/** The reviewer asks for changes, field by field (R14). */
export const requestChanges: ListingHandlers["RequestChanges"] = (
  listing,
  { revision, changes },
  { now },
) => {
  const refusal = revisionRefusal(listing, revision);
  if (refusal !== undefined) return Result.fail(refusal);
  return Result.succeed([{ _tag: "ChangesRequested", changes, at: now }]);
};

/** The seller takes the reviewer's price, where the Program asks for consent (R11). */
export const acceptPrice: ListingHandlers["AcceptPrice"] = () => Result.succeed([{ _tag: "PriceAccepted" }]);
