import type { Tagged } from "@resale/core";
import { DAY, type Difference, HOUR, instant, type Program, plus, preLoved, replay } from "@resale/core";
import {
  aConfirmedOrder,
  aDeliveredOrder,
  anOrderAwaitingShipment,
  anOrderConfirmedBySilence,
  anUpheldDispute,
  aPlacedOrder,
  aProgram,
  aRejectedDispute,
  asBuyer,
  at,
  elapsed,
  type OrderStory,
  type Story,
} from "@resale/testkit";
import { walksOf } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { checkouts, listings, orders, type Subjects } from "./subjects.ts";
import { walk } from "./walk.ts";

const again = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  { machine, id, history, program, now }: Story<S, C, E, N>,
  other: Program,
  later = 0,
) => replay(machine, id, history, { stored: program, other }, plus(now, later));

const paths = (differences: ReadonlyArray<Difference>): Array<string> => differences.map(({ path }) => path);
const differenceAt = (differences: ReadonlyArray<Difference>, path: string) =>
  differences.find((difference) => difference.path === path);

const unchanged = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  name: string,
  { begun, commandOf }: Subjects<S, C, E, N>,
): void => {
  it(`R57 the same Program makes the same of ${name}, whatever was commanded`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...begun), walksOf(10), fc.nat({ max: 100 }), (story, steps, days) => {
        const told = walk(story, commandOf, steps, () => undefined);
        const { differences, refused } = again(told, told.program, days * DAY);
        expect(refused).toEqual([]);
        expect(differences).toEqual([]);
      }),
      tries(200),
    );
  });
};

describe("replaying a history", () => {
  unchanged("listings", listings);
  unchanged("checkouts", checkouts);
  unchanged("orders", orders);

  it("R57 at a share of 75 %, the payout alone is another", () => {
    const other = aProgram({ sellerShare: 7_500, version: "75" });
    for (const make of [aConfirmedOrder, anOrderConfirmedBySilence, aRejectedDispute]) {
      const { differences, refused } = again(make(), other);
      expect(refused).toEqual([]);
      expect(paths(differences).sort()).toEqual(["payout.amount", "program", "terms.payout"]);
      expect(differenceAt(differences, "terms.payout")).toEqual({
        path: "terms.payout",
        stored: 80_00,
        replayed: 75_00,
      });
    }
  });

  it("R57 with a window of 24 hours, silence had paid a day after the delivery", () => {
    const other = aProgram({ delivery: { window: elapsed(24 * HOUR), closing: elapsed(12 * HOUR) } });
    const delivered = aDeliveredOrder();
    const { differences } = again(delivered, other, 30 * HOUR);
    expect(differenceAt(differences, "_tag")).toEqual({
      path: "_tag",
      stored: "Delivered",
      replayed: "ConfirmedAutomatically",
    });
    expect(differenceAt(differences, "confirmedAt")?.replayed).toBe(delivered.now + 24 * HOUR);
  });

  it("R57 with a window of 24 hours, the buyer's word after 40 had been refused", () => {
    const other = aProgram({ delivery: { window: elapsed(24 * HOUR), closing: elapsed(12 * HOUR) } });
    const late = aDeliveredOrder().give(asBuyer, { _tag: "Confirm" }, 40 * HOUR);
    const { refused, replayed } = again(late, other);
    expect(refused).toMatchObject([{ command: "Confirm", because: { _tag: "WrongState" } }]);
    expect(replayed?._tag).toBe("ConfirmedAutomatically");
  });

  it("R57 under the federal holidays, the deadline of New Year 2022 is a business day later", () => {
    const holidays = { ...preLoved.calendar.holidays, observance: "Federal" };
    const other = aProgram({ calendar: { holidays } });
    const order = anOrderAwaitingShipment({ now: at("2021-12-29T10:00:00-05:00") });
    const { differences } = again(order, other);
    expect(differenceAt(differences, "shipBy.at")).toEqual({
      path: "shipBy.at",
      stored: at("2022-01-04T00:00:00-05:00"),
      replayed: at("2022-01-05T00:00:00-05:00"),
    });
    for (const path of paths(differences)) expect(path).toMatch(/^(shipBy|promise|reminder)\./);
  });

  it("R57 a charge of another height changes nothing that was sold: it was frozen", () => {
    expect(again(anUpheldDispute(), aProgram({ charge: 0 })).differences).toEqual([]);
  });

  it("R57 an order keeps the version under which it was sold", () => {
    const story: OrderStory = aPlacedOrder({ program: aProgram({ version: "2027-01" }) });
    expect(story.state.program).toBe("2027-01");
    expect(instant(story.now)).toBe(story.now);
  });
});
