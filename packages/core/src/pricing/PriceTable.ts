import { Schema } from "effect";
import { BasisPoints } from "../money/Money.ts";
import { GradeKey } from "../program/Grade.ts";

/** The share of the original price recommended up to an age in whole months; the last band has no end (R9). */
export const PriceBand = Schema.Struct({
  underMonths: Schema.optionalKey(
    Schema.Int.check(
      Schema.isBetween({ minimum: 1, maximum: 1200 }, { expected: "an age from 1 to 1200 months" }),
    ),
  ),
  rate: BasisPoints,
});
export type PriceBand = typeof PriceBand.Type;

/** For each grade its bands, youngest first. */
export const PriceTable = Schema.Record(GradeKey, Schema.NonEmptyArray(PriceBand));
export type PriceTable = typeof PriceTable.Type;

/** The band of an age in whole months. */
export const bandAt = (bands: ReadonlyArray<PriceBand>, months: number): PriceBand | undefined =>
  bands.find((band) => band.underMonths === undefined || months < band.underMonths);

/** The ages, in whole months, at which some band begins: enough to compare two grades at every age. */
const ages = (table: PriceTable): ReadonlyArray<number> => {
  const starts = new Set([0]);
  for (const bands of Object.values(table)) {
    for (const band of bands) if (band.underMonths !== undefined) starts.add(band.underMonths);
  }
  return [...starts].sort((one, other) => one - other);
};

/** What contradicts itself in a table, by the field in which it stands; grades are given best first (R9). */
export const priceTableFaults = (
  table: PriceTable,
  grades: ReadonlyArray<GradeKey>,
): ReadonlyArray<{ readonly path: ReadonlyArray<PropertyKey>; readonly issue: string }> => {
  const faults: Array<{ path: ReadonlyArray<PropertyKey>; issue: string }> = [];
  for (const key of Object.keys(table)) {
    if (!grades.includes(key as GradeKey))
      faults.push({ path: [key], issue: `is none of the grades: ${grades.join(", ")}` });
  }
  for (const grade of grades) {
    const bands = table[grade];
    if (bands === undefined) {
      faults.push({ path: [grade], issue: "is missing: the grade has no rates" });
      continue;
    }
    for (const [index, band] of bands.entries()) {
      const before = bands[index - 1];
      const isLast = index === bands.length - 1;
      if (isLast !== (band.underMonths === undefined)) {
        faults.push({
          path: [grade, index, "underMonths"],
          issue: isLast
            ? "is to be left out: the last band has no end"
            : "is to say where the band ends: only the last one has no end",
        });
      }
      if (
        before?.underMonths !== undefined &&
        band.underMonths !== undefined &&
        band.underMonths <= before.underMonths
      ) {
        faults.push({
          path: [grade, index, "underMonths"],
          issue: "is to be greater than in the band before: bands go from young to old",
        });
      }
      if (before !== undefined && band.rate > before.rate) {
        faults.push({
          path: [grade, index, "rate"],
          issue: "is to be no more than in the band before: a greater age never raises the price (R9)",
        });
      }
    }
  }
  if (faults.length > 0) return faults;
  for (const months of ages(table)) {
    for (const [index, grade] of grades.entries()) {
      const better = grades[index - 1];
      if (better === undefined) continue;
      const rate = bandAt(table[grade] ?? [], months)?.rate ?? 0;
      const betterRate = bandAt(table[better] ?? [], months)?.rate ?? 0;
      if (rate > betterRate) {
        faults.push({
          path: [grade],
          issue: `is dearer than the better grade ${better} at ${months} months (R9)`,
        });
      }
    }
  }
  return faults;
};
