import { Schema } from "effect";
import { civilParts, type DayNumber, dayNumber, weekdayOf } from "./civil.ts";
import { easterOf } from "./easter.ts";

const Month = Schema.Int.check(
  Schema.isBetween({ minimum: 1, maximum: 12 }, { expected: "a month from 1 to 12" }),
);
const since = Schema.optionalKey(Schema.Int);

const Weekday = Schema.Literals([1, 2, 3, 4, 5, 6, 7]);
const DayOfMonth = Schema.Int.check(
  Schema.isBetween({ minimum: 1, maximum: 31 }, { expected: "a day of the month from 1 to 31" }),
);

/**
 * One holiday of a year: a date, the n-th weekday of a month (5 is the last), the last weekday before a date, or so many
 * days from Easter Sunday of the Gregorian calendar. `since` is its first year.
 */
export const HolidayRule = Schema.TaggedUnion({
  OnDate: {
    name: Schema.String,
    month: Month,
    day: DayOfMonth,
    since,
  },
  OnWeekday: {
    name: Schema.String,
    month: Month,
    weekday: Weekday,
    nth: Schema.Literals([1, 2, 3, 4, 5]),
    since,
  },
  WeekdayBefore: { name: Schema.String, month: Month, day: DayOfMonth, weekday: Weekday, since },
  FromEaster: {
    name: Schema.String,
    days: Schema.Int.check(
      Schema.isBetween(
        { minimum: -100, maximum: 100 },
        { expected: "a whole number of days from -100 to 100" },
      ),
    ),
    since,
  },
}).annotate({
  expected:
    'a holiday, as {"_tag":"OnDate","name":"Christmas Day","month":12,"day":25}; _tag is one of OnDate, OnWeekday, WeekdayBefore, FromEaster',
});
export type HolidayRule = typeof HolidayRule.Type;

/**
 * What becomes of a holiday on a weekend. `Postal`: Sunday moves to Monday, Saturday stays. `Federal`: Saturday moves
 * to Friday as well. `None`: nothing moves (R30).
 */
export const Observance = Schema.Literals(["Postal", "Federal", "None"]);
export type Observance = typeof Observance.Type;

/** The days off of a calendar: its rules, and how they fall on weekends. */
export const Holidays = Schema.Struct({ rules: Schema.Array(HolidayRule), observance: Observance });
export type Holidays = typeof Holidays.Type;

/** A day on which a holiday is kept, which may be another than the one it falls on. */
export interface ObservedHoliday {
  readonly name: string;
  /** Kept on this day because the holiday itself falls on a weekend. */
  readonly observed: boolean;
}

const dayOf = (rule: HolidayRule, year: number): DayNumber => {
  if (rule._tag === "OnDate") return dayNumber(year, rule.month, rule.day);
  if (rule._tag === "FromEaster") return easterOf(year) + rule.days;
  if (rule._tag === "WeekdayBefore") {
    const date = dayNumber(year, rule.month, rule.day);
    return date - ((weekdayOf(date) - rule.weekday + 6) % 7) - 1;
  }
  const first = dayNumber(year, rule.month, 1);
  const day = first + ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.nth - 1) * 7;
  return civilParts(day).month === rule.month ? day : day - 7;
};

const shift = (day: DayNumber, observance: Observance): DayNumber => {
  const weekday = weekdayOf(day);
  if (weekday === 7 && observance !== "None") return day + 1;
  if (weekday === 6 && observance === "Federal") return day - 1;
  return day;
};

const years = new WeakMap<Holidays, Map<number, ReadonlyMap<DayNumber, ObservedHoliday>>>();

/** The holidays kept within a year, by day: New Year's Day of the next one too, where it is kept on 31 December. */
export const holidaysOf = (holidays: Holidays, year: number): ReadonlyMap<DayNumber, ObservedHoliday> => {
  let known = years.get(holidays);
  if (known === undefined) {
    known = new Map();
    years.set(holidays, known);
  }
  const found = known.get(year);
  if (found !== undefined) return found;
  const days = new Map<DayNumber, ObservedHoliday>();
  for (const ruleYear of [year - 1, year, year + 1]) {
    for (const rule of holidays.rules) {
      if (rule.since !== undefined && ruleYear < rule.since) continue;
      const falls = dayOf(rule, ruleYear);
      const kept = shift(falls, holidays.observance);
      if (civilParts(kept).year === year) days.set(kept, { name: rule.name, observed: kept !== falls });
    }
  }
  known.set(year, days);
  return days;
};
