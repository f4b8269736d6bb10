import { Effect, Semaphore } from "effect";

/** Lets calls under one key go one after the other within this process, so that the second finds what the first did. */
export const makeTurns = () => {
  const lines = new Map<string, { readonly semaphore: Semaphore.Semaphore; waiting: number }>();
  return <A, E, R>(key: string, call: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.acquireUseRelease(
      Effect.sync(() => {
        const line = lines.get(key) ?? { semaphore: Semaphore.makeUnsafe(1), waiting: 0 };
        line.waiting += 1;
        lines.set(key, line);
        return line;
      }),
      (line) => line.semaphore.withPermits(1)(call),
      (line) =>
        Effect.sync(() => {
          line.waiting -= 1;
          if (line.waiting === 0) lines.delete(key);
        }),
    );
};
