const DAY = 86_400_000;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const written = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** A civil day so many days later; days of the calendar have no hours and no zone. */
export const plusDays = (day: string, days: number): string => written(at(day) + days * DAY);

/** How many days from one civil day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY);

/** Whether a text is a day of the calendar, as `2026-11-28`. */
export const isDay = (text: string | null): text is string =>
  text !== null &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  Number.isFinite(at(text)) &&
  written(at(text)) === text;
