import {
  type CivilDate,
  DAY,
  type Deadline,
  HOUR,
  type Instant,
  MINUTE,
  type Program,
  type SkippedDay,
} from "@resale/core";
import { counted, listed } from "./words.ts";

type Zoned = Pick<Program, "calendar">;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (zone: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${zone} ${JSON.stringify(shape)}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat("en-US", { ...shape, timeZone: zone });
    formats.set(key, known);
  }
  return known;
};

/** `New York time`. */
export const placeOf = (zone: string): string => {
  const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return /^(UTC|GMT|Zulu|Universal)$/i.test(city) ? "UTC" : `${city} time`;
};

/** `Wednesday, November 25, 2026`, in the Program's zone. */
export const dayIn = ({ calendar }: Zoned, moment: Instant): string =>
  formatIn(calendar.zone, { weekday: "long", month: "long", day: "numeric", year: "numeric" }).format(moment);

/** `Wednesday, November 25`, in the Program's zone. */
export const shortDayIn = ({ calendar }: Zoned, moment: Instant): string =>
  formatIn(calendar.zone, { weekday: "long", month: "long", day: "numeric" }).format(moment);

// The hour's own space is a narrow one, which not every mail program draws.
const timeIn = ({ calendar }: Zoned, moment: Instant): string =>
  formatIn(calendar.zone, { hour: "numeric", minute: "2-digit" }).format(moment).replace(/\s/gu, " ");

const secondsIn = ({ calendar }: Zoned, moment: Instant): string =>
  formatIn(calendar.zone, { hourCycle: "h23", hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(
    moment,
  );

/** `Wednesday, November 25, 2026, 3:42 PM (New York time)`. */
export const momentIn = (program: Zoned, moment: Instant): string =>
  `${dayIn(program, moment)}, ${timeIn(program, moment)} (${placeOf(program.calendar.zone)})`;

/**
 * A deadline as people keep it: `by the end of Wednesday, November 25, 2026 (New York time)` where it is a midnight,
 * otherwise `before 3:42 PM on …`, the seconds left off so that nobody is late who trusts it (R41).
 */
export const until = (program: Zoned, { at }: Deadline): string => {
  const place = placeOf(program.calendar.zone);
  const atMidnight = at % 1000 === 0 && secondsIn(program, at) === "00:00:00";
  return atMidnight
    ? `by the end of ${dayIn(program, (at - 1) as Instant)} (${place})`
    : `before ${timeIn(program, at)} on ${dayIn(program, at)} (${place})`;
};

const dayOf = (date: CivilDate): string =>
  formatIn("UTC", { weekday: "long", month: "long", day: "numeric" }).format(new Date(`${date}T12:00:00Z`));

const skippedInWords = ({ date, why }: SkippedDay): string => {
  if (why._tag === "Weekend") return `${dayOf(date)} (weekend)`;
  return `${dayOf(date)} (${why.name}${why.observed ? ", observed" : ""})`;
};

const lengthInWords = (milliseconds: number): string => {
  if (milliseconds % HOUR !== 0) return counted(Math.floor(milliseconds / MINUTE), "minute");
  const hours = counted(milliseconds / HOUR, "hour");
  return milliseconds % DAY === 0 ? `${counted(milliseconds / DAY, "day")} (${hours})` : hours;
};

/** How a deadline was found, each skipped day with its reason (R30). */
export const reckoning = (program: Zoned, { reckoning: how }: Deadline): string => {
  if (how._tag === "Elapsed")
    return `${lengthInWords(how.milliseconds)} from ${momentIn(program, how.from)}.`;
  const days = counted(how.days, "business day");
  const first = `${days} after ${dayIn(program, how.from)}`;
  if (how.skipped.length === 0) return `${first}.`;
  return `${first}. Not counted: ${listed(how.skipped.map(skippedInWords))}.`;
};
