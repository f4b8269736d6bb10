import { Effect, Option, Schema } from "effect";
import { Account } from "../journal/Posting.ts";
import { type BookedLine, verify } from "../journal/verify.ts";
import { differences, rebuild } from "../lifecycle/replay.ts";
import { orderMachine } from "../order/machine.ts";
import { History, Store, type StoredPosting } from "../ports/Store.ts";
import { stateOf } from "./reading.ts";
import { rejectionOf } from "./rejecting.ts";

/** What `verify` found. */
export interface Verification {
  readonly orders: number;
  readonly faults: ReadonlyArray<{ readonly order: string; readonly problem: string }>;
  /** What stands on each account over all orders, in cents. */
  readonly balances: ReadonlyMap<string, number>;
}

const isAccount = Schema.is(Account);
const PAGE = 500;

const booked = (posting: StoredPosting): ReadonlyArray<BookedLine> =>
  isAccount(posting.account) ? [{ ...posting, account: posting.account }] : [];

/** Checks one order: its state is what its facts say, its journal what its facts book (R53, R55). */
const faultsOfOrder = Effect.fnUntraced(function* (order: string, lines: ReadonlyArray<StoredPosting>) {
  const subject = { kind: "order", id: order } as const;
  const [found] = yield* (yield* Store).load([subject]);
  const stored = Option.getOrUndefined(found ?? Option.none());
  if (stored === undefined) return [{ order, problem: "money was booked for an order that is not there" }];
  const events = yield* (yield* History).of(subject);
  const problems: Array<{ order: string; problem: string }> = [];
  const state = stateOf(orderMachine, stored);
  const rebuilt = rebuild(orderMachine, events);
  for (const { path } of differences(state, rebuilt))
    problems.push({ order, problem: `${path} is not what its facts say` });
  if (events.length !== stored.version || events.some(({ version }, index) => version !== index + 1)) {
    problems.push({ order, problem: `${events.length} events for version ${stored.version}` });
  }
  const over =
    state.refund._tag === "Done" || state.refund._tag === "ByChargeback" || state.payout._tag === "Issued";
  return [...problems, ...verify(lines.flatMap(booked), () => over)];
});

/** Checks the whole journal against the facts, order by order (R53). */
export const verifyJournal = Effect.fn("Running.verifyJournal")(function* () {
  const history = yield* History;
  const faults: Array<{ order: string; problem: string }> = [];
  let orders = 0;
  let after: string | undefined;
  while (true) {
    const lines = yield* history.postings(after, PAGE);
    if (lines.length === 0) break;
    const byOrder = Map.groupBy(lines, ({ order }) => order);
    for (const [order, booked] of byOrder) faults.push(...(yield* faultsOfOrder(order, booked)));
    orders += byOrder.size;
    after = lines.at(-1)?.order;
  }
  const verification: Verification = { orders, faults, balances: yield* history.balances };
  return verification;
}, Effect.mapError(rejectionOf));
