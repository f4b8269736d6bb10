import { cents, type Instant, plus, preLoved, recommend } from "@resale/core";
import { START } from "@resale/testkit";
import { programs } from "@resale/testkit/arbitraries";
import { checkWholeLife } from "@resale/testkit/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { winterPrices } from "../src/winterPrices.ts";

const winters = fc.record({
  year: fc.integer({ min: 2020, max: 2099 }),
  raise: fc.integer({ min: 0, max: 3000 }),
  most: fc.integer({ min: 0, max: 9500 }),
});
const pieces = fc.record({
  msrp: fc.integer({ min: 1, max: 5_000_00 }).map(cents),
  months: fc.nat({ max: 120 }),
});

const priceOf = (program: typeof preLoved, grade: number, msrp: ReturnType<typeof cents>, months: number) => {
  const key = program.grades[grade]?.key;
  if (key === undefined) return undefined;
  const purchasedAt = plus(START, -months * 30 * 86_400_000) as Instant;
  return recommend(program, { msrp, grade: key, purchasedAt }, START)?.price;
};

describe("winter's prices", () => {
  it("are a Program whatever the shop's own is, which no worse grade makes dearer (R9)", () => {
    fc.assert(
      fc.property(programs, winters, pieces, (program, winter, { msrp, months }) => {
        const cold = winterPrices(program, winter);
        const prices = cold.grades.map((_, grade) => priceOf(cold, grade, msrp, months) ?? 0);
        expect(prices).toEqual([...prices].sort((one, other) => other - one));
      }),
    );
  });

  it("are never below summer's, and never above the shop's limit unless summer's were", () => {
    fc.assert(
      fc.property(
        programs,
        winters,
        pieces,
        fc.nat({ max: 2 }),
        (program, winter, { msrp, months }, grade) => {
          const summer = priceOf(program, grade, msrp, months) ?? 0;
          const cold = priceOf(winterPrices(program, winter), grade, msrp, months) ?? 0;
          expect(cold).toBeGreaterThanOrEqual(summer);
          expect(cold).toBeLessThanOrEqual(Math.max(summer, (msrp * winter.most) / 10_000 + 1));
        },
      ),
    );
  });

  it("R57 have a version of their own, so that orders keep what they were sold under", () => {
    fc.assert(
      fc.property(programs, winters, (program, winter) => {
        expect(winterPrices(program, winter).version).not.toBe(program.version);
      }),
    );
  });

  it("keep every law of the whole life", () => {
    checkWholeLife({ numRuns: 8 }, winterPrices(preLoved, { year: 2026, raise: 1000, most: 9000 }));
  });
});
