import { Effect, Option } from "effect";
import { ListingId } from "../listing/ListingId.ts";
import { listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import { Ids } from "../ports/Ids.ts";
import { Members } from "../ports/Members.ts";
import type { UnitId } from "../purchases/PurchaseLine.ts";
import type { Caller } from "./Caller.ts";
import { execute } from "./execute.ts";
import { memberOf, ownPurchase } from "./purchaseHistory.ts";
import { rejectionOf } from "./rejecting.ts";

/** A member begins a listing from one unit of a purchase (R3, R4). */
export const startListing = Effect.fn("Selling.startListing")(function* (caller: Caller, unit: UnitId) {
  const seller = yield* memberOf(caller.actor);
  const members = yield* Members;
  const member = Option.getOrUndefined(yield* Effect.mapError(members.get(seller), rejectionOf));
  const purchase = yield* ownPurchase(seller, unit);
  const listing = ListingId.make(yield* (yield* Ids).next);
  const displayName = member?.displayName ?? "Member";
  return yield* execute(caller, (work) =>
    work
      .apply(
        listingMachine,
        listing,
        { _tag: "Start", listing, seller, displayName, unit, purchase },
        caller.actor,
      )
      .pipe(Effect.map((state) => listingView(state, "Seller"))),
  );
});
