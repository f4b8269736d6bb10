import { Effect } from "effect";

/** Whether the provider has acted before its answer is lost. */
export interface FaultOptions {
  readonly afterActing?: boolean;
}

interface Fault<E> {
  readonly error: E;
  readonly afterActing: boolean;
}

/** The faults planned for a port's methods, first planned, first come. */
export const makeFaults = <Method extends string, E>() => {
  const planned = new Map<Method, Array<Fault<E>>>();
  const failNext = (method: Method, error: E, { afterActing = false }: FaultOptions = {}): void => {
    planned.set(method, [...(planned.get(method) ?? []), { error, afterActing }]);
  };
  const call = <A>(method: Method, act: () => A): Effect.Effect<A, E> =>
    Effect.suspend(() => {
      const fault = planned.get(method)?.shift();
      if (fault !== undefined && !fault.afterActing) return Effect.fail(fault.error);
      const answer = act();
      return fault === undefined ? Effect.succeed(answer) : Effect.fail(fault.error);
    });
  return { failNext, call };
};
