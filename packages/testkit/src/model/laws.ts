import {
  type BookedLine,
  balancesOf,
  explain,
  type Machine,
  type Order,
  operatorTasksOf,
  type Row,
  rebuild,
  settle,
  system,
  type Tagged,
  verify,
} from "@resale/core";
import { assert } from "chai";
import { Schema } from "effect";
import { movesOf } from "./movesOf.ts";
import type { Kept, Kind, Step, World } from "./World.ts";

const sameJson = <A>(schema: Schema.Codec<A, unknown>, value: unknown): void => {
  const json: unknown = JSON.parse(JSON.stringify(value));
  assert.deepStrictEqual(Schema.encodeSync(schema)(Schema.decodeUnknownSync(schema)(json)), json);
};

const checkStep = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  { machine, id, before, command, actor, decision, after, now }: Step<S, C, E, N>,
  world: World,
): void => {
  sameJson(machine.schema.state, after.state);
  if (command !== undefined) sameJson(machine.schema.command, command);
  for (const { event } of decision.facts) sameJson(machine.schema.event, event);
  const decoded = decision.facts.map(({ event }) => Schema.decodeUnknownSync(machine.schema.event)(event));
  assert.deepStrictEqual(decoded.reduce<S | undefined>(machine.evolve, before), after.state);
  if (before !== undefined) {
    for (const { by, timer, from, to } of movesOf(machine, before, command, decision)) {
      const moves: Row["moves"] = timer ? machine.timerTable[by as N] : machine.table[by as C["_tag"]].moves;
      if (!moves[from]?.includes(to)) throw new Error(`not in the table: ${by}: ${from} → ${to}`);
    }
  }
  const people = ["Member", "Guest", "Visitor", "Reviewer", "Support"];
  if (before === undefined || command === undefined || !people.includes(actor._tag)) return;
  const context = { now, actor, program: world.program };
  const settled = settle(machine, before, { ...context, actor: system }).state;
  assert.include([...explain(machine, id, settled, context).open], command._tag);
};

/** Whether no money of an order is under way any more. */
const isAtRest = ({ payout, refund, paid, _tag }: Order): boolean => {
  if (_tag === "Cancelled" || _tag === "DisputeUpheld") {
    return refund._tag === "Done" || refund._tag === "ByChargeback" || (refund._tag === "None" && !paid);
  }
  const sold = _tag === "Confirmed" || _tag === "ConfirmedAutomatically" || _tag === "DisputeRejected";
  return sold && (payout._tag === "Issued" || payout._tag === "Never" || payout._tag === "Dropped");
};

/** What the buyer paid is payout, brand's share, charge, tax, refunds and what is still held (R53). */
const conserved = (
  { terms, payout, refund, chargeback, paid }: Order,
  lines: ReadonlyArray<BookedLine>,
): void => {
  const balance = balancesOf(lines);
  const at = (account: BookedLine["account"]): number => balance.get(account) ?? 0;
  const { total } = terms;
  const paidIn = paid ? total : 0;
  const refunded = refund._tag === "Done" ? total : 0;
  const lost = chargeback === "Lost" ? total : 0;
  const parts = ["PayoutDue", "StoreCredit", "BrandShare", "Shipping", "Tax", "RefundDue", "Held"] as const;
  assert.strictEqual(at("Cash"), paidIn - refunded - lost);
  const spared =
    (payout._tag === "Dropped" ? payout.amount : 0) + (refund._tag === "ByChargeback" ? total : 0);
  assert.strictEqual(at("Loss"), lost - spared);
  assert.strictEqual(-parts.reduce((sum, account) => sum + at(account), 0) + refunded + spared, paidIn);
};

const moneyOf = (world: World): void => {
  const finished = new Set(
    [...world.orders.kept.values()]
      .filter(({ state }) => isAtRest(state))
      .map(({ state }) => state.id as string),
  );
  assert.deepStrictEqual(
    verify(world.journal, (order) => finished.has(order)),
    [],
  );
  const byOrder = Map.groupBy(world.journal, ({ order }) => order);
  for (const [id, { state }] of world.orders.kept) {
    conserved(state, byOrder.get(id) ?? []);
    const credits = [...world.providers.credits].filter(
      ([key, status]) => key.startsWith(`payout.${id}.`) && status === "Issued",
    );
    const refunds = [...world.providers.refunds].filter(
      ([key, status]) => key.startsWith(`refund.${id}.`) && status === "Done",
    );
    if (credits.length + refunds.length > 1) throw new Error(`${id} was paid out or back more than once`);
    assert.strictEqual(state.payout._tag === "Issued" && state.refund._tag !== "None", false);
  }
};

const placesOf = (world: World): void => {
  const settled = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
    machine: Machine<S, C, E, N>,
    { state }: Kept<S>,
  ): S => settle(machine, state, { now: world.now, actor: system, program: world.program }).state;
  const claims: Array<string> = [];
  for (const kept of world.listings.kept.values()) {
    if (kept.index.claim !== null) claims.push(kept.index.claim);
    const listing = settled(world.listings.machine, kept);
    if (listing._tag === "Reserved") {
      const checkout = world.checkouts.kept.get(listing.checkout);
      if (checkout === undefined) throw new Error("held by no checkout");
      assert.include([...["Held", "Paying"]], settled(world.checkouts.machine, checkout)._tag);
    }
    if (listing._tag === "Sold") assert.strictEqual(world.orders.kept.has(listing.order), true);
  }
  assert.strictEqual(new Set(claims).size, claims.length);
  const sold = [...world.orders.kept.values()].map(({ state }) => state.listing);
  assert.strictEqual(new Set(sold).size, sold.length);
  for (const { state, index } of world.orders.kept.values()) {
    assert.deepStrictEqual(
      index.operatorTasks,
      operatorTasksOf(state).map(({ task }) => task),
    );
    assert.strictEqual(index.status, state._tag);
  }
};

/** Everything that is always so, looked at after every step. */
export const checkLaws = (world: World): void => {
  for (const show of world.steps) show((step) => checkStep(step, world));
  world.steps = [];
  moneyOf(world);
  placesOf(world);
};

/** A stored history, and nothing else, makes the state (R55). */
const checkHistory = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>({
  machine,
  kept,
}: Kind<S, C, E, N>): void => {
  for (const { state, history } of kept.values()) {
    assert.deepStrictEqual(rebuild(machine, history), state);
    assert.deepStrictEqual(
      history.map(({ version }) => version),
      history.map((_, index) => index + 1),
    );
  }
};

/** What is so once all tasks are done: no charge without an order, no order without a charge (R27). */
export const checkRest = (world: World): void => {
  checkHistory(world.listings);
  checkHistory(world.checkouts);
  checkHistory(world.orders);
  for (const [key, { status, amount, refunded }] of world.providers.cards) {
    const placed = [...world.checkouts.kept.values()].find(
      ({ state }) => state._tag === "Placed" && state.payment === key,
    );
    assert.notStrictEqual(status, "Authorised", "a hold that nobody lets go");
    if (status === "Captured" && placed === undefined) assert.strictEqual(refunded, amount);
  }
  for (const { state } of world.orders.kept.values()) {
    const checkout = world.checkouts.kept.get(state.checkout)?.state;
    assert.strictEqual(state.paid || state._tag === "Cancelled", true);
    if (checkout?._tag === "Placed" && checkout.capture._tag === "Captured")
      assert.strictEqual(state.paid, true);
  }
};
