import { type Instant, instant } from "@resale/core";

/** An instant as one writes it down: `2026-11-23T12:00:00-05:00`. */
export const at = (text: string): Instant => instant(Date.parse(text));

/** A Monday morning in New York, without a holiday near. Stories begin here. */
export const START: Instant = at("2026-11-02T10:00:00-05:00");
