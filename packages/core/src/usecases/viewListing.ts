import { Effect, Option } from "effect";
import type { Actor } from "../access/Actor.ts";
import { explain } from "../lifecycle/explain.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";
import { isPublic } from "../listing/Listing.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { type ListingView, listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import { Programs } from "../ports/Programs.ts";
import { Store } from "../ports/Store.ts";
import { now } from "./execute.ts";
import { memberOf } from "./purchaseHistory.ts";
import { findAs, readAs, staffOnly } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";
import { showListing } from "./showListing.ts";

/**
 * A listing as its reader may see it, with the seller's score (R15, R42). What is asked for most keeps no stack of its call:
 * that takes longer than all that is decided here.
 */
export const viewListing = Effect.fnUntraced(function* (actor: Actor, id: ListingId) {
  const store = yield* Store;
  const { current } = yield* Programs;
  const found = yield* Effect.mapError(store.scored({ kind: "listing", id }), rejectionOf);
  const answer = Option.isNone(found)
    ? undefined
    : showListing(found.value, { now: yield* now, actor, program: current });
  return answer ?? (yield* Effect.fail<Rejection>({ _tag: "NotFound", subject: "listing", id }));
}, Effect.withSpan("Catalogue.viewListing"));

/** Where a listing stands for its reader, and what may be done about it (R58). */
export const explainListing = Effect.fn("Listings.explain")(function* (actor: Actor, id: ListingId) {
  const { state } = yield* readAs(listingMachine, id, actor, isPublic);
  const { current } = yield* Programs;
  return explain(listingMachine, id, state, { now: yield* now, actor, program: current });
});

/** A page of somebody's own listings, newest first. */
export const myListings = Effect.fn("Selling.myListings")(function* (
  actor: Actor,
  page: { readonly limit: number; readonly after?: string },
) {
  const seller = yield* memberOf(actor);
  const found = yield* findAs(listingMachine, { seller, ...page });
  return found.map(({ state }) => listingView(state, "Seller"));
});

/** What waits for review, page by page, newest first (R13). */
export const reviewQueue = Effect.fn("Review.queue")(function* (
  actor: Actor,
  page: { readonly limit: number; readonly after?: string },
) {
  yield* staffOnly(actor, "ReviewQueue");
  const found = yield* findAs(listingMachine, { status: ["Submitted"], ...page });
  return found.map(({ state }) => listingView(state, "Reviewer"));
});

/** By when it is to be looked at, and since when it waits. */
const urgencyOf = ({ inside }: ListingView): readonly [due: number, since: number] => {
  const { at = 0, reckoning } = inside?.reviewBy ?? {};
  return [at, reckoning?.from ?? 0];
};

/** A page of what waits for review, the most urgent first; of those due on one day, what was handed in first (R13). */
export const mostUrgentFirst = (waiting: ReadonlyArray<ListingView>): ReadonlyArray<ListingView> =>
  [...waiting].sort((one, other) => {
    const [[due, since], [otherDue, otherSince]] = [urgencyOf(one), urgencyOf(other)];
    return due - otherDue || since - otherSince;
  });
