import { DateTime, Schema } from "effect";
import { civilDate, civilParts, type DayNumber, dayNumber, weekdayOf } from "./civil.ts";
import type { CivilDate, Deadline, SkippedDay } from "./Deadline.ts";
import { Holidays, holidaysOf } from "./Holidays.ts";
import { type Instant, instant, plus } from "./Instant.ts";

/** The name of a time zone, `America/New_York`. */
export const ZoneName = Schema.String.check(
  Schema.makeFilter(
    (name) => DateTime.zoneMakeNamed(name)._tag === "Some" || `an IANA time zone, not ${name}`,
  ),
);

/** Which days count, and where midnight is (R30). */
export const BusinessCalendar = Schema.Struct({ zone: ZoneName, holidays: Holidays });
export type BusinessCalendar = typeof BusinessCalendar.Type;

/** A length of time as a Program writes it: business days of its calendar, or plain milliseconds. */
export const Length = Schema.TaggedUnion({
  BusinessDays: {
    days: Schema.Int.check(
      Schema.isBetween({ minimum: 1, maximum: 365 }, { expected: "1 to 365 business days" }),
    ),
  },
  Elapsed: {
    milliseconds: Schema.Int.check(
      Schema.isBetween(
        { minimum: 1, maximum: 366 * 86_400_000 },
        { expected: "a length of at least 1 ms and at most 366 days" },
      ),
    ),
  },
});
export type Length = typeof Length.Type;

const zones = new Map<string, DateTime.TimeZone.Named>();

const zoneNamed = (name: string): DateTime.TimeZone.Named => {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = DateTime.zoneMakeNamedUnsafe(name);
    zones.set(name, zone);
  }
  return zone;
};

/** The civil day on which an instant falls in a zone: in New York's evening it is not the day of UTC. */
export const dayOfInstant = (moment: Instant, zone: string): DayNumber => {
  const { year, month, day } = DateTime.toParts(
    DateTime.makeZonedUnsafe(moment, { timeZone: zoneNamed(zone) }),
  );
  return dayNumber(year, month, day);
};

/** The instant at which a civil day begins in a zone: its local midnight, whatever the clocks do that day. */
export const startOfDay = (day: DayNumber, zone: string): Instant => {
  const parts = civilParts(day);
  return instant(
    DateTime.toEpochMillis(
      DateTime.makeZonedUnsafe(
        {
          year: parts.year,
          month: parts.month,
          day: parts.day,
          hour: 0,
          minute: 0,
          second: 0,
          millisecond: 0,
        },
        { timeZone: zoneNamed(zone), adjustForTimeZone: true },
      ),
    ),
  );
};

/** Why a day is no business day; nothing, if it is one (R30). */
export const skippedDay = (calendar: BusinessCalendar, day: DayNumber): SkippedDay | undefined => {
  const holiday = holidaysOf(calendar.holidays, civilParts(day).year).get(day);
  const date = civilDate(day);
  if (weekdayOf(day) >= 6) return { date, why: { _tag: "Weekend" } };
  return holiday === undefined ? undefined : { date, why: { _tag: "Holiday", ...holiday } };
};

/** The first day after this one that is a business day. */
export const nextBusinessDay = (calendar: BusinessCalendar, day: DayNumber): DayNumber => {
  let next = day + 1;
  while (skippedDay(calendar, next) !== undefined) next++;
  return next;
};

/**
 * The end of the n-th business day after the day of `from`, which itself is not counted, with every day counted and
 * every day skipped (R30).
 */
export const businessDeadline = (calendar: BusinessCalendar, from: Instant, days: number): Deadline => {
  const counted: Array<CivilDate> = [];
  const skipped: Array<SkippedDay> = [];
  let day = dayOfInstant(from, calendar.zone);
  while (counted.length < days) {
    day++;
    const why = skippedDay(calendar, day);
    if (why === undefined) counted.push(civilDate(day));
    else skipped.push(why);
  }
  return {
    at: startOfDay(day + 1, calendar.zone),
    reckoning: { _tag: "BusinessDays", from, zone: calendar.zone, days, counted, skipped },
  };
};

/** A deadline so many milliseconds after `from`. */
export const elapsedDeadline = (from: Instant, milliseconds: number): Deadline => ({
  at: plus(from, milliseconds),
  reckoning: { _tag: "Elapsed", from, milliseconds },
});

/** The deadline a Program's length sets, from a moment. */
export const deadlineAfter = (calendar: BusinessCalendar, from: Instant, length: Length): Deadline =>
  length._tag === "BusinessDays"
    ? businessDeadline(calendar, from, length.days)
    : elapsedDeadline(from, length.milliseconds);
