import {
  type Cents,
  cents,
  type Instant,
  monthsBetween,
  type Program,
  preLoved,
  recommend,
} from "@resale/core";
import { aProgram, at, gradeKey } from "@resale/testkit";
import { instants, prices, programs } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";

const NOW = at("2026-11-02T10:00:00-05:00");
const DAY = 86_400_000;

const priceOf = (program: Program, msrp: Cents, grade: string, purchasedAt: Instant, now = NOW): number =>
  recommend(program, { msrp, grade: gradeKey(grade), purchasedAt }, now)?.price ?? Number.NaN;

const gradesOf = (program: Program) => program.grades.map(({ key }) => key);
const bought = fc.integer({ min: -400, max: 12_000 }).map((days) => (NOW - days * DAY) as Instant);

describe("the recommended price", () => {
  it("R10 New With Tags is exactly 20 % off, whatever the age", () => {
    fc.assert(
      fc.property(prices, bought, (msrp, purchasedAt) => {
        const exact = (BigInt(msrp) * 8_000n * 2n + 10_000n) / 20_000n;
        expect(BigInt(priceOf(preLoved, msrp, "NewWithTags", purchasedAt))).toBe(exact > 0n ? exact : 1n);
      }),
      tries(500),
    );
    expect(priceOf(preLoved, cents(250_00), "NewWithTags", at("1999-01-01T00:00:00Z"))).toBe(200_00);
  });

  it("R9 a worse grade never raises it, under any table", () => {
    fc.assert(
      fc.property(programs, prices, bought, (program, msrp, purchasedAt) => {
        const all = gradesOf(program).map((grade) => priceOf(program, msrp, grade, purchasedAt));
        for (const [index, price] of all.entries()) {
          expect(price).toBeLessThanOrEqual(all[index - 1] ?? Number.POSITIVE_INFINITY);
        }
      }),
      tries(400),
    );
  });

  it("R9 a greater age never raises it, under any table", () => {
    fc.assert(
      fc.property(programs, prices, bought, fc.nat({ max: 4_000 }), (program, msrp, purchasedAt, days) => {
        const older = (purchasedAt - days * DAY) as Instant;
        for (const grade of gradesOf(program)) {
          expect(priceOf(program, msrp, grade, older)).toBeLessThanOrEqual(
            priceOf(program, msrp, grade, purchasedAt),
          );
        }
      }),
      tries(400),
    );
  });

  it("R9 explains itself: the steps lead from the base to the result", () => {
    fc.assert(
      fc.property(programs, prices, bought, fc.nat({ max: 2 }), (program, msrp, purchasedAt, place) => {
        const grade = gradesOf(program)[place] ?? gradesOf(program)[0];
        if (grade === undefined) return;
        const told = recommend(program, { msrp, grade, purchasedAt }, NOW);
        const [first, ...others] = told?.steps ?? [];
        if (told === undefined || first?._tag !== "Rate") throw new Error("no first step");
        expect(told.base).toBe(msrp);
        expect(BigInt(first.result)).toBe((BigInt(msrp) * BigInt(first.rate) * 2n + 10_000n) / 20_000n);
        expect(told.ageMonths).toBeGreaterThanOrEqual(first.fromMonths);
        expect(told.ageMonths).toBeLessThan(first.underMonths ?? Number.POSITIVE_INFINITY);
        const [rounded, ...rest] = others;
        expect(rest).toEqual([]);
        if (rounded?._tag === "Rounded") {
          expect(rounded.to).toBe(program.pricing.roundTo);
          expect(rounded.result === 1 || rounded.result % rounded.to === 0).toBe(true);
        }
        expect(told.price).toBe((rounded ?? first).result);
        expect(told.price).toBeGreaterThanOrEqual(1);
      }),
      tries(400),
    );
  });

  it("R9 R10 tells the band of age, its end only where it has one, and a rounding only where there was one", () => {
    const young = at("2026-06-14T12:00:00-04:00");
    const told = (grade: string, purchasedAt: Instant, program = preLoved) =>
      recommend(program, { msrp: cents(99_99), grade: gradeKey(grade), purchasedAt }, NOW)?.steps;
    expect(told("Excellent", young)).toStrictEqual([
      { _tag: "Rate", grade: "Excellent", rate: 6500, fromMonths: 0, underMonths: 12, result: 64_99 },
    ]);
    expect(told("NewWithTags", young)).toStrictEqual([
      { _tag: "Rate", grade: "NewWithTags", rate: 8000, fromMonths: 0, result: 79_99 },
    ]);
    expect(told("NewWithTags", young, aProgram({ pricing: { roundTo: 500 } }))?.[1]).toStrictEqual({
      _tag: "Rounded",
      to: 500,
      result: 75_00,
    });
  });

  it("R9 there is none for an age that no band of the grade has", () => {
    const grade = gradeKey("Good");
    const table = { [grade]: [{ underMonths: 1, rate: preLoved.sellerShare }] as const };
    const program = { ...preLoved, pricing: { ...preLoved.pricing, table } };
    const purchasedAt = at("2026-06-14T12:00:00-04:00");
    expect(recommend(program, { msrp: cents(100_00), grade, purchasedAt }, NOW)).toBeUndefined();
  });

  it("R9 what was paid has no part in it: it is not even asked for", () => {
    const piece = {
      msrp: cents(250_00),
      grade: gradeKey("Good"),
      purchasedAt: at("2025-06-14T12:00:00-04:00"),
    };
    const paid = { ...piece, paid: 1 };
    expect(recommend(preLoved, paid, NOW)).toEqual(recommend(preLoved, piece, NOW));
  });

  it.each([
    ["Excellent", "2025-11-03T00:00:00Z", 6500],
    ["Excellent", "2025-11-02T15:00:00Z", 5500],
    ["Excellent", "2024-11-02T15:00:00Z", 4500],
    ["Excellent", "2022-11-02T15:00:00Z", 3500],
    ["Good", "2026-11-01T00:00:00Z", 5000],
    ["Good", "2030-01-01T00:00:00Z", 5000],
    ["Good", "1990-01-01T00:00:00Z", 2000],
  ])("R10 the reference's rate for %s bought %s is %i", (grade, date, rate) => {
    expect(priceOf(preLoved, cents(100_00), grade, at(date))).toBe(rate);
  });

  it("R8 there is none for a grade the Program does not have, whatever its name", () => {
    for (const grade of ["Mint", "constructor", "toString", "hasOwnProperty", "valueOf"]) {
      expect(
        recommend(preLoved, { msrp: cents(1), grade: gradeKey(grade), purchasedAt: NOW }, NOW),
      ).toBeUndefined();
    }
  });

  it("R9 a Program may round down, and never to nothing", () => {
    const program = aProgram({ pricing: { roundTo: 500 } });
    expect(priceOf(program, cents(99_99), "NewWithTags", NOW)).toBe(75_00);
    expect(priceOf(program, cents(100), "Good", NOW)).toBe(1);
  });

  it("R9 age is in whole months, and never goes backwards", () => {
    fc.assert(
      fc.property(
        instants(1990, 2060),
        fc.nat({ max: 9_000 }),
        fc.nat({ max: 9_000 }),
        (from, one, other) => {
          const sooner = monthsBetween(from, (from + Math.min(one, other) * DAY) as Instant);
          expect(sooner).toBeLessThanOrEqual(
            monthsBetween(from, (from + Math.max(one, other) * DAY) as Instant),
          );
        },
      ),
      tries(500),
    );
    expect(monthsBetween(at("2026-01-31T12:00:00Z"), at("2026-02-28T12:00:00Z"))).toBe(1);
    expect(monthsBetween(at("2026-01-31T12:00:00Z"), at("2026-02-28T11:59:59Z"))).toBe(0);
    expect(monthsBetween(at("2026-03-01T00:00:00Z"), at("2026-02-01T00:00:00Z"))).toBe(0);
  });
});
