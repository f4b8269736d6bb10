import { Schema } from "effect";
import type { Bought } from "./buy.ts";
import type { Stage } from "./Stage.ts";
import { dollars } from "./sale.ts";

const Named = Schema.Struct({ _tag: Schema.String });
const nameOf = (event: unknown): string => (Schema.is(Named)(event) ? event._tag : "?");

/** What stands on each account of an order, in cents. */
export type Balances = ReadonlyMap<string, number>;

/** Shows the money of an order in double entry, and has the engine check it (R53). */
export const settleUp = async (stage: Stage, { order }: Bought): Promise<Balances> => {
  const { journal, events } = await stage.support.support.story({ params: { order } });
  const bookings = journal.map(({ version, account, amount }) => ({
    event: nameOf(events.find((event) => event.version === version)?.event),
    account,
    amount,
  }));
  stage.teller.money("The money of this order", bookings);
  const sum = bookings.reduce((total, { amount }) => total + amount, 0);
  stage.check(sum === 0, "The journal comes to zero.");
  await verify(stage);
  const balances = new Map<string, number>();
  for (const { account, amount } of bookings) balances.set(account, (balances.get(account) ?? 0) + amount);
  return balances;
};

/** The engine checks every order's journal against its facts. */
export const verify = async (stage: Stage): Promise<void> => {
  const { faults, orders } = await stage.support.support.verifyJournal();
  const found = faults.map(({ order, problem }) => `${order}: ${problem}`).join("; ");
  stage.check(
    faults.length === 0,
    `verify: ${orders} ${orders === 1 ? "order" : "orders"}, ${faults.length === 0 ? "no fault" : found}.`,
  );
};

/** The seller has been paid once, as store credit that its issuer mails (R46, R48). */
export const expectPayout = async (stage: Stage, bought: Bought, cents: number): Promise<void> => {
  const balances = await settleUp(stage, bought);
  const issued = -(balances.get("StoreCredit") ?? 0);
  stage.check(
    issued === cents,
    `Store credit of ${dollars(cents)} was issued, once${issued === cents ? "" : `; it was ${dollars(issued)}`}.`,
  );
};

/** The buyer has everything back: price, shipping and tax (R45, R51). */
export const expectRefund = async (stage: Stage, bought: Bought): Promise<void> => {
  const { order } = await stage.support.orders.order({ params: { order: bought.order } });
  stage.check(
    order.buyer?.refund === "Done",
    `${dollars(order.buyer?.total ?? 0)} went back to the card: price, shipping and tax.`,
  );
  const balances = await settleUp(stage, bought);
  const left = [...balances].filter(([, amount]) => amount !== 0);
  stage.check(left.length === 0, "Nothing is left on any account.");
};
