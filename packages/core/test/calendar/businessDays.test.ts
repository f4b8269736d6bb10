import {
  type BusinessCalendar,
  businessDeadline,
  deadlineAfter,
  elapsedDeadline,
  hasPassed,
  holidaysOf,
  type Instant,
  instant,
  preLoved,
} from "@resale/core";
import { at } from "@resale/testkit";
import { calendars, instants, lengths } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { localDate } from "./localDate.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether a date is a business day, by the plainest means there are. */
const counts = (calendar: BusinessCalendar, date: string): boolean => {
  const noon = new Date(`${date}T12:00:00Z`);
  if (noon.getUTCDay() === 0 || noon.getUTCDay() === 6) return false;
  return !holidaysOf(calendar.holidays, noon.getUTCFullYear()).has(Math.floor(noon.getTime() / DAY));
};

/**
 * The slow way: walk on hour by hour, note each date the zone's clocks show, and find by halving where the day after the
 * last one begins.
 */
const slowly = (calendar: BusinessCalendar, from: Instant, days: number): number => {
  const seen = new Set([localDate(from, calendar.zone)]);
  let counted = 0;
  let counting = false;
  for (let moment: number = from; ; moment += HOUR / 2) {
    const date = localDate(moment, calendar.zone);
    if (seen.has(date)) continue;
    seen.add(date);
    if (counting && counted === days) {
      let low = moment - HOUR / 2;
      let high = moment;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (localDate(middle, calendar.zone) >= date) high = middle;
        else low = middle;
      }
      return high;
    }
    counting = counts(calendar, date);
    if (counting) counted++;
    else counting = counted === days;
  }
};

const ny = preLoved.calendar;
const deadline = (from: string, days: number, calendar: BusinessCalendar = ny) =>
  businessDeadline(calendar, at(from), days);

describe("R30 business days", () => {
  it.each([
    ["a plain week", "2026-11-02T10:00:00-05:00", 3, "2026-11-06T00:00:00-05:00"],
    ["over a weekend", "2026-11-05T10:00:00-05:00", 3, "2026-11-11T00:00:00-05:00"],
    ["over Veterans Day", "2026-11-09T10:00:00-05:00", 2, "2026-11-13T00:00:00-05:00"],
    ["over Thanksgiving", "2026-11-25T10:00:00-05:00", 1, "2026-11-28T00:00:00-05:00"],
    ["from a Saturday", "2026-11-07T10:00:00-05:00", 1, "2026-11-10T00:00:00-05:00"],
    ["from a holiday", "2026-11-26T10:00:00-05:00", 1, "2026-11-28T00:00:00-05:00"],
    ["in the last millisecond of a day", "2026-11-02T23:59:59.999-05:00", 1, "2026-11-04T00:00:00-05:00"],
    ["in the first millisecond of a day", "2026-11-03T00:00:00-05:00", 1, "2026-11-05T00:00:00-05:00"],
    [
      "in New York's evening, when UTC is a day further",
      "2026-11-02T20:00:00-05:00",
      1,
      "2026-11-04T00:00:00-05:00",
    ],
    ["over the change to summer time", "2026-03-06T10:00:00-05:00", 1, "2026-03-10T00:00:00-04:00"],
    ["over the change to winter time", "2026-10-30T10:00:00-04:00", 1, "2026-11-03T00:00:00-05:00"],
    [
      "before New Year 2022, kept on its Saturday",
      "2021-12-30T10:00:00-05:00",
      1,
      "2022-01-01T00:00:00-05:00",
    ],
  ])("R30 %s", (_, from, days, end) => {
    expect(deadline(from, days).at).toBe(at(end));
  });

  it("R30 under the federal observance New Year 2022 is kept on Friday", () => {
    const federal = { ...ny, holidays: { ...ny.holidays, observance: "Federal" } } as const;
    expect(deadline("2021-12-30T10:00:00-05:00", 1, federal).at).toBe(at("2022-01-04T00:00:00-05:00"));
  });

  it("R30 explains itself: each skipped day and why", () => {
    const { reckoning } = deadline("2026-11-25T10:00:00-05:00", 2);
    expect(reckoning).toEqual({
      _tag: "BusinessDays",
      from: at("2026-11-25T10:00:00-05:00"),
      zone: "America/New_York",
      days: 2,
      counted: ["2026-11-27", "2026-11-30"],
      skipped: [
        { date: "2026-11-26", why: { _tag: "Holiday", name: "Thanksgiving Day", observed: false } },
        { date: "2026-11-28", why: { _tag: "Weekend" } },
        { date: "2026-11-29", why: { _tag: "Weekend" } },
      ],
    });
  });

  it("R30 the deadline is the first instant at which so many business days have fully passed", () => {
    fc.assert(
      fc.property(
        calendars(),
        instants(1975, 2090),
        fc.integer({ min: 1, max: 8 }),
        (calendar, from, days) => {
          expect(businessDeadline(calendar, from, days).at).toBe(slowly(calendar, from, days));
        },
      ),
      tries(150),
    );
  });

  it("R30 counted and skipped days follow one another without a gap, and each is what it is said to be", () => {
    fc.assert(
      fc.property(
        calendars(),
        instants(1900, 9990),
        fc.integer({ min: 1, max: 60 }),
        (calendar, from, days) => {
          const { reckoning, at: end } = businessDeadline(calendar, from, days);
          if (reckoning._tag !== "BusinessDays") throw new Error("no reckoning");
          const all = [...reckoning.counted, ...reckoning.skipped.map(({ date }) => date)].sort();
          const first = Math.floor(Date.parse(`${localDate(from, calendar.zone)}T00:00:00Z`) / DAY) + 1;
          expect(all).toEqual(
            all.map((_, index) => new Date((first + index) * DAY).toISOString().slice(0, 10)),
          );
          expect(reckoning.counted).toHaveLength(days);
          expect(all.at(-1)).toBe(reckoning.counted.at(-1));
          for (const date of reckoning.counted) expect(counts(calendar, date)).toBe(true);
          for (const { date } of reckoning.skipped) expect(counts(calendar, date)).toBe(false);
          expect(localDate(end - 1, calendar.zone) <= (all.at(-1) ?? "")).toBe(true);
          expect(end).toBeGreaterThan(from);
        },
      ),
      tries(300),
    );
  });

  it("R30 more days never end earlier, and a later start never does", () => {
    fc.assert(
      fc.property(
        calendars(),
        instants(1900, 9990),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 10 * DAY }),
        (calendar, from, days, later) => {
          const end = businessDeadline(calendar, from, days).at;
          expect(businessDeadline(calendar, from, days + 1).at).toBeGreaterThan(end);
          expect(businessDeadline(calendar, instant(from + later), days).at).toBeGreaterThanOrEqual(end);
        },
      ),
      tries(400),
    );
  });

  it("R41 has passed at its own moment, and not a millisecond before", () => {
    fc.assert(
      fc.property(calendars(), instants(), lengths, (calendar, from, length) => {
        const end = deadlineAfter(calendar, from, length);
        expect(hasPassed(end, instant(end.at - 1))).toBe(false);
        expect(hasPassed(end, end.at)).toBe(true);
        expect(hasPassed(end, instant(end.at + 1))).toBe(true);
      }),
      tries(200),
    );
  });

  it("R40 plain milliseconds are stretched by no calendar", () => {
    const from = at("2026-10-31T12:00:00-04:00");
    expect(elapsedDeadline(from, 72 * HOUR)).toEqual({
      at: from + 72 * HOUR,
      reckoning: { _tag: "Elapsed", from, milliseconds: 72 * HOUR },
    });
  });
});
