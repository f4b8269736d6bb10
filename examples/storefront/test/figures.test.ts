import type { CivilDate, Figure, FigureName } from "@resale/core";
import { describe, expect, test } from "vitest";
import { rangeOf } from "../src/figures/range.ts";
import { reckon, reckoned } from "../src/figures/reckon.ts";

const DAY = 86_400_000;

const row = (figure: FigureName, day: string, more: Partial<Figure> = {}): Figure => ({
  day: day as CivilDate,
  figure,
  grade: "Good",
  band: 100_00,
  ownStock: false,
  count: 1,
  cents: 0,
  took: 0,
  ...more,
});

describe("the figures", () => {
  test("sell-through is sold for each listed, and nothing where nothing was listed", () => {
    const rows = [row("Listed", "2026-11-02", { count: 4 }), row("Sold", "2026-11-03", { count: 3 })];
    expect(reckoned(rows).sellThrough).toBe(0.75);
    expect(reckoned([row("Sold", "2026-11-03")]).sellThrough).toBeNull();
    expect(reckoned([])).toMatchObject({ listed: 0, sold: 0, sellThrough: null, daysToSale: null });
  });

  test("days to sale are the mean of all sales, however they are spread over rows", () => {
    const rows = [
      row("Sold", "2026-11-03", { count: 3, took: 3 * DAY }),
      row("Sold", "2026-11-04", { count: 1, took: 5 * DAY }),
    ];
    expect(reckoned(rows).daysToSale).toBe(2);
  });

  test("money is added up by what it was", () => {
    const rows = [
      row("Sold", "2026-11-03", { cents: 100_00 }),
      row("PaidOut", "2026-11-09", { cents: 80_00 }),
      row("Refunded", "2026-11-09", { cents: 112_50 }),
    ];
    expect(reckoned(rows)).toMatchObject({ turnover: 100_00, payouts: 80_00, refunds: 112_50 });
  });

  test("every row is in one column, one grade and one band, and none outside its range is counted", () => {
    const rows = [
      row("Listed", "2026-10-31"),
      row("Listed", "2026-11-01"),
      row("Listed", "2026-11-30", { grade: "Excellent", band: 800_00 }),
      row("Listed", "2026-11-30", { grade: "Worn" }),
      row("Listed", "2026-12-01"),
    ];
    const found = reckon(rows, { from: "2026-11-01", to: "2026-11-30" }, ["Excellent", "Good"]);
    expect(found.total.listed).toBe(3);
    expect(found.columns).toHaveLength(30);
    for (const groups of [found.columns, found.grades, found.bands]) {
      expect(groups.reduce((sum, { listed }) => sum + listed, 0)).toBe(3);
    }
    expect(found.grades.map(({ key }) => key)).toEqual(["Excellent", "Good", "Worn"]);
  });

  test("more than 35 days are told week by week, the last week as far as it goes", () => {
    const range = { from: "2026-09-01", to: "2026-11-29" };
    const found = reckon([row("Sold", "2026-11-29")], range, ["Good"]);
    expect(found.step).toBe(7);
    expect(found.columns).toHaveLength(13);
    expect(found.columns.at(-1)).toMatchObject({ key: "2026-11-24", sold: 1 });
  });
});

describe("the range", () => {
  const today = "2026-03-02";

  test("is thirty days up to today, if the address names none that holds", () => {
    for (const search of [
      "",
      "?days=5",
      "?from=2026-02-30&to=2026-03-01",
      "?from=2026-03-02&to=2026-03-01",
    ]) {
      expect(rangeOf(search, today), search).toEqual({ from: "2026-02-01", to: today, days: 30 });
    }
  });

  test("is what the address names, with both days, and never longer than a year", () => {
    expect(rangeOf("?days=7", today)).toEqual({ from: "2026-02-24", to: today, days: 7 });
    const named = rangeOf("?from=2026-01-01&to=2026-01-01", today);
    expect(named).toEqual({ from: "2026-01-01", to: "2026-01-01", days: null });
    expect(rangeOf("?from=2000-01-01&to=2026-03-02", today).from).toBe("2025-03-02");
  });
});
