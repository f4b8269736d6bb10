import { Clock, type Duration, Effect } from "effect";

/** A clock that says a time of its own, in milliseconds. What sleeps on it, or times out, does so in the machine's time. */
export abstract class MovableClock implements Clock.Clock {
  readonly #machine = Clock.Clock.defaultValue();

  abstract currentTimeMillisUnsafe(): number;

  readonly currentTimeMillis: Effect.Effect<number> = Effect.sync(() => this.currentTimeMillisUnsafe());

  currentTimeNanosUnsafe(): bigint {
    return BigInt(this.currentTimeMillisUnsafe()) * 1_000_000n;
  }

  readonly currentTimeNanos: Effect.Effect<bigint> = Effect.sync(() => this.currentTimeNanosUnsafe());

  monotonicTimeNanosUnsafe(): bigint {
    return this.#machine.monotonicTimeNanosUnsafe();
  }

  readonly monotonicTimeNanos: Effect.Effect<bigint> = Effect.sync(() => this.monotonicTimeNanosUnsafe());

  sleep(duration: Duration.Duration): Effect.Effect<void> {
    return this.#machine.sleep(duration);
  }
}
