import { CivilDate, civilDate, dayNumber, weekdayOf } from "@resale/core";

const today = new Date();
const day = dayNumber(today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate());

/** A Tuesday within a fortnight, and the Sunday that follows: days for those who go by the machine's own clock. */
const tuesday = day + 3 + ((2 - weekdayOf(day + 3) + 7) % 7);
export const nextTuesday = CivilDate.make(civilDate(tuesday));
export const sundayAfter = CivilDate.make(civilDate(tuesday + 5));
