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

const photosUntil = ({ photosUntil }: Extract<ListingEvent, { _tag: "Denied" | "Withdrawn" }>) =>
  photosUntil === undefined ? {} : { photosUntil };

const evolveSubmitted = (listing: ListingIn<"Submitted">, event: ListingEvent): Listing | undefined => {
  switch (event._tag) {
    case "ReviewFellDue":
      return { ...listing, reviewLate: true };
    case "Approved":
    case "PriceChanged":
      return { ...live(listing, event.terms), _tag: "Live" };
    case "PriceProposed":
      return { ...live(listing, event.terms), _tag: "PriceProposed", asked: event.asked };
    case "Denied":
      return {
        ...submitted(listing),
        ...photosUntil(event),
        _tag: "Denied",
        reason: event.reason,
        deniedAt: event.at,
      };
    case "ChangesRequested":
      return {
        ...base(listing),
        _tag: "ChangesRequested",
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
  return { ...base(listing), _tag: "Draft", revision, details };
};

/**
 * The listing that a fact makes of the one before. Spreads stand first in each literal: after a key they cost four times
 * as much.
 */
export const evolveListing = (listing: Listing | undefined, event: ListingEvent): Listing => {
  if (listing === undefined) {
    if (event._tag === "Started") {
      const { listing: id, seller, origin, at } = event;
      return { _tag: "Draft", id, seller, origin, createdAt: at, revision: 1, details: noDetails };
    }
    if (event._tag === "OwnStockListed") {
      const { listing: id, seller, origin, details, terms, at } = event;
      const nowhere = { shipFrom: null, flags: [], submittedAt: at };
      return { _tag: "Live", id, seller, origin, createdAt: at, revision: 1, details, ...nowhere, terms };
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
        ...base(listing),
        _tag: "Submitted",
        details,
        shipFrom,
        flags,
        submittedAt: at,
        reviewBy,
        reviewLate: false,
      };
    }
    case "Withdrawn":
      return {
        ...base(listing),
        ...photosUntil(event),
        _tag: "Withdrawn",
        details: listing.details,
        withdrawnAt: event.at,
      };
    case "PhotosForgotten":
      if (listing._tag === "Denied") {
        const { photosUntil: _, ...denied } = listing;
        return { ...denied, details: { ...listing.details, photos: [] } };
      }
      if (listing._tag === "Withdrawn") {
        const { photosUntil: _, ...withdrawn } = listing;
        return { ...withdrawn, details: { ...listing.details, photos: [] } };
      }
      break;
    case "PriceAccepted":
      if (listing._tag === "PriceProposed") return { ...live(listing, listing.terms), _tag: "Live" };
      break;
    case "Reserved":
      if (listing._tag === "Live") {
        return {
          ...live(listing, listing.terms),
          _tag: "Reserved",
          checkout: event.checkout,
          until: event.until,
        };
      }
      break;
    case "Released":
      if (listing._tag === "Reserved") return { ...live(listing, listing.terms), _tag: "Live" };
      break;
    case "Sold":
      if (listing._tag === "Reserved") {
        return { ...live(listing, listing.terms), _tag: "Sold", order: event.order, soldAt: event.at };
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
