import {
  commandListing,
  explainListing,
  myListings,
  Programs,
  purchaseHistory,
  type Rejection,
  recommend,
  split,
  startListing,
  submitListing,
} from "@resale/core";
import { Effect } from "effect";
import type { HandlersOf } from "../Handlers.ts";
import { now } from "./now.ts";
import { paged } from "./pageOf.ts";

export const selling: HandlersOf<"selling"> = {
  purchases: ({ caller }) => purchaseHistory(caller.actor),
  recommendPrice: ({ caller, params, query }) =>
    Effect.gen(function* () {
      const units = yield* purchaseHistory(caller.actor);
      const line = units.find(({ unit }) => unit === params.unit)?.line;
      if (line === undefined) {
        return yield* Effect.fail<Rejection>({ _tag: "NotInPurchaseHistory", unit: params.unit });
      }
      const { current } = yield* Programs;
      const { msrp } = line.product;
      const { purchasedAt } = line;
      const found = recommend(current, { msrp, grade: query.grade, purchasedAt }, yield* now);
      if (found === undefined) {
        const grades = current.grades.map(({ key }) => key).join(", ");
        const faults = [{ field: "grade", problem: `is one of ${grades}` }];
        return yield* Effect.fail<Rejection>({ _tag: "Invalid", faults });
      }
      return { ...found, payout: split(found.price, current.sellerShare).part };
    }),
  myListings: ({ caller, query }) =>
    paged(
      query,
      ({ id }) => id,
      (page) => myListings(caller.actor, page),
    ),
  startListing: ({ caller, payload }) => startListing(caller, payload.unit),
  editListing: ({ caller, params, payload }) =>
    commandListing(caller, params.listing, { _tag: "Edit", details: payload }),
  submitListing: ({ caller, params }) => submitListing(caller, params.listing),
  withdrawListing: ({ caller, params }) => commandListing(caller, params.listing, { _tag: "Withdraw" }),
  acceptPrice: ({ caller, params }) => commandListing(caller, params.listing, { _tag: "AcceptPrice" }),
  explainListing: ({ caller, params }) => explainListing(caller.actor, params.listing),
};
