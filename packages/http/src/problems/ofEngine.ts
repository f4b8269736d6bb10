import type { Rejection, RejectionTag } from "@resale/core";
import type { Kind } from "./Kind.ts";

/** What HTTP says of one of the engine's refusals, beside its own words. */
interface OfEngine<Tag extends RejectionTag> extends Kind {
  /** The path of the field of a request that is at fault, where it is always the same one. */
  readonly field?: string | ((rejection: Extract<Rejection, { readonly _tag: Tag }>) => string | undefined);
}

/** Every way in which the engine says no: its status, its meaning, its way out. To forget one does not compile. */
export const ofEngine: { readonly [Tag in RejectionTag]: OfEngine<Tag> } = {
  NotFound: {
    status: 404,
    means: "What was asked for does not exist, or belongs to somebody else: the two look the same.",
    wayOut: "Check the key in the address, and that you are signed in as the one whose it is.",
  },
  NotAllowed: {
    status: 403,
    means: "Whoever asked may not do this, whatever its state.",
    wayOut: "Sign in as one of those whom the problem names as allowed.",
  },
  WrongState: {
    status: 409,
    means: "This is not open in the state in which the listing, checkout or order is now.",
    wayOut: "Read it again, or its explanation: that names what is open now, and why the rest is not.",
  },
  VersionChanged: {
    status: 412,
    means: "The tag in `If-Match` is of another version than the one that stands now. Nothing was changed.",
    wayOut: "Read it again, look at what has changed, and send the write with the new tag.",
    field: "if-match",
  },
  NoGuest: {
    status: 409,
    means:
      "The order was bought by a member who was signed in: there is no guest whom a link could be mailed to.",
    wayOut: "The buyer signs in and finds the order among their own.",
  },
  LinkNotValid: {
    status: 401,
    means: "The guest's link is not one of ours, has ended, or was revoked: the three look the same (R26).",
    wayOut: "Ask for a new link with the e-mail address the order was bought with.",
  },
  Invalid: {
    status: 422,
    means: "The request can be read, but some of its fields hold what can't be taken.",
    wayOut: "Correct the fields that are named, and send it again.",
  },
  MembershipRequired: {
    status: 422,
    means: "Only active members of the brand's loyalty programme may sell (R1).",
    wayOut: "Join the programme or renew the membership, then submit again.",
  },
  NotInPurchaseHistory: {
    status: 422,
    means: "The unit is no line of the member's own purchases (R3).",
    wayOut: "Choose a unit of the member's purchases; what was bought as a guest can't be listed.",
    field: "unit",
  },
  UnitRefunded: {
    status: 422,
    means: "The unit was given back for a refund, and belongs to the member no more (R4).",
    wayOut: "Choose another unit.",
    field: "unit",
  },
  UnitAlreadyListed: {
    status: 409,
    means: "The unit has a listing already that is not finished (R4).",
    wayOut: "Go on with that listing, or withdraw it first.",
    field: "unit",
  },
  CategoryNotTaken: {
    status: 422,
    means: "Pieces of this category are not sold here (R5).",
    wayOut: "Choose a piece of one of the categories that are named.",
    field: "unit",
  },
  OtherBrand: {
    status: 422,
    means: "Only the brand's own pieces are sold here (R5).",
    wayOut: "Choose a piece of the brand.",
    field: "unit",
  },
  CollectionNotTaken: {
    status: 422,
    means: "Pieces of this collection can't be sold here yet (R6).",
    wayOut: "Wait until the collection is no longer a current one, or choose another piece.",
  },
  RegionRefused: {
    status: 422,
    means: "Nothing is shipped to this region, or from it (R18).",
    wayOut: "Give an address in one of the regions that `/program` names.",
    field: ({ direction }) => (direction === "ShipTo" ? "shipTo.region" : undefined),
  },
  RevisionChanged: {
    status: 409,
    means: "The seller has changed the listing since the reviewer looked at it.",
    wayOut: "Look at the listing again, and decide on its current revision.",
    field: "revision",
  },
  OwnListing: {
    status: 422,
    means: "Nobody buys their own listing (R19).",
    wayOut: "Take the listing out of the cart.",
    field: "listings",
  },
  ListingsUnavailable: {
    status: 409,
    means:
      "Some pieces of the cart are sold, held by somebody else, or no longer offered. Nothing was charged (R21).",
    wayOut: "Take what is named out of the cart, or come back later for what is only held.",
    field: "listings",
  },
  HoldEnded: {
    status: 410,
    means: "The time for which the pieces were held has ended. Nothing was charged (R21).",
    wayOut: "Open a new checkout.",
  },
  TenderRefused: {
    status: 422,
    means: "This means of payment is not taken here (R23).",
    wayOut: "Pay by one of the means that are named.",
    field: "tender",
  },
  CardDeclined: {
    status: 402,
    means: "The card was declined. Nothing was charged; the pieces are still held.",
    wayOut: "Pay with another card before the hold ends.",
    field: "token",
  },
  PaymentUnderWay: {
    status: 409,
    means: "A payment of this checkout was begun, and its outcome is not known yet (R27).",
    wayOut: "Read the checkout after the time in `Retry-After`. Do not pay twice.",
  },
  DeadlineNotPassed: {
    status: 409,
    means: "The seller's time to ship has not passed (R31).",
    wayOut: "Ask again once the deadline that is named has passed.",
  },
  AlreadyShipped: {
    status: 409,
    means: "The carrier has the parcel already (R32, R39).",
    wayOut: "Wait for its delivery: the buyer may then dispute, support may then refund.",
  },
  NoSellerToRate: {
    status: 409,
    means: "The brand itself sold the piece: there is no seller to rate (R17).",
    wayOut: "Nothing is to be done.",
  },
  PayoutFinal: {
    status: 409,
    means: "The store credit was issued, and that is final (R49).",
    wayOut: "Settle it with the buyer by other means: the seller's credit is not taken back.",
  },
  AlreadyDone: {
    status: 409,
    means: "What was asked for has been done before.",
    wayOut: "Nothing is to be done. Read it again to see how it stands.",
  },
  NothingToRepeat: {
    status: 409,
    means: "Nothing waits there to be set going again, or to be shown.",
    wayOut: "Read the order: what is open is named in its explanation.",
  },
  Unreachable: {
    status: 503,
    means: "Something the engine stands on does not answer just now.",
    wayOut: "Send the same request, with the same `Idempotency-Key`, after the time in `Retry-After`.",
  },
  Refused: {
    status: 422,
    means: "A provider – the carrier, the card's bank, the issuer of gift cards – has refused.",
    wayOut: "See its reason in the problem, correct what it names, and try again.",
  },
  Busy: {
    status: 503,
    means: "Many want to change the same thing at this moment. Nothing was changed.",
    wayOut: "Send the same request, with the same `Idempotency-Key`, after the time in `Retry-After`.",
  },
  KeyReused: {
    status: 422,
    means: "The `Idempotency-Key` was sent before, with another request (R56).",
    wayOut: "Use a new key for new content; use the old one only to repeat exactly what it was sent with.",
    field: "idempotency-key",
  },
};
