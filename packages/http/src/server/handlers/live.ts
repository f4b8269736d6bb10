import { mostUrgentFirst, reviewQueue, viewListing, viewOrder } from "@resale/core";
import { Effect } from "effect";
import type { HandlersOf } from "../Handlers.ts";
import { followed } from "../live/Followed.ts";
import { guestOf } from "./guestOf.ts";
import { PAGE } from "./pageOf.ts";

export const live: HandlersOf<"live"> = {
  order: ({ caller: { actor }, params: { order } }) =>
    followed({ kind: "order", id: order }, viewOrder(actor, order)),
  guestOrder: ({ caller: { actor } }) =>
    Effect.flatMap(guestOf(actor, "GuestOrder"), ({ order }) =>
      followed({ kind: "order", id: order }, viewOrder(actor, order)),
    ),
  listing: ({ caller: { actor }, params: { listing } }) =>
    followed({ kind: "listing", id: listing }, viewListing(actor, listing)),
  reviewQueue: ({ caller: { actor } }) =>
    followed({ kind: "listing" }, Effect.map(reviewQueue(actor, { limit: PAGE }), mostUrgentFirst)),
};
