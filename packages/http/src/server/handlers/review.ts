import {
  approveListing,
  commandListing,
  type ListingView,
  listOwnStock,
  mostUrgentFirst,
  pieceHistory,
  reviewQueue,
} from "@resale/core";
import { Effect } from "effect";
import type { HandlersOf } from "../Handlers.ts";
import { eventView } from "./eventView.ts";
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
  history: ({ caller, params }) =>
    Effect.map(pieceHistory(caller.actor, params.listing), ({ events, ...history }) => ({
      ...history,
      events: events.map(eventView),
    })),
  approve: ({ caller, params, payload }) => approveListing(caller, params.listing, payload),
  deny: ({ caller, params, payload }) => commandListing(caller, params.listing, { _tag: "Deny", ...payload }),
  requestChanges: ({ caller, params, payload }) =>
    commandListing(caller, params.listing, { _tag: "RequestChanges", ...payload }),
  listOwnStock: ({ caller, payload }) => listOwnStock(caller, payload.product, payload.details),
};
