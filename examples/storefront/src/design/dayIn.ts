import { civilDate, dayOfInstant, type Instant } from "@resale/core";

/** `2026-11-27`: the civil date of a moment. */
export const dayIn = (at: number, zone: string): string => civilDate(dayOfInstant(at as Instant, zone));
