import { approveListing, commandListing, listOwnStock, reviewQueue } from "@resale/core";
import type { HandlersOf } from "../Handlers.ts";
import { pageOf } from "./pageOf.ts";

export const review: HandlersOf<"review"> = {
  queue: ({ caller, query }) => reviewQueue(caller.actor, pageOf(query)),
  approve: ({ caller, params, payload }) => approveListing(caller, params.listing, payload),
  deny: ({ caller, params, payload }) => commandListing(caller, params.listing, { _tag: "Deny", ...payload }),
  requestChanges: ({ caller, params, payload }) =>
    commandListing(caller, params.listing, { _tag: "RequestChanges", ...payload }),
  listOwnStock: ({ caller, payload }) => listOwnStock(caller, payload.product, payload.details),
};
