import { describe, expect, test } from "vitest";
import { partsOf } from "../src/catalogue/spans.ts";

/** How often each price below `most` is in a span's parts. */
const coverage = (from: number, end: number, most: number): ReadonlyArray<number> => {
  const { all, bands, rests } = partsOf(from, end);
  const times: Array<number> = Array.from({ length: most }, () => (all ? 1 : 0));
  const add = (first: number, beyond: number, sign: number) => {
    for (let price = first; price < Math.min(beyond, most); price++)
      times[price] = (times[price] ?? 0) + sign;
  };
  for (const { width, first, last, sign } of bands) add(first * width, (last + 1) * width, sign);
  for (const rest of rests) add(rest.from, rest.end, rest.sign);
  return times;
};

const MOST = 50_000;
const SPANS = [
  [0, 1],
  [0, 100],
  [99, 101],
  [5_500, 15_501],
  [4_999, 5_001],
  [14_501, 14_600],
  [0, 24_235],
  [9_950, 30_049],
  [20_000, 20_000],
  [20_001, 20_000],
  [12_345, Number.POSITIVE_INFINITY],
  [0, Number.POSITIVE_INFINITY],
] as const;

describe("a span of prices", () => {
  test.each(SPANS)(
    "R20 from %d to before %d: each price within is counted once, all others never",
    (from, end) => {
      const expected = Array.from({ length: MOST }, (_, price) => (price >= from && price < end ? 1 : 0));
      expect(coverage(from, end, MOST)).toEqual(expected);
    },
  );

  test("R20 is put together from few bands: five at most of each narrower width at each end", () => {
    for (let from = 0; from < 20_000; from += 377) {
      const { bands, rests } = partsOf(from, from + 12_345);
      const narrow = bands.filter(({ width }) => width < 10_000);
      expect(narrow.reduce((sum, { first, last }) => sum + last - first + 1, 0)).toBeLessThanOrEqual(20);
      for (const rest of rests) expect(rest.end - rest.from).toBeLessThanOrEqual(50);
    }
  });
});
