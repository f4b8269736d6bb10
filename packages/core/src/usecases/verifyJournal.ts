import { Effect, Option } from "effect";
import { textOfFinding } from "../lifecycle/Finding.ts";
import { History, Store } from "../ports/Store.ts";
import { rejectionOf } from "./rejecting.ts";
import { verifySubject } from "./verifyStore.ts";

/** What `verify` found. */
export interface Verification {
  readonly orders: number;
  readonly faults: ReadonlyArray<{ readonly order: string; readonly problem: string }>;
  /** What stands on each account over all orders, in cents. */
  readonly balances: ReadonlyMap<string, number>;
}

const PAGE = 500;

/** Checks one order: its state is what its facts say, its journal what its facts book (R53, R55). */
const faultsOfOrder = Effect.fnUntraced(function* (order: string) {
  const [found] = yield* (yield* Store).load([{ kind: "order", id: order }]);
  const stored = Option.getOrUndefined(found ?? Option.none());
  if (stored === undefined) return [{ order, problem: "money was booked for an order that is not there" }];
  const { findings } = yield* verifySubject(stored);
  return findings.map((finding) => ({ order, problem: textOfFinding(finding) }));
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
    const booked = new Set(lines.map(({ order }) => order));
    for (const order of booked) faults.push(...(yield* faultsOfOrder(order)));
    orders += booked.size;
    after = lines.at(-1)?.order;
  }
  const verification: Verification = { orders, faults, balances: yield* history.balances };
  return verification;
}, Effect.mapError(rejectionOf));
