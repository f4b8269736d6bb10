import { checkoutMachine, listingMachine, mailboxMachine, orderMachine, type Row } from "@resale/core";

/** One kind of subject, as its tables describe it. */
export interface Described {
  readonly title: string;
  readonly rows: Readonly<Record<string, Row>>;
  readonly timers: Readonly<Record<string, Row["moves"]>>;
}

export const machines: ReadonlyArray<Described> = [
  { title: "Listing", rows: listingMachine.table, timers: listingMachine.timerTable },
  { title: "Checkout", rows: checkoutMachine.table, timers: checkoutMachine.timerTable },
  { title: "Order", rows: orderMachine.table, timers: orderMachine.timerTable },
  { title: "Mailbox", rows: mailboxMachine.table, timers: mailboxMachine.timerTable },
];

/** From where to where something leads. */
export interface Way {
  readonly by: string;
  readonly timer: boolean;
  readonly from: string;
  readonly to: string;
}

const waysOf = (by: string, timer: boolean, moves: Row["moves"]): ReadonlyArray<Way> =>
  Object.entries(moves).flatMap(([from, ends]) => (ends ?? []).map((to) => ({ by, timer, from, to })));

/** Every way of a subject: by commands, then by timers. */
export const ways = ({ rows, timers }: Described): ReadonlyArray<Way> => [
  ...Object.entries(rows).flatMap(([command, { moves }]) => waysOf(command, false, moves)),
  ...Object.entries(timers).flatMap(([timer, moves]) => waysOf(timer, true, moves)),
];

/** All states, in the order in which the tables first name them. */
export const statesOf = (machine: Described): ReadonlyArray<string> => [
  ...new Set(ways(machine).flatMap(({ from, to }) => (from === "Nothing" ? [to] : [from, to]))),
];
