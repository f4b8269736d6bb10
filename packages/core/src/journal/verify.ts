import type { Account } from "./Posting.ts";

/** A line of the journal, with the order and the event it belongs to. */
export interface BookedLine {
  readonly order: string;
  readonly version: number;
  readonly account: Account;
  /** Cents. */
  readonly amount: number;
}

/** Something that can't be in a sound journal. */
export interface JournalFault {
  readonly order: string;
  readonly problem: string;
}

/** What stands on each account after some lines, in cents. */
export const balancesOf = (lines: Iterable<BookedLine>): ReadonlyMap<Account, number> => {
  const balances = new Map<Account, number>();
  for (const { account, amount } of lines) balances.set(account, (balances.get(account) ?? 0) + amount);
  return balances;
};

const faultsOfOrder = (
  order: string,
  lines: ReadonlyArray<BookedLine>,
  finished: boolean,
): ReadonlyArray<JournalFault> => {
  const faults: Array<JournalFault> = [];
  const byEvent = new Map<number, number>();
  for (const { version, amount } of lines) byEvent.set(version, (byEvent.get(version) ?? 0) + amount);
  for (const [version, total] of byEvent) {
    if (total !== 0)
      faults.push({ order, problem: `the lines of event ${version} come to ${total} cents, not to zero` });
  }
  const balance = balancesOf(lines);
  const at = (account: Account): number => balance.get(account) ?? 0;
  const refuse = (broken: boolean, problem: string): void => {
    if (broken) faults.push({ order, problem });
  };
  refuse(at("Held") > 0, "more was taken out of what is held than was put in");
  refuse(at("PayoutDue") > 0, "more was paid out than was due");
  refuse(at("RefundDue") > 0, "more was refunded than was due");
  refuse(at("StoreCredit") !== 0 && at("RefundDue") !== 0, "both a payout and a refund");
  const earned = at("BrandShare") !== 0 || at("Shipping") !== 0;
  const refunded = lines.some(({ account }) => account === "RefundDue");
  refuse(earned && refunded, "both earned and refunded");
  refuse(finished && (at("Held") !== 0 || at("RefundDue") !== 0), "finished, and still holds or owes money");
  return faults;
};

/**
 * Checks a journal, order by order: every entry sums to zero, nothing is paid both out and back, and what the buyer paid
 * is payout, brand's share, charge, tax and refunds, to the cent (R53). `isFinished` tells of which orders no money
 * may be under way any more.
 */
export const verify = (
  lines: Iterable<BookedLine>,
  isFinished: (order: string) => boolean,
): ReadonlyArray<JournalFault> => {
  const orders = new Map<string, Array<BookedLine>>();
  for (const line of lines) {
    const known = orders.get(line.order);
    if (known === undefined) orders.set(line.order, [line]);
    else known.push(line);
  }
  return [...orders].flatMap(([order, booked]) => faultsOfOrder(order, booked, isFinished(order)));
};
