import { type Clock, Duration, Effect } from "effect";

/** The longest that a timer of Node waits, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** A clock that says a time of its own. What sleeps, sleeps in the machine's time. */
export abstract class MovableClock implements Clock.Clock {
  abstract currentTimeMillisUnsafe(): number;

  readonly currentTimeMillis: Effect.Effect<number> = Effect.sync(() => this.currentTimeMillisUnsafe());

  currentTimeNanosUnsafe(): bigint {
    return BigInt(this.currentTimeMillisUnsafe()) * 1_000_000n;
  }

  readonly currentTimeNanos: Effect.Effect<bigint> = Effect.sync(() => this.currentTimeNanosUnsafe());

  monotonicTimeNanosUnsafe(): bigint {
    return process.hrtime.bigint();
  }

  readonly monotonicTimeNanos: Effect.Effect<bigint> = Effect.sync(() => this.monotonicTimeNanosUnsafe());

  sleep(duration: Duration.Duration): Effect.Effect<void> {
    const milliseconds = Duration.toMillis(duration);
    return Effect.callback<void>((resume) => {
      const timer = setTimeout(() => resume(Effect.void), Math.min(milliseconds, LONGEST));
      return Effect.sync(() => clearTimeout(timer));
    });
  }
}
