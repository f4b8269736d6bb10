import { Effect, Option } from "effect";
import type { Listing } from "../listing/Listing.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { listingMachine } from "../listing/machine.ts";
import type { Member } from "../members/Member.ts";
import { Members } from "../ports/Members.ts";
import { Programs } from "../ports/Programs.ts";
import type { Caller } from "./Caller.ts";
import { commandListing } from "./commandListing.ts";
import { readAs } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** The member who sells, as the loyalty programme knows them now (R1); nothing for the brand's own stock. */
export const sellerOf = Effect.fnUntraced(function* (listing: Listing) {
  if (listing.seller._tag === "Brand") return undefined;
  const members = yield* Members;
  const found: Option.Option<Member> = yield* Effect.mapError(members.get(listing.seller.id), rejectionOf);
  return Option.getOrUndefined(found);
});

/** The seller hands a listing in for review: membership and address are asked for now (R1, R18). */
export const submitListing = Effect.fn("Selling.submitListing")(function* (caller: Caller, id: ListingId) {
  const { state } = yield* readAs(listingMachine, id, caller.actor);
  const member = yield* sellerOf(state);
  const { current } = yield* Programs;
  const shipFrom = state.seller._tag === "Brand" ? current.ownStock.address : (member?.address ?? null);
  const membership = member?.membership ?? "None";
  return yield* commandListing(caller, id, { _tag: "Submit", membership, shipFrom });
});
