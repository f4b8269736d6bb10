import { DAY, HOUR, type Instant, instant, MINUTE } from "../calendar/Instant.ts";

const SECOND = MINUTE / 60;

/** The pauses before an event is told again, as Standard Webhooks advise; the last one from then on. */
const PAUSES = [5 * SECOND, 30 * SECOND, 5 * MINUTE, MINUTE * 30, 2 * HOUR, 5 * HOUR, 10 * HOUR] as const;
const LONGEST = 10 * HOUR;

/** For how long an event is told again before the subscription is disabled (R60). */
export const PATIENCE = 3 * DAY;

/** An engine that has slept for three days has not been patient: so many tries there must have been as well. */
const FEWEST = 8;

/** How an event that was not heard stands, the last try included. */
export interface NotHeard {
  readonly failures: number;
  readonly since: Instant;
  readonly now: Instant;
  /** What the receiver asked for, in milliseconds. */
  readonly retryAfter: number | null;
  /** From 0 to 1: what failed together is not tried again together. */
  readonly chance: number;
}

/** When it is told again; nothing, if it was told for long enough. The last try is just when patience ends. */
export const nextTry = ({ failures, since, now, retryAfter, chance }: NotHeard): Instant | undefined => {
  const end = since + PATIENCE;
  if (now >= end && failures >= FEWEST) return undefined;
  const pause = (PAUSES[failures - 1] ?? LONGEST) * (0.9 + chance / 5);
  const next = now + Math.round(Math.max(pause, Math.min(retryAfter ?? 0, LONGEST)));
  return instant(now < end ? Math.min(next, end) : next);
};
