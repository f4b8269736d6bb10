import { bandAt, type GradeKey, type PriceTable, priceTableFaults, PriceTable as Table } from "@resale/core";
import { gradeKey } from "@resale/testkit";
import { Schema } from "effect";
import { describe, expect, it } from "vitest";

const table = (bands: unknown): PriceTable => Schema.decodeUnknownSync(Table)(bands);
const grades: ReadonlyArray<GradeKey> = ["Best", "Worse"].map(gradeKey);
const issues = (bands: unknown) => priceTableFaults(table(bands), grades).map(({ issue }) => issue);

describe("what contradicts itself in a table of prices", () => {
  it("R9 a worse grade that is dearer from the first day is named at no months", () => {
    const best = [{ underMonths: 6, rate: 6000 }, { rate: 5000 }];
    const worse = [{ underMonths: 6, rate: 7000 }, { rate: 4000 }];
    expect(issues({ Best: best, Worse: worse })).toEqual([
      "is dearer than the better grade Best at 0 months (R9)",
    ]);
  });

  it("R9 every age at which it is dearer is named once, youngest first, wherever its band begins", () => {
    const best = [{ underMonths: 12, rate: 6000 }, { rate: 1000 }];
    const worse = [{ underMonths: 6, rate: 6500 }, { underMonths: 24, rate: 6400 }, { rate: 2000 }];
    expect(issues({ Best: best, Worse: worse })).toEqual(
      [0, 6, 12, 24].map((months) => `is dearer than the better grade Best at ${months} months (R9)`),
    );
  });

  it("R9 two bands that end together contradict each other", () => {
    const twice = [{ underMonths: 6, rate: 5000 }, { underMonths: 6, rate: 4000 }, { rate: 3000 }];
    expect(issues({ Best: twice, Worse: [{ rate: 1000 }] })).toEqual([
      "is to be greater than in the band before: bands go from young to old",
    ]);
  });

  it("R9 grades are compared only where each stands for itself", () => {
    const rising = [{ underMonths: 6, rate: 1000 }, { rate: 2000 }];
    expect(issues({ Best: rising, Worse: [{ rate: 9000 }] })).toEqual([
      "is to be no more than in the band before: a greater age never raises the price (R9)",
    ]);
  });

  it("R9 a band begins on the month on which the one before it ends", () => {
    const bands = table({ Best: [{ underMonths: 6, rate: 5000 }, { rate: 4000 }] })[gradeKey("Best")] ?? [];
    expect([5, 6].map((months) => bandAt(bands, months)?.rate)).toEqual([5000, 4000]);
  });
});
