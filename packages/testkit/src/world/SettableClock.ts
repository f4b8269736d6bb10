import { type Instant, SandboxClock } from "@resale/core";
import { Clock, type Duration, Effect, Layer } from "effect";

/**
 * A clock that stands still until it is set. What sleeps on it goes on at once: nothing in a test waits for time to pass,
 * it sets the moment and lets everything happen that is due.
 */
export class SettableClock implements Clock.Clock {
  #now: number;

  constructor(start: Instant) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  set(moment: number): void {
    this.#now = moment;
  }

  currentTimeMillisUnsafe(): number {
    return this.#now;
  }

  readonly currentTimeMillis: Effect.Effect<number> = Effect.sync(() => this.#now);

  currentTimeNanosUnsafe(): bigint {
    return BigInt(this.#now) * 1_000_000n;
  }

  readonly currentTimeNanos: Effect.Effect<bigint> = Effect.sync(() => this.currentTimeNanosUnsafe());

  monotonicTimeNanosUnsafe(): bigint {
    return process.hrtime.bigint();
  }

  readonly monotonicTimeNanos: Effect.Effect<bigint> = Effect.sync(() => this.monotonicTimeNanosUnsafe());

  sleep(_: Duration.Duration): Effect.Effect<void> {
    return Effect.yieldNow;
  }
}

/** The clock for everything below, and the sandbox's hand on it. */
export const settableClockLayer = (clock: SettableClock): Layer.Layer<SandboxClock> =>
  Layer.merge(
    Layer.succeed(Clock.Clock, clock),
    Layer.succeed(SandboxClock, { set: (moment) => Effect.sync(() => clock.set(moment)) }),
  );
