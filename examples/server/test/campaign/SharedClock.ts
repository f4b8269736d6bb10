import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Instant, instant } from "@resale/core";
import { Clock, Duration, Effect, Layer } from "effect";

/** For so long a process may not know that another has moved the clock, in real milliseconds. */
const LOOK_AGAIN = 3;

/**
 * The clock of several processes: it stands until one of them moves it, and never goes back. Each moment is a file of
 * its name, the last one counts. What sleeps, sleeps in real time.
 */
export class SharedClock implements Clock.Clock {
  readonly #folder: string;
  #now: number;
  #looked = 0;

  constructor(folder: string, start: number) {
    this.#folder = folder;
    this.#now = start;
    mkdirSync(folder, { recursive: true });
  }

  /** Moves the clock on for everybody; back, it is not moved. */
  set(moment: Instant): void {
    writeFileSync(join(this.#folder, `${moment}`), "");
    this.#looked = 0;
  }

  currentTimeMillisUnsafe(): Instant {
    const real = performance.now();
    if (real - this.#looked > LOOK_AGAIN) {
      this.#looked = real;
      for (const name of readdirSync(this.#folder)) this.#now = Math.max(this.#now, Number(name));
    }
    return instant(this.#now);
  }

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
    return Effect.callback<void>((resume) => {
      const timer = setTimeout(() => resume(Effect.void), Duration.toMillis(duration));
      return Effect.sync(() => clearTimeout(timer));
    });
  }

  get layer(): Layer.Layer<never> {
    return Layer.succeed(Clock.Clock, this);
  }
}
