import { Effect } from "effect";
import type { Details } from "../listing/Details.ts";
import { ListingId } from "../listing/ListingId.ts";
import { listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import { Ids } from "../ports/Ids.ts";
import type { Product } from "../purchases/PurchaseLine.ts";
import type { Caller } from "./Caller.ts";
import { execute } from "./execute.ts";
import { photosNamed, putToUse } from "./photos/putToUse.ts";

/** The brand offers a piece of its own stock beside members' things (R17). */
export const listOwnStock = Effect.fn("Review.listOwnStock")(function* (
  caller: Caller,
  product: Product,
  details: Details,
) {
  const listing = ListingId.make(yield* (yield* Ids).next);
  return yield* execute(caller, (work) =>
    work
      .apply(listingMachine, listing, { _tag: "ListOwnStock", listing, product, details }, caller.actor)
      .pipe(
        Effect.tap(() => putToUse(photosNamed(details.photos), { kind: "listing", id: listing })),
        Effect.map((state) => listingView(state, "Support")),
      ),
  );
});
