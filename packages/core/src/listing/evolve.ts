import { misfit } from "../lifecycle/misfit.ts";
import { noDetails } from "./Details.ts";
import type { Listing, ListingIn, Terms } from "./Listing.ts";
import type { ListingEvent } from "./ListingEvent.ts";

const base = ({ id, seller, origin, createdAt, revision }: Listing) => ({
  id,
  seller,
  origin,
  createdAt,
  revision,
});

type Handed = ListingIn<"Submitted" | "PriceProposed" | "Live" | "Reserved" | "Sold" | "Closed" | "Denied">;

const submitted = (listing: Handed) => {
  const { details, shipFrom, flags, submittedAt } = listing;
  return { ...base(listing), details, shipFrom, flags, submittedAt };
};

const live = (listing: Handed, terms: Terms) => ({ ...submitted(listing), terms });

const evolveSubmitted = (listing: ListingIn<"Submitted">, event: ListingEvent): Listing | undefined => {
  switch (event._tag) {
    case "ReviewFellDue":
      return { ...listing, reviewLate: true };
    case "Approved":
    case "PriceChanged":
      return { _tag: "Live", ...live(listing, event.terms) };
    case "PriceProposed":
      return { _tag: "PriceProposed", ...live(listing, event.terms), asked: event.asked };
    case "Denied":
      return { _tag: "Denied", ...submitted(listing), reason: event.reason, deniedAt: event.at };
    case "ChangesRequested":
      return {
        _tag: "ChangesRequested",
        ...base(listing),
        details: listing.details,
        changes: event.changes,
        askedAt: event.at,
      };
    default:
      return undefined;
  }
};

const evolveEdited = (listing: Listing, event: Extract<ListingEvent, { _tag: "Edited" }>): Listing => {
  const { details } = event;
  const revision = listing.revision + 1;
  if (listing._tag === "Submitted") {
    const { grade, description, price } = details;
    if (grade === undefined || description === undefined || price === undefined)
      return misfit(listing, event);
    return { ...listing, revision, details: { ...details, grade, description, price } };
  }
  if (listing._tag === "ChangesRequested") return { ...listing, revision, details };
  return { _tag: "Draft", ...base(listing), revision, details };
};

/** The listing that a fact makes of the one before. */
export const evolveListing = (listing: Listing | undefined, event: ListingEvent): Listing => {
  if (listing === undefined) {
    const created = { id: "listing" in event ? event.listing : undefined, revision: 1 };
    if (event._tag === "Started") {
      const { listing: id, seller, origin, at } = event;
      return { _tag: "Draft", ...created, id, seller, origin, createdAt: at, details: noDetails };
    }
    if (event._tag === "OwnStockListed") {
      const { listing: id, seller, origin, details, terms, at } = event;
      const nowhere = { shipFrom: null, flags: [], submittedAt: at };
      return { _tag: "Live", ...created, id, seller, origin, createdAt: at, details, ...nowhere, terms };
    }
    return misfit(listing, event);
  }
  switch (event._tag) {
    case "MailSent":
      return listing;
    case "Edited":
      return evolveEdited(listing, event);
    case "Submitted": {
      const { details, shipFrom, flags, reviewBy, at } = event;
      return {
        _tag: "Submitted",
        ...base(listing),
        details,
        shipFrom,
        flags,
        submittedAt: at,
        reviewBy,
        reviewLate: false,
      };
    }
    case "Withdrawn":
      return { _tag: "Withdrawn", ...base(listing), details: listing.details, withdrawnAt: event.at };
    case "PriceAccepted":
      if (listing._tag === "PriceProposed") return { _tag: "Live", ...live(listing, listing.terms) };
      break;
    case "Reserved":
      if (listing._tag === "Live") {
        return {
          _tag: "Reserved",
          ...live(listing, listing.terms),
          checkout: event.checkout,
          until: event.until,
        };
      }
      break;
    case "Released":
      if (listing._tag === "Reserved") return { _tag: "Live", ...live(listing, listing.terms) };
      break;
    case "Sold":
      if (listing._tag === "Reserved") {
        return { _tag: "Sold", ...live(listing, listing.terms), order: event.order, soldAt: event.at };
      }
      break;
    case "Closed":
      if (listing._tag === "Sold") {
        return { ...listing, _tag: "Closed", completed: event.completed, closedAt: event.at };
      }
      break;
    default:
      if (listing._tag === "Submitted") return evolveSubmitted(listing, event) ?? misfit(listing, event);
  }
  return misfit(listing, event);
};
