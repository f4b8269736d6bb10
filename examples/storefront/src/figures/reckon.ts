import { bandOf, type Figure, type FigureName, PRICE_BANDS } from "@resale/core";
import { daysBetween, plusDays } from "./days.ts";

const DAY = 86_400_000;
/** More columns than this can't be told apart: then a column is a week. */
const MOST_COLUMNS = 35;
const WEEK = 7;

/** What one group of rows comes to; a share or mean of nothing is null. */
export interface Reckoned {
  readonly listed: number;
  readonly sold: number;
  /** Sold for each listed, in the same time: more than 1, where older listings were sold. */
  readonly sellThrough: number | null;
  /** From approval to sale, on average. */
  readonly daysToSale: number | null;
  readonly disputed: number;
  readonly overdue: number;
  /** In cents. */
  readonly turnover: number;
  readonly payouts: number;
  readonly refunds: number;
}

export interface Named extends Reckoned {
  readonly key: string;
}

export interface Reckoning {
  readonly total: Reckoned;
  /** How many days a column covers. */
  readonly step: number;
  readonly columns: ReadonlyArray<Named>;
  readonly grades: ReadonlyArray<Named>;
  readonly bands: ReadonlyArray<Named>;
}

const sumOf = (rows: ReadonlyArray<Figure>, figure: FigureName, field: "count" | "cents" | "took"): number =>
  rows.reduce((sum, row) => (row.figure === figure ? sum + row[field] : sum), 0);

/** What rows come to, whatever they have in common. */
export const reckoned = (rows: ReadonlyArray<Figure>): Reckoned => {
  const listed = sumOf(rows, "Listed", "count");
  const sold = sumOf(rows, "Sold", "count");
  return {
    listed,
    sold,
    sellThrough: listed === 0 ? null : sold / listed,
    daysToSale: sold === 0 ? null : sumOf(rows, "Sold", "took") / sold / DAY,
    disputed: sumOf(rows, "Disputed", "count"),
    overdue: sumOf(rows, "Overdue", "count"),
    turnover: sumOf(rows, "Sold", "cents"),
    payouts: sumOf(rows, "PaidOut", "cents"),
    refunds: sumOf(rows, "Refunded", "cents"),
  };
};

/** All that the page of figures shows, from the rows of `from` to `to`, both with them. */
export const reckon = (
  rows: ReadonlyArray<Figure>,
  range: { readonly from: string; readonly to: string },
  grades: ReadonlyArray<string>,
): Reckoning => {
  const within = rows.filter(({ day }) => day >= range.from && day <= range.to);
  const length = daysBetween(range.from, range.to) + 1;
  const step = length > MOST_COLUMNS ? WEEK : 1;
  const columns = Array.from({ length: Math.max(0, Math.ceil(length / step)) }, (_, index) => {
    const first = plusDays(range.from, index * step);
    const next = plusDays(first, step);
    return { key: first, ...reckoned(within.filter(({ day }) => day >= first && day < next)) };
  });
  const named = (key: string, one: (row: Figure) => boolean): Named => ({
    key,
    ...reckoned(within.filter(one)),
  });
  const others = new Set(within.map(({ grade }) => grade).filter((grade) => !grades.includes(grade)));
  return {
    total: reckoned(within),
    step,
    columns,
    grades: [...grades, ...others].map((grade) => named(grade, (row) => row.grade === grade)),
    bands: PRICE_BANDS.map((band) => named(String(band), (row) => bandOf(row.band) === band)),
  };
};
