const LOCALE = "en-US";

const formats = new Map<string, Intl.DateTimeFormat>();

const formatted = (options: Intl.DateTimeFormatOptions, at: number): string => {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE, options);
  formats.set(key, known);
  return known.format(at);
};

/** `Friday, November 27` */
export const longDay = (at: number, timeZone: string): string =>
  formatted({ weekday: "long", month: "long", day: "numeric", timeZone }, at);

/** `Nov 27, 2026` */
export const day = (at: number, timeZone: string): string => formatted({ dateStyle: "medium", timeZone }, at);

/** `Nov 27, 2026, 3:04 PM` */
export const dayAndTime = (at: number, timeZone: string): string =>
  formatted({ dateStyle: "medium", timeStyle: "short", timeZone }, at);

/** `New York time`: whose clock a deadline is told by. */
export const placeOf = (zone: string): string => {
  const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return /^(UTC|GMT)$/.test(city) ? "UTC" : `${city} time`;
};

const yearOf = (date: string): string => date.slice(0, 4);

/** `Fri, Nov 27` of a civil date such as `2026-11-27`; with its year, where that is not the one of today. */
export const civilDay = (date: string, today = date): string =>
  formatted(
    {
      weekday: "short",
      month: "short",
      day: "numeric",
      ...(yearOf(date) === yearOf(today) ? {} : { year: "numeric" }),
      timeZone: "UTC",
    },
    Date.parse(date),
  );

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "always" });

/** `in 2 days`, `3 hours ago` */
export const fromNow = (at: number, now: number): string => {
  const away = at - now;
  for (const [unit, size] of units) {
    if (Math.abs(away) >= size) return relative.format(Math.trunc(away / size), unit);
  }
  return relative.format(Math.trunc(away / 60_000), "minute");
};
