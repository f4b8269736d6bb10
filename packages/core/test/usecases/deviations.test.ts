import { instant, preLoved, type Rejection } from "@resale/core";
import { aProgram } from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { deviationsOf } from "../../src/usecases/replay/deviations.ts";

const programs = { stored: preLoved, other: aProgram({ version: "next" }) };
const at = (moment: number) => ({ at: instant(moment), reckoning: { _tag: "Elapsed", from: 0 } });
const booked = { stored: new Map(), replayed: new Map() };
const late: Rejection = { _tag: "AlreadyDone", what: "confirmed" };

type State = { readonly _tag: string; readonly [field: string]: unknown };

/** What a life comes to, and what it would have come to; the differences are told as replaying tells them. */
const deviations = (
  stored: State | undefined,
  replayed: State | undefined,
  differences: ReadonlyArray<readonly [path: string, stored: unknown, replayed: unknown]> = [],
  refused: Parameters<typeof deviationsOf>[0]["refused"] = [],
) =>
  deviationsOf(
    {
      stored,
      replayed,
      refused,
      differences: differences.map(([path, before, after]) => ({ path, stored: before, replayed: after })),
      booked,
    },
    programs,
  );

const field = (path: string, stored: unknown, replayed: unknown, cents: number | null = null) => ({
  deviation: { _tag: "Field", path },
  stored,
  replayed,
  cents,
});

describe("how a life deviates under another Program", () => {
  it("R57 not at all by the other Program's name; by a name in another place it does", () => {
    const [mine, other] = [preLoved.version, "next"];
    const state = { _tag: "Live", program: mine };
    expect(deviations(state, { ...state, program: other }, [["program", mine, other]])).toEqual([]);
    for (const [before, after] of [
      ["first", other],
      [mine, "second"],
    ]) {
      const paths = deviations({ _tag: "Live", program: before }, { _tag: "Live", program: after }, [
        ["program", before, after],
      ]);
      expect(paths).toEqual([field("program", before, after)]);
    }
  });

  it("R12 R46 R57 in cents where an amount of the terms is another, and only there", () => {
    const [before, after] = [
      { _tag: "Live", terms: { payout: 80_00, sellerShare: 8_000 }, price: 1, list: [{ note: "a" }] },
      { _tag: "Live", terms: { payout: 75_00, sellerShare: 7_500 }, price: 2, list: [{ note: "b" }] },
    ];
    expect(
      deviations(before, after, [
        ["terms.payout", 80_00, 75_00],
        ["terms.sellerShare", 8_000, 7_500],
        ["price", 1, 2],
        ["list.0.note", "a", "b"],
      ]),
    ).toEqual([
      field("terms.payout", 80_00, 75_00, -5_00),
      field("terms.sellerShare", 8_000, 7_500),
      field("price", 1, 2),
      field("list.*.note", "a", "b"),
    ]);
    const without = { _tag: "Live", terms: {} };
    expect(deviations(before, without, [["terms.payout", 80_00, undefined]])).toEqual([
      field("terms.payout", 80_00, null),
    ]);
    expect(deviations(without, before, [["terms.payout", undefined, 80_00]])).toEqual([
      field("terms.payout", null, 80_00),
    ]);
  });

  it("R30 R57 a deadline is one thing, told by its moment; the same way is told once, as it was first seen", () => {
    const before = { _tag: "Live", shipBy: at(5), dates: [{ due: at(1) }, { due: at(2) }] };
    const after = { _tag: "Live", shipBy: at(9), dates: [{ due: at(3) }, { due: at(4) }] };
    expect(
      deviations(before, after, [
        ["shipBy.at", 5, 9],
        ["shipBy.reckoning.from", 0, 0],
        ["dates.0.due.at", 1, 3],
        ["dates.1.due.at", 2, 4],
      ]),
    ).toEqual([field("shipBy", 5, 9), field("dates.*.due", 1, 3)]);
    const none = { _tag: "Live", shipBy: null, dates: [] };
    expect(deviations(before, none, [["shipBy", before.shipBy, null]])).toEqual([
      field("shipBy", before.shipBy, null),
    ]);
  });

  it("R57 by its end; then of its fields only the amounts are told, after what was refused on the way", () => {
    const before = { _tag: "Confirmed", terms: { payout: 80_00 }, note: "a" };
    const after = { _tag: "Delivered", terms: { payout: 75_00 }, note: "b" };
    const differences = [
      ["_tag", "Confirmed", "Delivered"],
      ["note", "a", "b"],
      ["terms.payout", 80_00, 75_00],
    ] as const;
    const refused = [{ version: 4, command: "Confirm", because: late }];
    expect(deviations(before, after, differences, refused)).toEqual([
      {
        deviation: { _tag: "Outcome", stored: "Confirmed", replayed: "Delivered" },
        stored: "Confirmed",
        replayed: "Delivered",
        cents: null,
      },
      {
        deviation: { _tag: "Refused", command: "Confirm", because: "AlreadyDone" },
        stored: null,
        replayed: late,
        cents: null,
      },
      field("terms.payout", 80_00, 75_00, -5_00),
    ]);
  });

  it("R57 by there being nothing at all, on either side", () => {
    const state = { _tag: "Held" };
    const outcome = (stored: string, replayed: string) => ({
      deviation: { _tag: "Outcome", stored, replayed },
      stored,
      replayed,
      cents: null,
    });
    expect(deviations(state, undefined)).toEqual([outcome("Held", "Nothing")]);
    expect(deviations(undefined, state)).toEqual([outcome("Nothing", "Held")]);
    expect(deviations(undefined, undefined)).toEqual([]);
  });
});
