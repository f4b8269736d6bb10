import type { CivilDate } from "./Deadline.ts";

/** A day of the proleptic Gregorian calendar as a number: days since 1970-01-01. */
export type DayNumber = number;

/** Monday 1 … Sunday 7, as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The number of a civil day; months and days may run over, as in the day 0 of a month. */
export const dayNumber = (year: number, month: number, day: number): DayNumber => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Year, month (1–12) and day (1–31) of a day number. */
export const civilParts = (
  day: DayNumber,
): { readonly year: number; readonly month: number; readonly day: number } => {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
};

/** The weekday of a day. */
export const weekdayOf = (day: DayNumber): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

/** `2026-11-23`. */
export const civilDate = (day: DayNumber): CivilDate => {
  const parts = civilParts(day);
  const year = `${Math.abs(parts.year)}`.padStart(4, "0");
  const date = `${parts.year < 0 ? "-" : ""}${year}-${`${parts.month}`.padStart(2, "0")}-${`${parts.day}`.padStart(2, "0")}`;
  return date as CivilDate;
};
