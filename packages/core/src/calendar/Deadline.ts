import { Schema } from "effect";
import { Instant } from "./Instant.ts";

/** A day of the civil calendar, `2026-11-23`, in the Program's zone. */
export const CivilDate = Schema.String.check(Schema.isPattern(/^-?\d{4,6}-\d{2}-\d{2}$/u)).pipe(
  Schema.brand("CivilDate"),
);
export type CivilDate = typeof CivilDate.Type;

/** Why a day is not counted as a business day: a weekend, or the named holiday (R30). */
export const SkippedDay = Schema.Struct({
  date: CivilDate,
  why: Schema.Union([
    Schema.TaggedStruct("Weekend", {}),
    Schema.TaggedStruct("Holiday", { name: Schema.String, observed: Schema.Boolean }),
  ]),
});
export type SkippedDay = typeof SkippedDay.Type;

/** A length of time in plain milliseconds, which no calendar stretches. */
export const ElapsedReckoning = Schema.TaggedStruct("Elapsed", { from: Instant, milliseconds: Schema.Int });

/** A length in business days: the day of `from` is not counted, the deadline is the end of the last day (R30). */
export const BusinessReckoning = Schema.TaggedStruct("BusinessDays", {
  from: Instant,
  zone: Schema.String,
  days: Schema.Int,
  counted: Schema.Array(CivilDate),
  skipped: Schema.Array(SkippedDay),
});

/** How a deadline was found, so that it can explain itself. */
export const Reckoning = Schema.Union([ElapsedReckoning, BusinessReckoning]);
export type Reckoning = typeof Reckoning.Type;

/** A moment until which something may be done: in time means `now < at`; at `now >= at` it has passed (R41). */
export const Deadline = Schema.Struct({ at: Instant, reckoning: Reckoning });
export type Deadline = typeof Deadline.Type;

/** Whether the deadline has passed: the clock decides, not the moment a worker wakes (R41). */
export const hasPassed = (deadline: Deadline, now: Instant): boolean => now >= deadline.at;
