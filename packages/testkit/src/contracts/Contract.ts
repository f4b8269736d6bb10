import { Effect, type Layer, ManagedRuntime, type Scope } from "effect";

/** One promise of a port: `run` is rejected with a sentence that says how it was broken. */
export interface PromiseKept {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/**
 * What a port promises, for one adapter: plain data that any test runner can walk through. The adapter is built by the
 * first promise that is tried, and let go by `close`.
 */
export interface Contract {
  readonly name: string;
  readonly promises: ReadonlyArray<PromiseKept>;
  readonly close: () => Promise<void>;
}

/** Writes down a promise, as an Effect that fails or dies where it is broken. */
export interface Promises<R> {
  readonly effect: (name: string, kept: () => Effect.Effect<unknown, unknown, R | Scope.Scope>) => void;
}

/** What was found stays with the error, for runners that show it; the sentence says what it means. */
const saying = (title: string, broken: unknown): Error => {
  const error =
    broken instanceof Error ? broken : new Error(`it came to ${String(broken)}`, { cause: broken });
  const deeper = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  error.message = `not so: ${title} (${error.message}${deeper})`;
  return error;
};

/** The promises of a port, for an adapter. They share one build of it, on the real clock. */
export const contract = <R, E>(
  name: string,
  services: Layer.Layer<R, E>,
  promise: (promises: Promises<R>) => void,
): Contract => {
  const runtime = ManagedRuntime.make(services);
  const promises: Array<PromiseKept> = [];
  promise({
    effect: (title, kept) => {
      const run = () =>
        runtime.runPromise(Effect.scoped(Effect.asVoid(kept()))).catch((broken: unknown) => {
          throw saying(title, broken);
        });
      promises.push({ name: title, run });
    },
  });
  return { name, promises, close: () => runtime.dispose() };
};

/** Several contracts as one. */
export const together = (name: string, ...contracts: ReadonlyArray<Contract>): Contract => ({
  name,
  promises: contracts.flatMap(({ promises }) => promises),
  close: async () => {
    await Promise.all(contracts.map(({ close }) => close()));
  },
});
