import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Instant, instant, MovableClock } from "@resale/core";
import { Clock, Layer } from "effect";

/** For so long a process may not know that another has moved the clock, in real milliseconds. */
const LOOK_AGAIN = 3;

/**
 * The clock of several processes: it stands until one of them moves it, and never goes back. Each moment is a file of
 * its name, the last one counts.
 */
export class SharedClock extends MovableClock {
  readonly #folder: string;
  #now: number;
  #looked = 0;

  constructor(folder: string, start: number) {
    super();
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

  get layer(): Layer.Layer<never> {
    return Layer.succeed(Clock.Clock, this);
  }
}
