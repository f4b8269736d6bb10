import { isDay, plusDays } from "./days.ts";

export const presets = [7, 30, 90] as const;
const USUAL = 30;
/** A leap year: more at once is a job for the table. */
const MOST = 366;

/** From the first day to the last, both with them. */
export interface Range {
  readonly from: string;
  readonly to: string;
  /** How many days up to today, if it was chosen so. */
  readonly days: number | null;
}

/** The range that an address names: so many days up to today, or from a day to another. */
export const rangeOf = (search: string, today: string): Range => {
  const query = new URLSearchParams(search);
  const from = query.get("from");
  const to = query.get("to");
  if (isDay(from) && isDay(to) && from <= to) {
    const [earliest = from] = [plusDays(to, 1 - MOST), from].sort().slice(-1);
    return { from: earliest, to, days: null };
  }
  const asked = Number(query.get("days"));
  const days = presets.find((preset) => preset === asked) ?? USUAL;
  return { from: plusDays(today, 1 - days), to: today, days };
};
