import { DateTime, Schema } from "effect";
import { civilDate, civilParts, type DayNumber, weekdayOf } from "./civil.ts";
import type { CivilDate, Deadline, SkippedDay } from "./Deadline.ts";
import { Holidays, holidaysOf } from "./Holidays.ts";
import { type Instant, plus } from "./Instant.ts";
import { dayInZone, startOfDay, type Zone, zoneNamed } from "./localDays.ts";
import { forgetful, type Memory, recalled, remembered } from "./remembered.ts";

/** The name of a time zone, `America/New_York`. */
export const ZoneName = Schema.String.check(
  Schema.makeFilter((name) => DateTime.zoneMakeNamed(name)._tag === "Some", {
    expected: "a time zone by its IANA name, as America/New_York",
  }),
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
        { expected: "a length of at least 1 ms and at most 366 days, in milliseconds" },
      ),
    ),
  },
}).annotate({
  expected:
    'a length of time, as {"_tag":"BusinessDays","days":3} or {"_tag":"Elapsed","milliseconds":259200000}',
});
export type Length = typeof Length.Type;

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

/** So many business days after a day: when the last of them ends, every day counted and every day skipped. */
interface Span {
  readonly at: Instant;
  readonly counted: ReadonlyArray<CivilDate>;
  readonly skipped: ReadonlyArray<SkippedDay>;
}

const spanAfter = (calendar: BusinessCalendar, start: DayNumber, days: number): Span => {
  const counted: Array<CivilDate> = [];
  const skipped: Array<SkippedDay> = [];
  let day = start;
  while (counted.length < days) {
    day++;
    const why = skippedDay(calendar, day);
    if (why === undefined) counted.push(civilDate(day));
    else skipped.push(why);
  }
  return { at: startOfDay(day + 1, calendar.zone), counted, skipped };
};

/** A calendar at work: its zone, and what was reckoned for each length, since all that happens on one day asks for it. */
interface Reckoner {
  readonly zone: Zone;
  readonly spans: Array<Memory<Span> | undefined>;
}

const reckoners = new WeakMap<BusinessCalendar, Reckoner>();
let latest: { readonly calendar: BusinessCalendar; readonly reckoner: Reckoner } | undefined;

/** A shop has one calendar, and is asked for it alone: the one asked for last is at hand. */
const reckonerOf = (calendar: BusinessCalendar): Reckoner => {
  if (latest?.calendar === calendar) return latest.reckoner;
  let reckoner = reckoners.get(calendar);
  if (reckoner === undefined) {
    reckoner = { zone: zoneNamed(calendar.zone), spans: [] };
    reckoners.set(calendar, reckoner);
  }
  latest = { calendar, reckoner };
  return reckoner;
};

const spansOf = ({ spans }: Reckoner, days: number): Memory<Span> => {
  let known = spans[days];
  if (known === undefined) {
    known = forgetful();
    spans[days] = known;
  }
  return known;
};

/**
 * The end of the n-th business day after the day of `from`, which itself is not counted, with every day counted and
 * every day skipped (R30).
 */
export const businessDeadline = (calendar: BusinessCalendar, from: Instant, days: number): Deadline => {
  const reckoner = reckonerOf(calendar);
  const day = dayInZone(from, reckoner.zone);
  const spans = spansOf(reckoner, days);
  const { at, counted, skipped } =
    recalled(spans, day) ?? remembered(spans, day, spanAfter(calendar, day, days));
  return { at, reckoning: { _tag: "BusinessDays", from, zone: calendar.zone, days, counted, skipped } };
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
