import type { Instant } from "@resale/core";
import { SettableClock } from "@resale/testkit";
import { Clock, Duration, Effect } from "effect";

/** A clock that goes on by every sleep at once, and tells how long each was, among whatever else happens. */
export class RestingClock extends SettableClock {
  readonly rests: Array<unknown>;

  constructor(start: Instant, rests: Array<unknown> = []) {
    super(start);
    this.rests = rests;
  }

  override sleep(duration: Duration.Duration): Effect.Effect<void> {
    return Effect.suspend(() => {
      const rest = Duration.toMillis(duration);
      this.rests.push(rest);
      this.set(Math.round(this.now + rest));
      return Effect.yieldNow;
    });
  }

  /** Lets something go on by this clock. */
  readonly drive = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.provideService(effect, Clock.Clock, this);
}

/** Waits until something has come about that others bring about in this process. */
export const until = (condition: () => boolean) =>
  Effect.gen(function* () {
    for (let turns = 0; !condition(); turns++) {
      if (turns > 100_000) throw new Error("it never came about");
      yield* Effect.yieldNow;
    }
  });
