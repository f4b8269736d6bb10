import { Effect } from "effect";
import type { ListingId } from "../listing/ListingId.ts";
import { listingMachine } from "../listing/machine.ts";
import type { Cents } from "../money/Money.ts";
import type { Caller } from "./Caller.ts";
import { commandListing } from "./commandListing.ts";
import { readAs } from "./reading.ts";
import { sellerOf } from "./submitListing.ts";

/** A reviewer approves what was looked at, perhaps at another price; membership is asked for again (R1, R11, R14). */
export const approveListing = Effect.fn("Review.approveListing")(function* (
  caller: Caller,
  id: ListingId,
  decision: { readonly revision: number; readonly checked: ReadonlyArray<string>; readonly price?: Cents },
) {
  const { state } = yield* readAs(listingMachine, id, caller.actor);
  const member = yield* sellerOf(state);
  const membership = member?.membership ?? "None";
  return yield* commandListing(caller, id, { _tag: "Approve", ...decision, membership });
});
