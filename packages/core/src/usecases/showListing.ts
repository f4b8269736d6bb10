import { system } from "../access/Actor.ts";
import { settle } from "../lifecycle/decide.ts";
import type { Context } from "../lifecycle/Machine.ts";
import { readStored } from "../lifecycle/readStored.ts";
import { isPublic, type Listing } from "../listing/Listing.ts";
import { type ListingView, listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import type { Score, ScoredSubject, StoredSubject } from "../ports/Store.ts";

/** A listing before somebody's eyes, with its seller's score (R42). */
export interface Shown {
  readonly listing: ListingView;
  readonly version: number;
  readonly score: Score;
}

/** What was made of a listing as it was stored. */
interface Read {
  readonly listing: Listing;
  /** Until then the clock makes nothing else of it. */
  readonly until: number;
  /** As everybody sees it. */
  shown: Shown | undefined;
}

/** Gone with what was stored: a store that gives the same object again is not read again. */
const known = new WeakMap<StoredSubject, Read>();

const readAt = (stored: StoredSubject, { now, program }: Context): Read => {
  const before = known.get(stored);
  if (before !== undefined && now < before.until) return before;
  const asStored = readStored(listingMachine.schema.state, stored.state);
  const { state: listing, due } = settle(listingMachine, asStored, { now, actor: system, program });
  const read: Read = { listing, until: due?.deadline.at ?? Number.POSITIVE_INFINITY, shown: undefined };
  // What the clock has made just now depends on now: it is kept when it is written.
  if (listing === asStored) known.set(stored, read);
  return read;
};

/**
 * A listing as its reader may see it at this moment; nothing, if it is not theirs to see (R15, R52). What everybody sees
 * stays the same object for as long as it would say the same, so that it has to be written out but once.
 */
export const showListing = ({ stored, score }: ScoredSubject, context: Context): Shown | undefined => {
  const read = readAt(stored, context);
  const { listing } = read;
  const role = listingMachine.roleOf(listing, context.actor);
  if (role !== undefined) return { listing: listingView(listing, role), version: stored.version, score };
  if (!isPublic(listing)) return undefined;
  const { shown } = read;
  if (shown !== undefined && shown.score.ratings === score.ratings && shown.score.stars === score.stars) {
    return shown;
  }
  read.shown = { listing: listingView(listing, undefined), version: stored.version, score };
  return read.shown;
};
