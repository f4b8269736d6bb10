import type { Deadline } from "../calendar/Deadline.ts";
import type { Rejection } from "./Rejection.ts";

const list = (words: ReadonlyArray<string>): string => words.join(", ");
const when = ({ at, reckoning }: Deadline): string =>
  new Intl.DateTimeFormat("en-US", {
    dateStyle: "full",
    timeZone: reckoning._tag === "BusinessDays" ? reckoning.zone : "UTC",
  }).format(at - 1);
const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)} seconds`;

const unavailable = {
  Sold: "is sold",
  Reserved: "is held by somebody else just now",
  Gone: "is no longer offered",
};

const messages: {
  readonly [Tag in Rejection["_tag"]]: (rejection: Extract<Rejection, { readonly _tag: Tag }>) => string;
} = {
  NotFound: ({ subject }) => `There is no such ${subject}, or it is not yours.`,
  NotAllowed: ({ command, actor, allowed }) => `${command} is not for ${actor}, but for ${list(allowed)}.`,
  WrongState: ({ command, state, openIn }) =>
    `${command} is not possible in ${state}, only in ${list(openIn)}.`,
  VersionChanged: ({ subject, seen, current }) =>
    `The ${subject} has changed since you read it: you saw version ${list(seen.map(String))}, it is at ${current}. Read it again.`,
  Invalid: ({ faults }) => faults.map(({ field, problem }) => `${field}: ${problem}`).join("; "),
  MembershipRequired: ({ loyalty }) =>
    `Only active members of ${loyalty} may sell. Join or renew, and submit again.`,
  NotInPurchaseHistory: ({ unit }) =>
    `${unit} is not in your purchase history. Purchases made as a guest, or under another e-mail address, are not in it and can't be listed: we can't tell that they are yours.`,
  UnitRefunded: () => "This purchase was given back for a refund and can't be listed.",
  UnitAlreadyListed: () =>
    "You have listed this piece already. Withdraw that listing first, or go on with it.",
  CategoryNotTaken: ({ category, taken }) => `${category} can't be sold here, only ${list(taken)}.`,
  OtherBrand: ({ product, brand }) => `${product} is not by ${brand}, and only its own pieces are sold here.`,
  CollectionNotTaken: ({ collection }) => `Pieces of the collection ${collection} can't be sold here yet.`,
  RegionRefused: ({ direction, name }) =>
    direction === "ShipTo"
      ? `We can't ship to ${name}. Choose an address in one of the states we ship to.`
      : `We can't ship from ${name}. Sellers ship from one of the states we serve.`,
  RevisionChanged: ({ reviewed, current }) =>
    `The seller has changed the listing since: you looked at revision ${reviewed}, it is at ${current}. Look at it again.`,
  OwnListing: ({ title }) => `${title} is your own listing. You can't buy it.`,
  ListingsUnavailable: ({ listings }) =>
    `${listings.map(({ title, why }) => `${title} ${unavailable[why]}`).join("; ")}. Nothing was charged.`,
  HoldEnded: () =>
    "The time for which your pieces were held has ended. Begin the checkout again; nothing was charged.",
  TenderRefused: ({ tender, taken }) => `${tender} can't be used to pay here, only ${list(taken)}.`,
  CardDeclined: ({ reason }) => `The card was declined (${reason}). Nothing was charged; try another card.`,
  PaymentUnderWay: ({ retryAfter }) =>
    `Your payment is under way. Ask again in ${seconds(retryAfter)}; do not pay twice.`,
  DeadlineNotPassed: ({ deadline }) =>
    `The seller still has time to ship, until the end of ${when(deadline)}.`,
  AlreadyShipped: () => "The parcel is already on its way.",
  NoSellerToRate: () => "The brand itself sold this piece: there is no seller to rate.",
  NoGuest: () => "The buyer has an account: orders like this are followed by signing in, not by a link.",
  LinkNotValid: () =>
    "This link is not valid, or not any more. Ask for a new one with the e-mail address you bought with; it is mailed to that address.",
  PayoutFinal: () => "The store credit has been issued, and that is final.",
  AlreadyDone: ({ what }) => `This has been done already: ${what}.`,
  NothingToRepeat: ({ what, state }) =>
    `There is nothing to be done about the ${what}: it stands at ${state}.`,
  Unreachable: ({ what, retryAfter }) =>
    `${what} can't be reached just now. Try again in ${seconds(retryAfter)}.`,
  Refused: ({ what, reason }) => `${what} refused: ${reason}`,
  Busy: ({ retryAfter }) => `Too much is going on around this just now. Try again in ${seconds(retryAfter)}.`,
  KeyReused: ({ key }) =>
    `The idempotency key ${key} was used for another request. Use a new key for new content.`,
};

/** A rejection in words for the person who asked: what is wrong, and the way out. */
export const messageOf = (rejection: Rejection): string => {
  const write: (rejection: never) => string = messages[rejection._tag];
  return write(rejection as never);
};
