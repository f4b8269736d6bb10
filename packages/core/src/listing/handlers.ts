import type { Handlers } from "../lifecycle/Machine.ts";
import type { Listing } from "./Listing.ts";
import type { ListingCommand } from "./ListingCommand.ts";
import type { ListingEvent } from "./ListingEvent.ts";
import type { listingTable } from "./table.ts";

/** One function for each command, from exactly the states its row of the table names. */
export type ListingHandlers = Handlers<Listing, ListingCommand, ListingEvent, typeof listingTable>;
