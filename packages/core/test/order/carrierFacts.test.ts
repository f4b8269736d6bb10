import { DAY, HOUR, isOfParcel, joinScans, noFacts, plus, type Scan, standingOf } from "@resale/core";
import { aLabel, anAddress, aScan, START } from "@resale/testkit";
import { describe, expect, it } from "vitest";

const there = anAddress({ region: "CA", zip: "94105" });
const hour = (hours: number) => plus(START, hours * HOUR);
const told = (...scans: ReadonlyArray<Scan>) => joinScans(noFacts, scans);
const standing = (...scans: ReadonlyArray<Scan>) => standingOf(told(...scans), there);

describe("which scans are of a parcel", () => {
  const label = aLabel(START);

  it.each([
    ["an hour before its label was bought", -HOUR, true],
    ["a millisecond earlier", -HOUR - 1, false],
    ["a day ahead of us", DAY, true],
    ["a millisecond later", DAY + 1, false],
  ] as const)("R37 what was scanned %s", (_, milliseconds, taken) => {
    expect(isOfParcel(aScan("Accepted", plus(START, milliseconds)), label, START)).toBe(taken);
  });
});

describe("what scans come to", () => {
  it.each(["Accepted", "InTransit", "OutForDelivery", "Attempted", "AvailableForPickup"] as const)(
    "R32 %s shows that the carrier has it",
    (status) => {
      const facts = { ...noFacts, accepted: START, moved: START };
      expect(told(aScan(status, START))).toEqual(facts);
    },
  );

  it.each(["LabelCreated", "Unknown", "Cancelled"] as const)("R37 %s shows nothing", (status) => {
    expect(told(aScan(status, START))).toBe(noFacts);
  });

  it("R32 R36 the first on the way is its acceptance, the last its movement", () => {
    const facts = told(aScan("InTransit", hour(2)), aScan("Accepted", hour(1)), aScan("InTransit", hour(3)));
    expect(facts).toEqual({ ...noFacts, accepted: hour(1), moved: hour(3) });
    expect(joinScans(facts, [aScan("InTransit", hour(2))])).toBe(facts);
    expect(joinScans(facts, [aScan("InTransit", hour(1)), aScan("InTransit", hour(3))])).toBe(facts);
  });

  it("R37 the last word that it is lost stands beside the others", () => {
    const lost = told(aScan("Lost", hour(2)));
    expect(lost).toEqual({ ...noFacts, lost: hour(2) });
    expect(joinScans(lost, [aScan("Lost", hour(1)), aScan("Lost", hour(2))])).toBe(lost);
    expect(joinScans(lost, [aScan("Lost", hour(3))]).lost).toBe(hour(3));
    const found = joinScans(lost, [aScan("Accepted", hour(1))]);
    expect(found).toEqual({ ...noFacts, accepted: hour(1), moved: hour(1), lost: hour(2) });
  });

  it("R37 of two endings the later counts, in one moment the one that asks for more care, then the greater ZIP code", () => {
    const ending = (...scans: ReadonlyArray<Scan>) => {
      const either = told(...scans).ending;
      expect(told(...scans.toReversed()).ending).toEqual(either);
      return either;
    };
    const early = aScan("DeliveredToSender", hour(1));
    expect(ending(early, aScan("Delivered", hour(2), "94105"))).toMatchObject({
      status: "Delivered",
      at: hour(2),
      zip: "94105",
    });
    expect(ending(aScan("Delivered", hour(1), "94105"), aScan("Returning", hour(1)))?.status).toBe(
      "Returning",
    );
    expect(ending(aScan("Returning", hour(1), "94105"), early)?.status).toBe("DeliveredToSender");
    const zips = ending(aScan("Delivered", hour(1), "10001"), aScan("Delivered", hour(1), "94105"));
    expect(zips?.zip).toBe("94105");
    expect(ending(aScan("Delivered", hour(1)), aScan("Delivered", hour(1), "10001"))?.zip).toBe("10001");
    expect(ending(aScan("Delivered", hour(1)))).toEqual({ status: "Delivered", at: hour(1), zip: null });
  });
});

describe("where a parcel is", () => {
  it("R36 on its way, or lost, by the later word; in one moment it is lost", () => {
    expect(standing()).toEqual({ _tag: "NotAccepted" });
    expect(standing(aScan("Lost", hour(1)))).toEqual({ _tag: "NotAccepted" });
    expect(standing(aScan("Accepted", hour(1)))).toEqual({ _tag: "Moving" });
    expect(standing(aScan("Accepted", hour(1)), aScan("Lost", hour(1)))).toEqual({ _tag: "Lost" });
    expect(standing(aScan("Accepted", hour(1)), aScan("Lost", hour(2)))).toEqual({ _tag: "Lost" });
    expect(standing(aScan("Accepted", hour(2)), aScan("Lost", hour(1)))).toEqual({ _tag: "Moving" });
  });

  it("R38 delivered, if it was accepted by then, at the buyer's ZIP code, and not lost since", () => {
    const accepted = aScan("Accepted", hour(1));
    const at = hour(2);
    expect(standing(accepted, aScan("Delivered", at, "94105"))).toEqual({ _tag: "Delivered", at });
    expect(standing(aScan("Accepted", at), aScan("Delivered", at))).toEqual({ _tag: "Delivered", at });
    const lostThen = aScan("Lost", at);
    expect(standing(accepted, aScan("Delivered", at), lostThen)).toEqual({ _tag: "Delivered", at });
    const unverified = (why: string) => ({ _tag: "Unverified", at, why });
    expect(standing(aScan("Delivered", at))).toEqual(unverified("NoAcceptance"));
    expect(standing(aScan("Accepted", plus(at, 1)), aScan("Delivered", at))).toEqual(
      unverified("NoAcceptance"),
    );
    expect(standing(accepted, aScan("Delivered", at, "94106"))).toEqual(unverified("OtherZip"));
    expect(standing(accepted, aScan("Returning", at))).toEqual(unverified("ToSender"));
    const lostSince = aScan("Lost", plus(at, 1));
    expect(standing(accepted, aScan("Delivered", at), lostSince)).toEqual(unverified("SaidLost"));
  });
});
