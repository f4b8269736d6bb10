import {
  checkoutMachine,
  ListingId,
  listingMachine,
  orderMachine,
  readAs,
  startListing,
  Tasks,
} from "@resale/core";
import { Effect } from "effect";
import { allFacts, faultsOfSubjects } from "./facts.ts";
import { sellerOf, signedIn, unitOf } from "./goods.ts";
import { faultsOfCards, faultsOfCredit, faultsOfLabels, type Sold } from "./money.ts";
import { hasEnded } from "./orders.ts";
import { as } from "./sales.ts";

const system = { _tag: "System" } as const;

const saleOf = Effect.fnUntraced(function* (n: number) {
  const { id } = yield* startListing(as(signedIn(sellerOf(n)), `start.${n}`), unitOf(n));
  const { state } = yield* readAs(listingMachine, ListingId.make(id), system);
  if (state._tag !== "Closed") return [];
  const order = (yield* readAs(orderMachine, state.order, system)).state;
  const checkout = (yield* readAs(checkoutMachine, order.checkout, system)).state;
  const sold: Sold = { order, checkout };
  return [sold];
});

/** All that is wrong after everything has come to rest: nothing, whatever was done to it. */
export const verdict = Effect.fnUntraced(function* (pieces: ReadonlyArray<number>) {
  const sales = (yield* Effect.forEach(pieces, saleOf)).flat();
  const problems: Array<string> = [];
  if (sales.length !== pieces.length)
    problems.push(`${sales.length} of ${pieces.length} listings are closed`);
  for (const { order } of sales) if (!hasEnded(order)) problems.push(`order ${order.id} has not ended`);
  const orders = new Set(
    (yield* allFacts).flatMap(({ subject: { kind, id } }) => (kind === "order" ? [id] : [])),
  );
  if (orders.size !== sales.length) problems.push(`${orders.size} orders for ${sales.length} sales`);
  const { list } = yield* Tasks;
  for (const status of ["Waiting", "Parked"] as const) {
    for (const { key, lastError } of yield* list({ status, limit: 100 })) {
      problems.push(`task ${key} is ${status}: ${lastError}`);
    }
  }
  return [
    ...problems,
    ...(yield* faultsOfSubjects),
    ...(yield* faultsOfCards(sales)),
    ...(yield* faultsOfCredit(sales)),
    ...(yield* faultsOfLabels(sales)),
  ];
});
