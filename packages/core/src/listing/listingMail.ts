import type { Item, Mail } from "../mail/Mail.ts";
import type { Program } from "../program/Program.ts";
import { coverPhoto } from "./Details.ts";
import { type Listing, titleOf } from "./Listing.ts";

interface MailContext {
  readonly program: Program;
  readonly recipient: string;
  readonly manage: string;
  readonly share: string;
}

const itemOf = (listing: Listing, program: Program): Item => {
  const price = "terms" in listing ? listing.terms.price : listing.details.price;
  const photo = coverPhoto(program, listing.details)?.photo.id;
  const item = { title: titleOf(listing), price: price ?? (0 as Item["price"]), currency: program.currency };
  return photo === undefined ? item : { ...item, photo };
};

/**
 * What a mail of a listing says, if it is still true when its turn comes: `revision` is the one it was wanted for.
 * Nothing, if it is not.
 */
export const listingMail = (
  listing: Listing,
  mail: string,
  revision: number,
  context: MailContext,
): Mail | undefined => {
  if (listing.revision !== revision) return undefined;
  const { program, recipient, manage, share } = context;
  const about = { recipient, item: itemOf(listing, program) };
  switch (mail) {
    case "SubmissionReceived":
      return listing._tag === "Submitted"
        ? { _tag: mail, ...about, manage, reviewBy: listing.reviewBy }
        : undefined;
    case "ListingApproved":
      return listing._tag === "Live" || listing._tag === "Reserved"
        ? { _tag: mail, ...about, payout: listing.terms.payout, share }
        : undefined;
    case "PriceChanged": {
      if (!("terms" in listing) || listing._tag === "Closed") return undefined;
      const asked = listing.details.price;
      const consentNeeded = listing._tag === "PriceProposed";
      return { _tag: mail, ...about, manage, asked, payout: listing.terms.payout, consentNeeded };
    }
    case "ListingDenied":
      return listing._tag === "Denied" ? { _tag: mail, ...about, reason: listing.reason } : undefined;
    case "ChangesAsked":
      return listing._tag === "ChangesRequested"
        ? {
            _tag: mail,
            ...about,
            manage,
            changes: listing.changes.map(({ field, problem: text }) => ({ field, text })),
          }
        : undefined;
    default:
      return undefined;
  }
};
