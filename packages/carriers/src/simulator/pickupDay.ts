import {
  type BusinessCalendar,
  type CivilDate,
  civilDate,
  dayNumber,
  HOUR,
  holidaysOf,
  type Instant,
  plus,
  startOfDay,
  usFederalHolidays,
  weekdayOf,
} from "@resale/core";
import { Result } from "effect";

/** The days the post keeps. */
export const postalCalendar: BusinessCalendar = {
  zone: "America/New_York",
  holidays: { rules: usFederalHolidays, observance: "Postal" },
};

/** Pickups are taken until two in the morning, Central time, of the day itself. */
const BOOKED_UNTIL = 3 * HOUR;
const COLLECTS_AT = 14 * HOUR;

/** When the letter carrier comes on a day: Monday to Saturday, no holiday, not too late to tell; else why not. */
export const pickupOn = (date: CivilDate, now: Instant): Result.Result<Instant, string> => {
  const [year, month, day] = date.split("-").map(Number);
  const number = dayNumber(year ?? 0, month ?? 0, day ?? 0);
  if (civilDate(number) !== date) return Result.fail(`there is no day ${date}`);
  if (weekdayOf(number) === 7) return Result.fail(`${date} is a Sunday; pickups are Monday to Saturday`);
  const holiday = holidaysOf(postalCalendar.holidays, year ?? 0).get(number);
  if (holiday !== undefined) return Result.fail(`${date} is a postal holiday, ${holiday.name}`);
  const midnight = startOfDay(number, postalCalendar.zone);
  return now < plus(midnight, BOOKED_UNTIL)
    ? Result.succeed(plus(midnight, COLLECTS_AT))
    : Result.fail(`too late for a pickup on ${date}; it had to be booked before that morning`);
};
