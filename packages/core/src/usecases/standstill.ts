import { Context, Effect, Semaphore } from "effect";

/** More than there are workers in one process. */
const EVERYBODY = 1024;

const Standstill = Context.Reference<Semaphore.Semaphore>("@resale/core/usecases/Standstill", {
  defaultValue: () => Semaphore.makeUnsafe(EVERYBODY),
});

/**
 * For what goes on by itself in this process: it waits while the sandbox's clock is moved. A lease would end, and a
 * mail be sent twice, if the clock were set forward under a worker's hands (R59).
 */
export const whileClockRuns = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.flatMap(Standstill, (standstill) => standstill.withPermits(1)(effect));

/** For whoever moves the clock: nobody else in this process is at work. */
export const whileOthersRest = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.flatMap(Standstill, (standstill) => standstill.withPermits(EVERYBODY)(effect));
