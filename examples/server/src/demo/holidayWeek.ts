import { DAY, HOUR, type Instant, instant } from "@resale/core";

const THURSDAY = 4;
const NOVEMBER = 10;

/** The Monday of the week of Thanksgiving, at ten in New York, as it comes next. */
export const holidayWeek = (now: number): Instant => {
  const ofYear = (year: number): number => {
    const first = new Date(Date.UTC(year, NOVEMBER, 1)).getUTCDay();
    const thanksgiving = Date.UTC(year, NOVEMBER, 1 + ((THURSDAY - first + 7) % 7) + 21);
    // New York is five hours behind in November.
    return thanksgiving - 3 * DAY + 15 * HOUR;
  };
  const year = new Date(now).getUTCFullYear();
  return instant(ofYear(year) > now ? ofYear(year) : ofYear(year + 1));
};
