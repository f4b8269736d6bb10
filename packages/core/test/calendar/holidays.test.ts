import federal from "@18f/us-federal-holidays";
import {
  type BusinessCalendar,
  civilDate,
  dayNumber,
  holidaysOf,
  skippedDay,
  usFederalHolidays,
  weekdayOf,
} from "@resale/core";
import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";

const calendar = (observance: "Postal" | "Federal" | "None"): BusinessCalendar => ({
  zone: "America/New_York",
  holidays: { rules: usFederalHolidays, observance },
});

const kept = (observance: "Postal" | "Federal" | "None", year: number): ReadonlyArray<string> =>
  [...holidaysOf(calendar(observance).holidays, year).keys()]
    .sort((one, other) => one - other)
    .map(civilDate);

const twoDigits = (value: number) => `${value}`.padStart(2, "0");
const dateOf = (text: string): string => {
  const [year, month, day] = text.split("-").map(Number);
  return `${year}-${twoDigits(month ?? 0)}-${twoDigits(day ?? 0)}`;
};

const oracle = (year: number, shiftSaturdayHolidays: boolean): ReadonlyArray<string> =>
  [year, year + 1]
    .flatMap((each) => federal.allForYear(each, { shiftSaturdayHolidays, shiftSundayHolidays: true }))
    .map(({ dateString }) => dateOf(dateString))
    .filter((date) => date.startsWith(`${year}-`))
    .sort();

const YEARS = Array.from({ length: 2100 - 1986 + 1 }, (_, index) => 1986 + index);

describe("R30 the holidays", () => {
  it("R30 under the federal observance are those of the government's own list, 1986 to 2100", () => {
    for (const year of YEARS) expect(kept("Federal", year), `${year}`).toEqual(oracle(year, true));
  });

  it("R30 under the postal observance stay on Saturday, and move from Sunday, 1986 to 2100", () => {
    for (const year of YEARS) expect(kept("Postal", year), `${year}`).toEqual(oracle(year, false));
  });

  it("R30 fall on the days another list knows, 1986 to 2100", () => {
    const other = new Holidays("US", { types: ["public"] });
    const names = new Map([
      ["New Year's Day", "New Year's Day"],
      ["Martin Luther King Jr. Day", "Martin Luther King Jr. Day"],
      ["Washington's Birthday", "Presidents' Day"],
      ["Memorial Day", "Memorial Day"],
      ["Juneteenth", "Juneteenth"],
      ["Independence Day", "Independence Day"],
      ["Labor Day", "Labor Day"],
      ["Columbus Day", "Columbus Day"],
      ["Veterans Day", "Veterans Day"],
      ["Thanksgiving Day", "Thanksgiving Day"],
      ["Christmas Day", "Christmas Day"],
    ]);
    for (const year of YEARS) {
      const ours = holidaysOf(calendar("None").holidays, year);
      const found = other.getHolidays(year).flatMap(({ name, date }) => {
        const known = names.get(name);
        return known === undefined ? [] : [`${date.slice(0, 10)} ${known}`];
      });
      const own = [...ours].map(([day, { name }]) => `${civilDate(day)} ${name}`);
      expect(found.length, `${year}`).toBeGreaterThanOrEqual(9);
      for (const entry of found) expect(own, `${year}`).toContain(entry);
    }
  });

  it("R30 New Year 2022 on a Saturday: the post keeps the Saturday, the government the Friday before", () => {
    const friday = dayNumber(2021, 12, 31);
    expect(weekdayOf(friday)).toBe(5);
    expect(skippedDay(calendar("Postal"), friday)).toBeUndefined();
    expect(skippedDay(calendar("None"), friday)).toBeUndefined();
    expect(skippedDay(calendar("Federal"), friday)).toEqual({
      date: "2021-12-31",
      why: { _tag: "Holiday", name: "New Year's Day", observed: true },
    });
  });

  it("R30 Christmas 2022 on a Sunday is kept on Monday by both, and by neither where nothing moves", () => {
    const monday = dayNumber(2022, 12, 26);
    const observed = { date: "2022-12-26", why: { _tag: "Holiday", name: "Christmas Day", observed: true } };
    expect(skippedDay(calendar("Postal"), monday)).toEqual(observed);
    expect(skippedDay(calendar("Federal"), monday)).toEqual(observed);
    expect(skippedDay(calendar("None"), monday)).toBeUndefined();
  });

  it("R30 Juneteenth is one from 2021 on, King's day from 1986 on", () => {
    const has = (year: number, name: string) =>
      [...holidaysOf(calendar("None").holidays, year).values()].some((day) => day.name === name);
    expect([has(2020, "Juneteenth"), has(2021, "Juneteenth")]).toEqual([false, true]);
    expect([has(1985, "Martin Luther King Jr. Day"), has(1986, "Martin Luther King Jr. Day")]).toEqual([
      false,
      true,
    ]);
  });

  it("R30 the fifth weekday of a month is its last", () => {
    const holidays = {
      rules: [{ _tag: "OnWeekday", name: "Last", month: 2, weekday: 1, nth: 5 }],
      observance: "None",
    } as const;
    expect([...holidaysOf(holidays, 2026).keys()].map(civilDate)).toEqual(["2026-02-23"]);
    expect([...holidaysOf(holidays, 2044).keys()].map(civilDate)).toEqual(["2044-02-29"]);
  });
});

describe("holidays that hang on Easter, or come before a date", () => {
  const canadian = {
    observance: "None" as const,
    rules: [
      { _tag: "FromEaster" as const, name: "Good Friday", days: -2 },
      { _tag: "WeekdayBefore" as const, name: "Victoria Day", month: 5, day: 25, weekday: 1 as const },
    ],
  };

  it("R30 fall as Canada keeps them", () => {
    const theirs = new Holidays("CA", "ON");
    for (let year = 2000; year <= 2080; year++) {
      const expected = theirs
        .getHolidays(year)
        .filter(({ name }) => name === "Good Friday" || name === "Victoria Day")
        .map(({ date, name }) => `${date.slice(0, 10)} ${name}`);
      const ours = [...holidaysOf(canadian, year)].map(([day, { name }]) => `${civilDate(day)} ${name}`);
      expect(ours.sort(), `${year}`).toEqual(expected.sort());
    }
  });
});

describe("what hardly ever happens", () => {
  it("R30 a holiday of the last day of a year that is a Sunday is kept on the first of the next", () => {
    const rules = [{ _tag: "OnDate" as const, name: "New Year's Eve", month: 12, day: 31 }];
    const kept = holidaysOf({ rules, observance: "Postal" }, 2024);
    expect(kept.get(dayNumber(2024, 1, 1))).toEqual({ name: "New Year's Eve", observed: true });
  });

  it("R30 Easter is right too where its moon is one that the church's tables do not know", () => {
    const rules = [{ _tag: "FromEaster" as const, name: "Easter", days: 0 }];
    // By the computus of Meeus.
    for (const [year, month, day] of [
      [1734, 4, 25],
      [1848, 4, 23],
      [1886, 4, 25],
    ] as const) {
      const found = holidaysOf({ rules, observance: "None" }, year);
      expect([...found.keys()]).toEqual([dayNumber(year, month, day)]);
    }
  });
});
