import { Effect, type Scope } from "effect";

const SIGNALS: ReadonlyArray<NodeJS.Signals> = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Until the scope closes: when this process exits without closing it, `last` is called, synchronously, before. A
 * program that handles signals itself is not interfered with; one that doesn't ends by the signal, as ever.
 */
export const dieTogether = (last: () => void): Effect.Effect<void, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const onSignal = (signal: NodeJS.Signals) => {
        if (process.listenerCount(signal) > 1) return;
        last();
        process.off(signal, onSignal);
        process.kill(process.pid, signal);
      };
      process.on("exit", last);
      // First in line, while listeners that were added with `once` still count.
      for (const signal of SIGNALS) process.prependListener(signal, onSignal);
      return onSignal;
    }),
    (onSignal) =>
      Effect.sync(() => {
        process.off("exit", last);
        for (const signal of SIGNALS) process.off(signal, onSignal);
      }),
  ).pipe(Effect.asVoid);
