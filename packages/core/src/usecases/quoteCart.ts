import { Effect, Option } from "effect";
import { system } from "../access/Actor.ts";
import type { PostalAddress } from "../address/PostalAddress.ts";
import { type LineView, lineView } from "../checkout/CheckoutView.ts";
import { cartRefusal } from "../checkout/opening.ts";
import { settle } from "../lifecycle/decide.ts";
import type { Unavailable } from "../lifecycle/Rejection.ts";
import { type Listing, type ListingIn, titleOf } from "../listing/Listing.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { listingMachine } from "../listing/machine.ts";
import { cents, sum } from "../money/amounts.ts";
import type { Cents } from "../money/Money.ts";
import { Programs } from "../ports/Programs.ts";
import { Store } from "../ports/Store.ts";
import { Tax } from "../ports/Tax.ts";
import { addressRefusal } from "../program/region.ts";
import { now } from "./execute.ts";
import { unborn } from "./Known.ts";
import { stateOf } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** What a cart costs, and what of it can't be had any more (R20). */
export interface Quote {
  readonly lines: ReadonlyArray<LineView>;
  readonly total: Cents;
  readonly currency: string;
  readonly unavailable: ReadonlyArray<Unavailable>;
}

/** Why a listing can't be bought just now; nothing, if it can. */
export const unavailability = (id: ListingId, listing: Listing | undefined): Unavailable | undefined => {
  if (listing?._tag === "Live") return undefined;
  if (listing === undefined) return { listing: id, title: "A piece", why: "Gone" };
  const title = titleOf(listing);
  if (listing._tag === "Reserved") return { listing: id, title, why: "Reserved" };
  // What was never public is not named (R15).
  if (listing._tag === "Sold" || listing._tag === "Closed") return { listing: id, title, why: "Sold" };
  return { listing: id, title: "A piece", why: "Gone" };
};

/** The tax of each live listing, at an address (R22). */
export const taxesOf = Effect.fnUntraced(function* (
  listings: ReadonlyArray<ListingIn<"Live">>,
  shipTo: PostalAddress,
) {
  if (listings.length === 0) return new Map<string, Cents>();
  const tax = yield* Tax;
  const { current } = yield* Programs;
  const lines = listings.map(({ id, terms }) => ({ key: id, price: terms.price, charge: terms.charge }));
  return yield* Effect.mapError(tax.quote({ shipTo, currency: current.currency, lines }), rejectionOf);
});

/** The listings of a cart as they are now, in the cart's order. */
export const listingsOf = Effect.fnUntraced(function* (ids: ReadonlyArray<ListingId>) {
  const store = yield* Store;
  const { current } = yield* Programs;
  const moment = yield* now;
  const found = yield* Effect.mapError(
    store.load(ids.map((id) => ({ kind: "listing" as const, id }))),
    rejectionOf,
  );
  return found.map((stored, at) => {
    if (Option.isNone(stored)) return { listing: undefined, known: unborn("listing", ids[at] ?? "") };
    const { subject, version } = stored.value;
    const state = stateOf(listingMachine, stored.value);
    const { state: listing } = settle(listingMachine, state, {
      now: moment,
      actor: system,
      program: current,
    });
    return { listing, known: { ...subject, version, state } };
  });
});

export const isLive = (listing: Listing | undefined): listing is ListingIn<"Live"> =>
  listing?._tag === "Live";

/** Prices a cart for an address: each line, shipping, tax and total, and what is no longer there. Reserves nothing (R20). */
export const quoteCart = Effect.fn("Buying.quoteCart")(function* (
  ids: ReadonlyArray<ListingId>,
  shipTo: PostalAddress,
) {
  const { current } = yield* Programs;
  const refusal = cartRefusal(current, ids) ?? addressRefusal(current, "ShipTo", shipTo);
  if (refusal !== undefined) return yield* Effect.fail(refusal);
  const listings = (yield* listingsOf(ids)).map(({ listing }) => listing);
  const live = listings.filter(isLive);
  const taxes = yield* taxesOf(live, shipTo);
  const lines = live.map(({ id, seller, terms, ...listing }) =>
    lineView({
      listing: id,
      title: titleOf({ id, seller, terms, ...listing }),
      seller,
      price: terms.price,
      charge: terms.charge,
      tax: taxes.get(id) ?? cents(0),
    }),
  );
  const quote: Quote = {
    lines,
    total: sum(lines.map(({ total }) => total)),
    currency: current.currency,
    unavailable: ids.flatMap((id, index) => unavailability(id, listings[index]) ?? []),
  };
  return quote;
});
