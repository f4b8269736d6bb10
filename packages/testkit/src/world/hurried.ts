import { Effect, Fiber } from "effect";
import { TestClock } from "effect/testing";

/**
 * Runs while the test clock goes on by a second every two real milliseconds: for what waits, repeats and gives up beside a
 * real server on this machine. Its patience has to be minutes, or that server has too little real time to answer.
 */
export const hurried = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect);
    const hurry = Effect.forever(
      Effect.andThen(TestClock.adjust("1 second"), TestClock.withLive(Effect.sleep("2 millis"))),
    );
    return yield* Effect.raceFirst(Fiber.join(fiber), hurry);
  });
