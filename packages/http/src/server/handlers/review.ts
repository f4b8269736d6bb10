import {
  approveListing,
  commandListing,
  type ListingView,
  listOwnStock,
  mostUrgentFirst,
  reviewQueue,
} from "@resale/core";
import { Effect } from "effect";
import type { HandlersOf } from "../Handlers.ts";
import { paged } from "./pageOf.ts";

export const review: HandlersOf<"review"> = {
  queue: ({ caller, query }) =>
    Effect.map(
      paged(
        query,
        ({ id }: ListingView) => id,
        (page) => reviewQueue(caller.actor, page),
      ),
      ({ entries, next }) => ({ entries: mostUrgentFirst(entries), next }),
    ),
  approve: ({ caller, params, payload }) => approveListing(caller, params.listing, payload),
  deny: ({ caller, params, payload }) => commandListing(caller, params.listing, { _tag: "Deny", ...payload }),
  requestChanges: ({ caller, params, payload }) =>
    commandListing(caller, params.listing, { _tag: "RequestChanges", ...payload }),
  listOwnStock: ({ caller, payload }) => listOwnStock(caller, payload.product, payload.details),
};
