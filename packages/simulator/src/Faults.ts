import { OutcomeUnknown, type ProviderError, ProviderRefused, ProviderUnavailable } from "@resale/core";
import { Effect } from "effect";

/** How a call misbehaves. `AnswerLost` acts first; `Slow` acts after so much of the clock's time. */
export type Fault =
  | { readonly _tag: "Unavailable"; readonly retryAfter?: number }
  | { readonly _tag: "Refused"; readonly reason: string }
  | { readonly _tag: "AnswerLost" }
  | { readonly _tag: "Slow"; readonly milliseconds: number };

/** Misbehaviour on demand, in this process: each fault is used up by one call, in the order in which they were set. */
export interface Faults<Method extends string> {
  readonly fail: (method: Method, fault: Fault, times?: number) => Effect.Effect<void>;
  /** A call that may be told to misbehave. */
  readonly around: <Args extends ReadonlyArray<unknown>, A, E>(
    method: Method,
    call: (...args: Args) => Effect.Effect<A, E>,
  ) => (...args: Args) => Effect.Effect<A, E | ProviderError>;
  /** The same for a call that only reads: whatever is wrong, it can be asked again. */
  readonly aroundRead: <Args extends ReadonlyArray<unknown>, A, E>(
    method: Method,
    call: (...args: Args) => Effect.Effect<A, E>,
  ) => (...args: Args) => Effect.Effect<A, E | ProviderUnavailable>;
}

/** Makes the switchboard of one provider's faults. */
export const makeFaults = <Method extends string>(provider: string): Faults<Method> => {
  const waiting = new Map<Method, Array<Fault>>();
  const next = (method: Method) => Effect.sync(() => waiting.get(method)?.shift());
  const unavailable = (retryAfter?: number) =>
    new ProviderUnavailable({
      provider,
      reason: "out of order, as asked",
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });

  return {
    fail: (method, fault, times = 1) =>
      Effect.sync(() => {
        const queue = waiting.get(method) ?? [];
        waiting.set(method, [...queue, ...Array.from({ length: times }, () => fault)]);
      }),
    around: <Args extends ReadonlyArray<unknown>, A, E>(
      method: Method,
      call: (...args: Args) => Effect.Effect<A, E>,
    ) =>
      Effect.fnUntraced(function* (...args: Args) {
        const fault = yield* next(method);
        if (fault?._tag === "Unavailable") return yield* unavailable(fault.retryAfter);
        if (fault?._tag === "Refused") return yield* new ProviderRefused({ provider, reason: fault.reason });
        if (fault?._tag === "Slow") yield* Effect.sleep(fault.milliseconds);
        const answer = yield* call(...args);
        if (fault?._tag === "AnswerLost") {
          return yield* new OutcomeUnknown({ provider, reason: "the answer was lost, as asked" });
        }
        return answer;
      }),
    aroundRead: <Args extends ReadonlyArray<unknown>, A, E>(
      method: Method,
      call: (...args: Args) => Effect.Effect<A, E>,
    ) =>
      Effect.fnUntraced(function* (...args: Args) {
        const fault = yield* next(method);
        if (fault?._tag === "Slow") yield* Effect.sleep(fault.milliseconds);
        else if (fault !== undefined) {
          return yield* unavailable(fault._tag === "Unavailable" ? fault.retryAfter : undefined);
        }
        return yield* call(...args);
      }),
  };
};
