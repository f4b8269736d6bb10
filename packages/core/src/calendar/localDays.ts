import { DateTime } from "effect";
import { civilParts, type DayNumber, dayNumber } from "./civil.ts";
import { type Instant, instant, MINUTE, plus } from "./Instant.ts";
import { forgetful, type Memory, recalled, remembered } from "./remembered.ts";

/** A time zone with the days it was asked for: a zone's clock is asked for microseconds, a memory for nanoseconds. */
export interface Zone {
  readonly zone: DateTime.TimeZone.Named;
  readonly starts: Memory<Instant>;
  readonly days: Memory<DayNumber>;
}

const zones = new Map<string, Zone>();

/** The one zone of that name. */
export const zoneNamed = (name: string): Zone => {
  let known = zones.get(name);
  if (known === undefined) {
    known = { zone: DateTime.zoneMakeNamedUnsafe(name), starts: forgetful(), days: forgetful() };
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

const askQuarter = (quarter: Instant, zone: Zone): DayNumber =>
  isWithinADay(quarter, zone) ? askDay(quarter, zone) : NO_DAY;

/** The civil day on which an instant falls in a zone that is at hand. */
export const dayInZone = (moment: Instant, zone: Zone): DayNumber => {
  const quarter = Math.floor(moment / QUARTER);
  const day =
    recalled(zone.days, quarter) ??
    remembered(zone.days, quarter, askQuarter(instant(quarter * QUARTER), zone));
  return Number.isNaN(day) ? askDay(moment, zone) : day;
};

/** The civil day on which an instant falls in a zone: in New York's evening it is not the day of UTC. */
export const dayOfInstant = (moment: Instant, zone: string): DayNumber => dayInZone(moment, zoneNamed(zone));

const askStart = (day: DayNumber, { zone }: Zone): Instant => {
  const midnight = { ...civilParts(day), hour: 0, minute: 0, second: 0, millisecond: 0 };
  return instant(
    DateTime.toEpochMillis(DateTime.makeZonedUnsafe(midnight, { timeZone: zone, adjustForTimeZone: true })),
  );
};

/** The instant at which a civil day begins in a zone: its local midnight, whatever the clocks do that day. */
export const startOfDay = (day: DayNumber, zone: string): Instant => {
  const known = zoneNamed(zone);
  return recalled(known.starts, day) ?? remembered(known.starts, day, askStart(day, known));
};
