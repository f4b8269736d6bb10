import { OutcomeUnknown, PaymentDeclined, PhotoRefused, ProviderRefused } from "@resale/core";
import { Effect, Predicate, Result } from "effect";

/** A failure in words: which it is, and what its sender wrote. */
export const told = (failure: unknown): string => {
  if (!Predicate.isObject(failure) || !("_tag" in failure)) return String(failure);
  const { _tag, ...said } = failure;
  return `it came to ${String(_tag)} ${JSON.stringify(said)}`;
};

const endingIn =
  <Failure>(kind: abstract new (...args: never) => Failure, must: string) =>
  <A, E, R>(what: string, call: Effect.Effect<A, E, R>): Effect.Effect<Failure, never, R> =>
    Effect.flatMap(Effect.result(call), (result): Effect.Effect<Failure> => {
      if (Result.isSuccess(result)) return Effect.die(new Error(`${what} ${must}, but it was done`));
      const { failure } = result;
      if (failure instanceof kind) return Effect.succeed(failure);
      return Effect.die(new Error(`${what} ${must}, but ${told(failure)}`, { cause: failure }));
    });

/** The refusal that a call must come to. `what` begins the sentence told if it comes to anything else. */
export const refusal = endingIn(ProviderRefused, "must be refused");

/** The lost answer that a call must come to, after it was told to lose it. */
export const lostAnswer = endingIn(OutcomeUnknown, "must leave its outcome unknown");

export const decline = endingIn(PaymentDeclined, "must be declined");

export const photoRefusal = endingIn(PhotoRefused, "must be refused as no photo");
