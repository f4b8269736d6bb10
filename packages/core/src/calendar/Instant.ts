import { Schema } from "effect";

/** A moment: milliseconds since 1970-01-01T00:00:00Z, UTC. Domain functions are given it; they never ask for it. */
export const Instant = Schema.Int.check(
  Schema.isBetween({ minimum: -8_640_000_000_000_000, maximum: 8_640_000_000_000_000 }),
).pipe(Schema.brand("Instant"));
export type Instant = typeof Instant.Type;

/** Brands milliseconds since the epoch as an instant. */
export const instant = (milliseconds: number): Instant => {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`);
  return milliseconds as Instant;
};

/** The instant so many milliseconds later (earlier, if negative). */
export const plus = (moment: Instant, milliseconds: number): Instant => instant(moment + milliseconds);

/** Milliseconds. */
export const MINUTE = 60_000;
/** Milliseconds. */
export const HOUR = 60 * MINUTE;
/** Milliseconds of a day that has 24 hours: lengths are elapsed time, days of a calendar are not (R30). */
export const DAY = 24 * HOUR;
