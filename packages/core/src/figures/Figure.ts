import { Schema } from "effect";
import { CivilDate } from "../calendar/Deadline.ts";

/** What the brand counts of its marketplace, by the fact that is counted. */
export const FigureName = Schema.Literals([
  "Submitted",
  "Listed",
  "Denied",
  "Sold",
  "Overdue",
  "Cancelled",
  "Disputed",
  "DisputeUpheld",
  "PaidOut",
  "Refunded",
]);
export type FigureName = typeof FigureName.Type;

/** From which prices on listings are counted together, in cents: each band ends where the next begins. */
export const PRICE_BANDS = [0, 50_00, 100_00, 200_00, 400_00, 800_00] as const;

/** How often something happened on a day to pieces of one kind. */
export const Figure = Schema.Struct({
  /** The day in the Program's zone. */
  day: CivilDate,
  figure: FigureName,
  grade: Schema.String,
  /** The band of the price, by its lower end in cents. */
  band: Schema.Int,
  ownStock: Schema.Boolean,
  count: Schema.Int,
  /** The money in it, in cents: prices of what was listed and sold, payouts, refunds. */
  cents: Schema.Int,
  /** How long it took in all, in milliseconds: from approval to sale. */
  took: Schema.Int,
});
export type Figure = typeof Figure.Type;

export const bandOf = (price: number): number => PRICE_BANDS.findLast((from) => from <= price) ?? 0;

const keyOf = ({ day, figure, grade, band, ownStock }: Figure): string =>
  JSON.stringify([day, figure, grade, band, ownStock]);

/** The same with one line for each day and kind: what belongs together is added up. */
export const summed = (figures: ReadonlyArray<Figure>): ReadonlyArray<Figure> => {
  const sums = new Map<string, Figure>();
  for (const one of figures) {
    const key = keyOf(one);
    const before = sums.get(key);
    sums.set(
      key,
      before === undefined
        ? one
        : {
            ...one,
            count: before.count + one.count,
            cents: before.cents + one.cents,
            took: before.took + one.took,
          },
    );
  }
  return [...sums.values()];
};
