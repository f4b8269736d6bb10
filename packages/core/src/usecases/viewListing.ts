import { Effect } from "effect";
import type { Actor } from "../access/Actor.ts";
import { explain } from "../lifecycle/explain.ts";
import { isPublic } from "../listing/Listing.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import { Programs } from "../ports/Programs.ts";
import { Store } from "../ports/Store.ts";
import { now } from "./execute.ts";
import { memberOf } from "./purchaseHistory.ts";
import { findAs, readAs, staffOnly } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** A listing as its reader may see it, with the seller's score (R15, R42). */
export const viewListing = Effect.fn("Catalogue.viewListing")(function* (actor: Actor, id: ListingId) {
  const { state, version, role } = yield* readAs(listingMachine, id, actor, isPublic);
  const store = yield* Store;
  const none = { ratings: 0, stars: 0 };
  const score =
    state.seller._tag === "Brand" ? none : yield* Effect.mapError(store.score(state.seller.id), rejectionOf);
  return { listing: listingView(state, role), version, score };
});

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

/** What waits for review, the most urgent first (R13). */
export const reviewQueue = Effect.fn("Review.queue")(function* (
  actor: Actor,
  page: { readonly limit: number; readonly after?: string },
) {
  yield* staffOnly(actor, "ReviewQueue");
  const found = yield* findAs(listingMachine, { status: ["Submitted"], ...page });
  const views = found.map(({ state }) => listingView(state, "Reviewer"));
  return views.sort((one, other) => (one.inside?.reviewBy?.at ?? 0) - (other.inside?.reviewBy?.at ?? 0));
});
