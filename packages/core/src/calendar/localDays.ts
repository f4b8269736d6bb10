import { DateTime } from "effect";
import { civilParts, type DayNumber, dayNumber } from "./civil.ts";
import { type Instant, instant, MINUTE, plus } from "./Instant.ts";
import { remembered } from "./remembered.ts";

/** A time zone with the days it was asked for: a zone's clock is asked for microseconds, a memory for nanoseconds. */
interface Zone {
  readonly zone: DateTime.TimeZone.Named;
  readonly starts: Map<DayNumber, Instant>;
  readonly days: Map<number, DayNumber>;
}

const zones = new Map<string, Zone>();

const zoneNamed = (name: string): Zone => {
  let known = zones.get(name);
  if (known === undefined) {
    known = { zone: DateTime.zoneMakeNamedUnsafe(name), starts: new Map(), days: new Map() };
    zones.set(name, known);
  }
  return known;
};

const askDay = (moment: Instant, { zone }: Zone): DayNumber => {
  const { year, month, day } = DateTime.toParts(DateTime.makeZonedUnsafe(moment, { timeZone: zone }));
  return dayNumber(year, month, day);
};

const QUARTER = 15 * MINUTE;

/** Whether a quarter of an hour begins and ends on the same day: then all of it does, for clocks change once in it. */
const isWithinADay = (quarter: Instant, zone: Zone): boolean =>
  askDay(quarter, zone) === askDay(plus(quarter, QUARTER - 1), zone);

const NO_DAY = Number.NaN;

/** The civil day on which an instant falls in a zone: in New York's evening it is not the day of UTC. */
export const dayOfInstant = (moment: Instant, zone: string): DayNumber => {
  const known = zoneNamed(zone);
  const quarter = Math.floor(moment / QUARTER);
  const day = remembered(known.days, quarter, () => {
    const begin = instant(quarter * QUARTER);
    return isWithinADay(begin, known) ? askDay(begin, known) : NO_DAY;
  });
  return Number.isNaN(day) ? askDay(moment, known) : day;
};

const askStart = (day: DayNumber, { zone }: Zone): Instant => {
  const midnight = { ...civilParts(day), hour: 0, minute: 0, second: 0, millisecond: 0 };
  return instant(
    DateTime.toEpochMillis(DateTime.makeZonedUnsafe(midnight, { timeZone: zone, adjustForTimeZone: true })),
  );
};

/** The instant at which a civil day begins in a zone: its local midnight, whatever the clocks do that day. */
export const startOfDay = (day: DayNumber, zone: string): Instant => {
  const known = zoneNamed(zone);
  return remembered(known.starts, day, () => askStart(day, known));
};
