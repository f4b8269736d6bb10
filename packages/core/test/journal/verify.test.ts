import { type Account, type BookedLine, verify } from "@resale/core";
import { describe, expect, it } from "vitest";

/** One event of one order for each entry: from where to where so many cents went. */
const journal = (...entries: ReadonlyArray<readonly [to: Account, from: Account, amount: number]>) =>
  entries.flatMap(([to, from, amount], index): ReadonlyArray<BookedLine> => {
    const version = index + 1;
    return [
      { order: "o", version, account: to, amount },
      { order: "o", version, account: from, amount: -amount },
    ];
  });
const problems = (lines: ReadonlyArray<BookedLine>, finished = false) =>
  verify(lines, () => finished).map(({ problem }) => problem);

const paid = ["Cash", "Held", 100] as const;

describe("what a journal can't hold", () => {
  it.each(["BrandShare", "Shipping"] as const)("R53 %s earned of an order that was refunded", (account) => {
    const lines = journal(paid, ["Held", account, 40], ["Held", "RefundDue", 60], ["RefundDue", "Cash", 60]);
    expect(problems(lines)).toEqual(["both earned and refunded"]);
  });

  it("R53 a finished order that still owes a refund", () => {
    const lines = journal(paid, ["Held", "RefundDue", 100]);
    expect(problems(lines)).toEqual([]);
    expect(problems(lines, true)).toEqual(["finished, and still holds or owes money"]);
  });

  it("R53 a finished order that still holds money", () => {
    expect(problems(journal(paid))).toEqual([]);
    expect(problems(journal(paid), true)).toEqual(["finished, and still holds or owes money"]);
  });

  it("R53 what is finished and settled is sound", () => {
    const lines = journal(paid, ["Held", "RefundDue", 100], ["RefundDue", "Cash", 100]);
    expect(problems(lines, true)).toEqual([]);
  });
});
