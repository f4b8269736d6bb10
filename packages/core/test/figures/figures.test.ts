import { DAY, type Figure, instant, PRICE_BANDS, summed } from "@resale/core";
import { aConfirmedOrder, aSoldListing } from "@resale/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf } from "../../src/figures/Figure.ts";
import { figuresOfListing, figuresOfOrder, isCounted } from "../../src/figures/figuresOf.ts";

const zone = "America/New_York";

const soldListing = () => {
  const { state } = aSoldListing();
  if (state._tag !== "Sold") throw new Error(`a sold listing is ${state._tag}`);
  return state;
};

describe("what the brand counts", () => {
  it("is a listing by its price and grade, and how long it took to sell", () => {
    const sold = soldListing();
    const at = instant(sold.terms.approvedAt + 3 * DAY);
    const [figure] = figuresOfListing({ _tag: "Sold", order: sold.order, at }, sold, { at, zone });
    expect(figure).toMatchObject({
      figure: "Sold",
      grade: sold.details.grade,
      cents: sold.terms.price,
      took: 3 * DAY,
      count: 1,
    });
  });

  it("is a refund by all that was paid, not by the price alone", () => {
    const [sold, order] = [soldListing(), aConfirmedOrder().state];
    const at = instant(order.placedAt);
    const [refunded] = figuresOfOrder({ _tag: "Refunded", at }, order, sold, { at, zone });
    expect(refunded?.cents).toBe(order.terms.total);
  });

  it("falls on the day of the Program's zone: New York's evening is not the next day", () => {
    const sold = soldListing();
    const evening = instant(Date.UTC(2026, 10, 24, 3));
    const [figure] = figuresOfListing({ _tag: "Sold", order: sold.order, at: evening }, sold, {
      at: evening,
      zone,
    });
    expect(figure?.day).toBe("2026-11-23");
  });

  it("has a band for every price, and the highest one that is not above it", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (price) => {
        const band = bandOf(price);
        expect(band).toBeLessThanOrEqual(price);
        expect(PRICE_BANDS.filter((from) => from > band && from <= price)).toEqual([]);
      }),
    );
  });

  it("is added up without losing a cent, in whatever order it comes", () => {
    const one: fc.Arbitrary<Figure> = fc.record({
      day: fc.constantFrom("2026-11-01", "2026-11-02").map((day) => day as Figure["day"]),
      figure: fc.constantFrom("Sold", "Listed"),
      grade: fc.constantFrom("Good", "Excellent"),
      band: fc.constantFrom(...PRICE_BANDS),
      ownStock: fc.boolean(),
      count: fc.nat(5),
      cents: fc.nat(1000),
      took: fc.nat(1000),
    });
    const total = (all: ReadonlyArray<Figure>) => [
      all.reduce((sum, { count }) => sum + count, 0),
      all.reduce((sum, { cents }) => sum + cents, 0),
      all.reduce((sum, { took }) => sum + took, 0),
    ];
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const sums = summed(all);
        expect(total(sums)).toEqual(total(all));
        expect(summed([...all].reverse())).toHaveLength(sums.length);
        expect(summed(sums)).toEqual(sums);
      }),
    );
  });

  it("is read of no other facts", () => {
    expect(isCounted("listing", "MailSent")).toBe(false);
    expect(isCounted("checkout", "Placed")).toBe(false);
    expect(isCounted("order", "toString")).toBe(false);
    expect(isCounted("order", "DisputeOpened")).toBe(true);
  });
});
