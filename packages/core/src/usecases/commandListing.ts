import { Effect } from "effect";
import type { ListingCommand } from "../listing/ListingCommand.ts";
import type { ListingId } from "../listing/ListingId.ts";
import { listingView } from "../listing/ListingView.ts";
import { listingMachine } from "../listing/machine.ts";
import type { Caller } from "./Caller.ts";
import { execute } from "./execute.ts";
import { photosNamed, putToUse } from "./photos/putToUse.ts";

/** Gives a listing a command that needs nothing from outside; the access table says whose it is (R54). */
export const commandListing = Effect.fn("Listings.command")(function* (
  caller: Caller,
  id: ListingId,
  command: ListingCommand,
) {
  const named = command._tag === "Edit" ? photosNamed(command.details.photos) : [];
  return yield* execute(caller, (work) =>
    work.apply(listingMachine, id, command, caller.actor).pipe(
      Effect.tap(() => putToUse(named, { kind: "listing", id })),
      Effect.map((listing) => listingView(listing, listingMachine.roleOf(listing, caller.actor))),
    ),
  );
});
