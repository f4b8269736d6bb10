import { causeOf, ProviderError, Rejection, rejectionOf, StoreUnavailable } from "@resale/core";
import { Cause, Exit, Option, Schema } from "effect";
import { ResaleRejected } from "../ResaleRejected.ts";

const isRejection = Schema.is(Rejection);
const isOutOfReach = Schema.is(Schema.Union([ProviderError, StoreUnavailable]));

const deepest = (error: Error): Error => (error.cause instanceof Error ? deepest(error.cause) : error);

/** Why a part could not be opened stands in what caused it, such as the address that refused a connection. */
const told = (error: Error): Error => {
  const { message } = deepest(error);
  return error.message.includes(message)
    ? error
    : new Error(`${error.message}: ${message}`, { cause: error });
};

/**
 * A failure as promises are rejected with it: every refusal of the engine by one class; what has a class of its own (no
 * photo, an adapter that could not be built) by that.
 */
export const thrownFor = (failure: unknown): Error => {
  if (isRejection(failure)) {
    const cause = causeOf(failure);
    return new ResaleRejected(failure, cause === undefined ? {} : { cause });
  }
  if (isOutOfReach(failure)) return new ResaleRejected(rejectionOf(failure), { cause: failure });
  return failure instanceof Error ? told(failure) : new Error("the engine failed", { cause: failure });
};

/** The answer of a call, or what it is rejected with. */
export const settle = <A>(exit: Exit.Exit<A, unknown>, signal: AbortSignal | undefined): A => {
  if (Exit.isSuccess(exit)) return exit.value;
  const failure = Cause.findErrorOption(exit.cause);
  if (Option.isSome(failure)) throw thrownFor(failure.value);
  if (Cause.hasInterruptsOnly(exit.cause)) signal?.throwIfAborted();
  throw Cause.squash(exit.cause);
};
