import { type DayNumber, dayNumber } from "./civil.ts";

/** Easter Sunday of a year in the Gregorian calendar, by its own rules: the golden number, the century, the epact. */
export const easterOf = (year: number): DayNumber => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const correction = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (correction + 19 * golden + 15) % 30;
  // Two epacts would bring a full moon that the church's tables do not know.
  const late = Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const moon = epact - late;
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return dayNumber(year, 3, 28 + moon - weekday);
};
