import { dayNumber, type Instant, instant, startOfDay } from "@resale/core";

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

const dayOf = (text: string): number | undefined => {
  const [found, year = 0, month = 0, day = 0] = DAY.exec(text)?.map(Number) ?? [];
  if (found === undefined || month < 1 || month > 12 || day < 1) return undefined;
  const number = dayNumber(year, month, day);
  // The 30th of February would be a day in March.
  return number < dayNumber(year, month + 1, 1) || month === 12 ? number : undefined;
};

/** When something was: `2025-06-14T12:00:00-04:00`, or a day alone, which is its beginning in the Program's zone. */
export const momentOf = (text: string, zone: string): Instant | undefined => {
  const day = dayOf(text);
  if (day === undefined) return undefined;
  if (text.length === 10) return startOfDay(day, zone);
  const at = MOMENT.test(text) ? Date.parse(text.replace(" ", "T")) : Number.NaN;
  return Number.isSafeInteger(at) ? instant(at) : undefined;
};
