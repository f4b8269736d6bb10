import { instant, MovableClock, SandboxClock } from "@resale/core";
import { Clock, Effect, Layer } from "effect";

/**
 * A clock that stands still until it is set: a test sets the moment, and lets everything happen that is due. What sleeps on it
 * sleeps in the machine's time, so that a database or a provider that is waited for may take its time.
 *
 * @throws RangeError for what is no moment.
 */
export class SettableClock extends MovableClock {
  #now: number;

  /** @param start in milliseconds since the epoch, UTC. */
  constructor(start: number) {
    super();
    this.#now = instant(start);
  }

  get now(): number {
    return this.#now;
  }

  set(moment: number): void {
    this.#now = instant(moment);
  }

  currentTimeMillisUnsafe(): number {
    return this.#now;
  }
}

/** The clock for everything below, and the sandbox's hand on it. */
export const settableClockLayer = (clock: SettableClock): Layer.Layer<SandboxClock> =>
  Layer.merge(
    Layer.succeed(Clock.Clock, clock),
    Layer.succeed(SandboxClock, { set: (moment) => Effect.sync(() => clock.set(moment)) }),
  );
