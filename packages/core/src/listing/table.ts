import type { Table, TimerTable } from "../lifecycle/Machine.ts";
import type { Listing } from "./Listing.ts";
import type { ListingCommand } from "./ListingCommand.ts";

/** Every command of a listing: who may give it, and where it leads from where (R54). */
export const listingTable = {
  Start: { by: ["Seller"], moves: { Nothing: ["Draft"] } },
  ListOwnStock: { by: ["Reviewer", "Support"], moves: { Nothing: ["Live"] } },
  Edit: {
    by: ["Seller"],
    moves: {
      Draft: ["Draft"],
      Submitted: ["Submitted"],
      ChangesRequested: ["ChangesRequested"],
      PriceProposed: ["Submitted"],
      Live: ["Submitted"],
    },
  },
  Submit: { by: ["Seller"], moves: { Draft: ["Submitted"], ChangesRequested: ["Submitted"] } },
  Approve: { by: ["Reviewer"], moves: { Submitted: ["Live", "PriceProposed"] } },
  Deny: { by: ["Reviewer"], moves: { Submitted: ["Denied"] } },
  RequestChanges: { by: ["Reviewer"], moves: { Submitted: ["ChangesRequested"] } },
  AcceptPrice: { by: ["Seller"], moves: { PriceProposed: ["Live"] } },
  Withdraw: {
    by: ["Seller", "Support"],
    moves: {
      Draft: ["Withdrawn"],
      Submitted: ["Withdrawn"],
      ChangesRequested: ["Withdrawn"],
      PriceProposed: ["Withdrawn"],
      Live: ["Withdrawn"],
    },
  },
  Reserve: { by: ["System"], moves: { Live: ["Reserved"] } },
  Release: { by: ["System"], moves: { Reserved: ["Live"] } },
  Sell: { by: ["System"], moves: { Reserved: ["Sold"] } },
  Close: { by: ["System"], moves: { Sold: ["Closed"] } },
  RecordMail: {
    by: ["System"],
    moves: {
      Draft: ["Draft"],
      Submitted: ["Submitted"],
      ChangesRequested: ["ChangesRequested"],
      PriceProposed: ["PriceProposed"],
      Live: ["Live"],
      Reserved: ["Reserved"],
      Sold: ["Sold"],
      Closed: ["Closed"],
      Denied: ["Denied"],
      Withdrawn: ["Withdrawn"],
    },
  },
} as const satisfies Table<Listing, ListingCommand>;

/** What the clock fires by itself in the life of a listing. */
export type ListingTimer = "reservation" | "review" | "photos";

/** For each timer of a listing where it runs, and where it leads. */
export const listingTimerTable = {
  reservation: { Reserved: ["Live"] },
  review: { Submitted: ["Submitted"] },
  photos: { Denied: ["Denied"], Withdrawn: ["Withdrawn"] },
} as const satisfies TimerTable<Listing, ListingTimer>;
