import { Result } from "effect";
import type { Rejection } from "../lifecycle/Rejection.ts";
import type { ListingHandlers } from "./handlers.ts";
import type { ListingIn } from "./Listing.ts";

/** A buyer's checkout holds the piece until a moment (R21). */
export const reserve: ListingHandlers["Reserve"] = (_, { checkout, until }) =>
  Result.succeed([{ _tag: "Reserved", checkout, until }]);

const otherHold = (listing: ListingIn<"Reserved">, checkout: string): Rejection | undefined =>
  listing.checkout === checkout ? undefined : { _tag: "NotFound", subject: "checkout", id: checkout };

/** The checkout lets go. */
export const release: ListingHandlers["Release"] = (listing, { checkout }) => {
  const refusal = otherHold(listing, checkout);
  return refusal === undefined
    ? Result.succeed([{ _tag: "Released", checkout: listing.checkout }])
    : Result.fail(refusal);
};

/** One listing, one order: who holds it buys it (R24). */
export const sell: ListingHandlers["Sell"] = (listing, { checkout, order }, { now }) => {
  const refusal = otherHold(listing, checkout);
  return refusal === undefined ? Result.succeed([{ _tag: "Sold", order, at: now }]) : Result.fail(refusal);
};

/** Its order has ended: well, or undone, so that the unit may be listed anew (R45, R51). */
export const close: ListingHandlers["Close"] = (listing, { order, completed }, { now }) =>
  listing.order === order
    ? Result.succeed([{ _tag: "Closed", completed, at: now }])
    : Result.fail({ _tag: "NotFound", subject: "order", id: order });

export const recordMail: ListingHandlers["RecordMail"] = (_, { mail, occurrence, to }, { now }) =>
  Result.succeed([{ _tag: "MailSent", mail, occurrence, to, at: now }]);
