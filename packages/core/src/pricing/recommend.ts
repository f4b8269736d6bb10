import { DateTime } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import { cents, shareOf } from "../money/amounts.ts";
import type { BasisPoints, Cents } from "../money/Money.ts";
import type { GradeKey } from "../program/Grade.ts";
import type { Program } from "../program/Program.ts";
import { bandAt } from "./PriceTable.ts";

/** One step from the original price to the recommended one. */
export type PriceStep =
  | {
      readonly _tag: "Rate";
      readonly grade: GradeKey;
      readonly rate: BasisPoints;
      readonly fromMonths: number;
      readonly underMonths?: number;
      readonly result: Cents;
    }
  | { readonly _tag: "Rounded"; readonly to: number; readonly result: Cents };

/** A recommended price that explains itself: base, steps, result (R9). */
export interface Recommendation {
  readonly base: Cents;
  readonly ageMonths: number;
  readonly steps: ReadonlyArray<PriceStep>;
  readonly price: Cents;
}

/** Whole months from one instant to another, on UTC's calendar; none, if the other comes first. */
export const monthsBetween = (from: Instant, to: Instant): number => {
  if (to <= from) return 0;
  const start = DateTime.toPartsUtc(DateTime.makeUnsafe(from));
  const end = DateTime.toPartsUtc(DateTime.makeUnsafe(to));
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const reached = DateTime.toEpochMillis(DateTime.add(DateTime.makeUnsafe(from), { months })) <= to;
  return reached ? months : months - 1;
};

/**
 * The price the engine recommends for a piece: a share of the original price by grade and age, never what was paid. A
 * worse grade or a greater age never raises it (R9, R10). Nothing for a grade the Program does not have.
 */
export const recommend = (
  program: Program,
  piece: { readonly msrp: Cents; readonly grade: GradeKey; readonly purchasedAt: Instant },
  now: Instant,
): Recommendation | undefined => {
  const { table } = program.pricing;
  const bands = Object.hasOwn(table, piece.grade) ? table[piece.grade] : undefined;
  if (bands === undefined) return undefined;
  const ageMonths = monthsBetween(piece.purchasedAt, now);
  const band = bandAt(bands, ageMonths);
  if (band === undefined) return undefined;
  const fromMonths = bands[bands.indexOf(band) - 1]?.underMonths ?? 0;
  const rated = shareOf(piece.msrp, band.rate);
  const steps: Array<PriceStep> = [
    {
      _tag: "Rate",
      grade: piece.grade,
      rate: band.rate,
      fromMonths,
      ...(band.underMonths === undefined ? {} : { underMonths: band.underMonths }),
      result: rated,
    },
  ];
  const { roundTo } = program.pricing;
  const rounded = cents(Math.max(1, rated - (rated % roundTo)));
  if (rounded !== rated) steps.push({ _tag: "Rounded", to: roundTo, result: rounded });
  return { base: piece.msrp, ageMonths, steps, price: rounded };
};
