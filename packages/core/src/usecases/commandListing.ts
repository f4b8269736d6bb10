import { Effect } from "effect";
import type { ListingCommand } from "../listing/ListingCommand.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import type { Caller } from "./Caller.ts";
import { execute } from "./execute.ts";

/** Gives a listing a command that needs nothing from outside; the access table says whose it is (R54). */
export const commandListing = Effect.fn("Listings.command")(function* (
  caller: Caller,
  id: ListingId,
  command: ListingCommand,
) {
  return yield* execute(caller, (work) =>
    Effect.map(work.apply(listingMachine, id, command, caller.actor), (listing) =>
      listingView(listing, listingMachine.roleOf(listing, caller.actor)),
    ),
  );
});
