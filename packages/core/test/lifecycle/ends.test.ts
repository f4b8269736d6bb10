import { checkoutMachine, listingMachine, mailboxMachine, orderMachine } from "@resale/core";
import { describe, expect, it } from "vitest";

type Moves = Readonly<Record<string, ReadonlyArray<string> | undefined>>;

interface Tables {
  readonly table: Readonly<Record<string, { readonly by: ReadonlyArray<string>; readonly moves: Moves }>>;
  readonly timerTable: Readonly<Record<string, Moves>>;
}

const leaving = (moves: Moves): ReadonlyArray<string> =>
  Object.entries(moves).flatMap(([from, to = []]) => (to.some((state) => state !== from) ? [from] : []));

const statesOf = ({ table, timerTable }: Tables): ReadonlySet<string> => {
  const all = [...Object.values(table).map(({ moves }) => moves), ...Object.values(timerTable)];
  return new Set(all.flatMap((moves) => Object.values(moves).flatMap((to = []) => to)));
};

/** States from which nothing leads on. */
const endsOf = (tables: Tables): ReadonlyArray<string> => {
  const left = new Set([
    ...Object.values(tables.table).flatMap(({ moves }) => leaving(moves)),
    ...Object.values(tables.timerTable).flatMap(leaving),
  ]);
  return [...statesOf(tables)].filter((state) => !left.has(state)).sort();
};

/** States that neither the clock nor the brand's own people can lead on: they wait for somebody who may never come. */
const stuckIn = (tables: Tables): ReadonlyArray<string> => {
  const ours = Object.values(tables.table).filter(({ by }) =>
    by.some((role) => ["Support", "Reviewer", "System"].includes(role)),
  );
  const led = new Set([
    ...ours.flatMap(({ moves }) => leaving(moves)),
    ...Object.values(tables.timerTable).flatMap(leaving),
  ]);
  const ends = endsOf(tables);
  return [...statesOf(tables)].filter((state) => !led.has(state) && !ends.includes(state)).sort();
};

describe("where a life ends", () => {
  it.each([
    ["a listing", listingMachine, ["Closed", "Denied", "Withdrawn"]],
    ["a checkout", checkoutMachine, ["Abandoned", "Expired", "Placed"]],
    [
      "an order",
      orderMachine,
      ["Cancelled", "Confirmed", "ConfirmedAutomatically", "DisputeRejected", "DisputeUpheld"],
    ],
    ["a mailbox", mailboxMachine, []],
  ] as const)("%s ends where the rules have it end, and nowhere else", (_, machine, ends) => {
    expect(endsOf(machine)).toEqual(ends);
  });

  it.each([
    ["a listing", listingMachine],
    ["a checkout", checkoutMachine],
    ["an order", orderMachine],
  ] as const)("from every other state of %s the clock or the brand leads on", (_, machine) => {
    expect(stuckIn(machine)).toEqual([]);
  });
});
