import { civilDate, civilParts, dayNumber, dayOfInstant, instant, startOfDay, weekdayOf } from "@resale/core";
import { instants, zones } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { localDate } from "./localDate.ts";

const DAY = 86_400_000;

describe("civil days", () => {
  it("have a sign before the year 0, and a moment that is no whole number of milliseconds is refused", () => {
    expect(civilDate(dayNumber(-44, 3, 15))).toBe("-0044-03-15");
    expect(civilDate(dayNumber(0, 1, 1))).toBe("0000-01-01");
    expect(() => instant(0.5)).toThrow("not an instant: 0.5");
  });

  it("R30 number, parts and weekday agree with the platform's, years 1 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const date = new Date(day * DAY);
        const parts = civilParts(day);
        expect(parts).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayNumber(parts.year, parts.month, parts.day)).toBe(day);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
        expect(civilDate(day)).toBe(date.toISOString().slice(0, 10));
      }),
      tries(2_000),
    );
  });

  it("R30 an instant falls on the day the zone's clocks show", () => {
    fc.assert(
      fc.property(instants(1900, 9999), zones, (moment, zone) => {
        expect(civilDate(dayOfInstant(moment, zone))).toBe(localDate(moment, zone));
      }),
      tries(600),
    );
  });

  it("R30 a day begins at the first instant that is on it, whatever the clocks do", () => {
    fc.assert(
      fc.property(instants(1900, 9999), zones, (moment, zone) => {
        const day = dayOfInstant(moment, zone);
        const start = startOfDay(day, zone);
        expect(start).toBeLessThanOrEqual(moment);
        expect(localDate(start, zone)).toBe(civilDate(day));
        expect(localDate(instant(start - 1), zone) < civilDate(day)).toBe(true);
      }),
      tries(600),
    );
  });

  it.each([
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"],
    ["America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"],
    ["Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"],
    ["America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"],
    ["America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"],
    ["America/New_York", "2026-03-08", "2026-03-08T05:00:00Z"],
    ["America/New_York", "2026-03-09", "2026-03-09T04:00:00Z"],
    ["America/New_York", "2026-11-01", "2026-11-01T04:00:00Z"],
    ["America/New_York", "2026-11-02", "2026-11-02T05:00:00Z"],
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"],
    ["Asia/Tehran", "2021-03-22", "2021-03-21T20:30:00Z"],
    ["UTC", "2026-11-23", "2026-11-23T00:00:00Z"],
  ])("R30 in %s the day %s begins at %s", (zone, date, start) => {
    const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
    expect(startOfDay(dayNumber(year, month, day), zone)).toBe(Date.parse(start));
  });
});
