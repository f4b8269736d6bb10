import { CarrierSimulator } from "@resale/carriers";
import { type Checkout, type Order, verifyJournal } from "@resale/core";
import { CardSimulator, StoreCreditSimulator } from "@resale/payments";
import { Effect } from "effect";

/** What became of one sale: its order, and the checkout that paid for it. */
export interface Sold {
  readonly order: Order;
  readonly checkout: Checkout;
}

const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((total, amount) => total + amount, 0);

/** No order without a charge, no charge without an order; and nothing given back but what was to be (R27). */
export const faultsOfCards = Effect.fnUntraced(function* (sales: ReadonlyArray<Sold>) {
  const problems: Array<string> = [];
  const ledger = yield* (yield* CardSimulator).ledger;
  const paid = new Map(
    sales.flatMap(({ order, checkout }) =>
      checkout._tag === "Placed" ? [[checkout.payment, { order, checkout }]] : [],
    ),
  );
  const seen = Map.groupBy(ledger, ({ payment }) => payment);
  for (const [payment, movements] of seen) {
    const amounts = (kind: string) =>
      movements.filter((one) => one.kind === kind).map(({ amount }) => amount);
    const expect = (is: boolean, problem: string) =>
      is ? undefined : problems.push(`${payment}: ${problem}`);
    const captured = amounts("Captured");
    const sale = paid.get(payment);
    expect(amounts("Authorised").length + amounts("Declined").length === 1, "answered more than once");
    expect(captured.length <= 1, "captured twice");
    if (sale === undefined) {
      expect(captured.length === 0, "charged, and no order");
      expect(amounts("Authorised").length === amounts("Voided").length, "held for nobody, for ever");
      continue;
    }
    const { refund } = sale.order;
    expect(sum(captured) === sale.checkout.total, `${sum(captured)} charged of ${sale.checkout.total}`);
    const wanted = refund._tag === "Done" ? [refund.amount] : [];
    expect(
      JSON.stringify(amounts("Refunded")) === JSON.stringify(wanted),
      "refunded otherwise than the order says",
    );
  }
  for (const [payment, { order }] of paid)
    if (!seen.has(payment)) problems.push(`order ${order.id} was never charged`);
  const { faults, balances } = yield* verifyJournal();
  problems.push(...faults.map(({ order, problem }) => `${order}: ${problem}`));
  const cash = sum(ledger.map(({ balance }) => balance));
  if ((balances.get("Cash") ?? 0) !== cash)
    problems.push(`the journal has ${balances.get("Cash")}, the provider ${cash}`);
  return problems;
});

/** One gift card for each order that was paid out, and none beside (R48). */
export const faultsOfCredit = Effect.fnUntraced(function* (sales: ReadonlyArray<Sold>) {
  const issued = sales.flatMap(({ order: { payout } }) =>
    payout._tag === "Issued" ? [`${payout.reference} ${payout.amount}`] : [],
  );
  const mailed = (yield* (yield* StoreCreditSimulator).mailed).map(
    ({ reference, amount }) => `${reference} ${amount}`,
  );
  const same = JSON.stringify(issued.sort()) === JSON.stringify(mailed.sort());
  return same ? [] : [`${mailed.length} gift cards for ${issued.length} payouts`];
});

/** One label for each way that a parcel of an order was to go, and no pickup that nobody waits for (R28, R34, R45). */
export const faultsOfLabels = Effect.fnUntraced(function* (sales: ReadonlyArray<Sold>) {
  const parcels = yield* (yield* CarrierSimulator).parcels;
  const bought = Map.groupBy(parcels, ({ bought: { reference } }) => reference);
  const problems = sales.flatMap(({ order }) => {
    const count = bought.get(order.id.slice(-12).toUpperCase())?.length ?? 0;
    const wanted = order._tag === "DisputeUpheld" ? 2 : 1;
    return count === wanted ? [] : [`${order.id} has ${count} labels, not ${wanted}`];
  });
  const booked = parcels.flatMap(({ pickups }) => pickups.map(({ confirmation }) => confirmation));
  const kept = sales.flatMap(({ order: { pickup } }) =>
    "confirmation" in pickup ? [pickup.confirmation] : [],
  );
  if (JSON.stringify(booked.sort()) !== JSON.stringify(kept.sort())) {
    problems.push(`the carrier comes for ${booked}, the orders say ${kept}`);
  }
  return bought.size === sales.length ? problems : [...problems, "labels for what was never sold"];
});
