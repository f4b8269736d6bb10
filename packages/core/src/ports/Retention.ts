import { Context, type Effect } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import type { StoreUnavailable } from "./Store.ts";

/** Until when each kind of thing served its time. */
export interface Served {
  /** Tasks that were done or dropped by then. */
  readonly tasks: Instant;
  /** Answers that were kept under an idempotency key by then (R56). */
  readonly answers: Instant;
  /** How far a subscriber has come with a subject, where it had heard all there was by then (R60). */
  readonly deliveries: Instant;
}

/** How much of each kind was forgotten. */
export type Forgotten = { readonly [Kind in keyof Served]: number };

/**
 * Removes from the store what has served its time. Events and journal stay for ever, and so does every task that waits or is
 * parked, and all that somebody has still to hear (R53, R55, R60).
 */
export class Retention extends Context.Service<
  Retention,
  {
    /** Forgets up to `limit` of each kind, oldest first. Any number of processes may do so at once. */
    readonly forget: (request: {
      readonly until: Served;
      readonly limit: number;
    }) => Effect.Effect<Forgotten, StoreUnavailable>;
  }
>()("@resale/core/ports/Retention") {}
