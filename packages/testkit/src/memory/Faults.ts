import { Effect } from "effect";

/** Whether the other side has acted before its answer is lost. */
export interface FaultOptions {
  readonly afterActing?: boolean;
}

/** Makes a port's methods fail when a test says so; `Errors` says in which way each may. */
export interface Faults<Errors> {
  /** Lets the next call of a method fail; several are met in the order in which they were planned. */
  readonly failNext: <Method extends keyof Errors>(
    method: Method,
    error: Errors[Method],
    options?: FaultOptions,
  ) => void;
}

interface Fault<E> {
  readonly error: E;
  readonly afterActing: boolean;
}

/** Keeps the faults that are planned, and puts them in the way of calls. */
export const makeFaults = <Errors>() => {
  const planned: { [Method in keyof Errors]?: ReadonlyArray<Fault<Errors[Method]>> } = {};
  const failNext: Faults<Errors>["failNext"] = (method, error, { afterActing = false } = {}) => {
    planned[method] = [...(planned[method] ?? []), { error, afterActing }];
  };
  const call = <Method extends keyof Errors, A, E>(
    method: Method,
    act: Effect.Effect<A, E>,
  ): Effect.Effect<A, E | Errors[Method]> =>
    Effect.suspend((): Effect.Effect<A, E | Errors[Method]> => {
      const [fault, ...later] = planned[method] ?? [];
      if (fault === undefined) return act;
      planned[method] = later;
      return fault.afterActing ? Effect.andThen(act, Effect.fail(fault.error)) : Effect.fail(fault.error);
    });
  return { failNext, call };
};
