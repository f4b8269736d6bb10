import { StoreUnavailable } from "@resale/core";
import { Effect } from "effect";
import type { SqlError } from "effect/sql";

/**
 * What a failed statement comes to. `Violated`: a unique index refused it. `Repeatable`: undone because of others at
 * work. `Refused`: undone, and would be again. `Unavailable`: undone for want of time, room or a server that writes.
 * `Unknown`: the answer was lost, and nobody can tell from here whether it was done.
 */
export type Failure = "Violated" | "Repeatable" | "Refused" | "Unavailable" | "Unknown";

const stateOf = ({ cause }: { readonly cause?: unknown }): string =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : "";

/** A server that only reads has been, or is not yet, the one that writes: another is, or will be soon. */
const READ_ONLY = "25006";

/** Division by zero is how a write undoes itself when a row slipped away under it. */
const ofState = (state: string): Failure => {
  if (state === "22012") return "Repeatable";
  if (state.startsWith("53") || state === READ_ONLY) return "Unavailable";
  return /^(0A|21|22|25|2[0-9BDF]|34|3[BDF]|42|44|54)/.test(state) ? "Refused" : "Unknown";
};

export const failureOf = ({ reason }: SqlError.SqlError): Failure => {
  switch (reason._tag) {
    case "UniqueViolation":
      return "Violated";
    case "DeadlockError":
    case "SerializationError":
    case "LockTimeoutError":
      return "Repeatable";
    case "StatementTimeoutError":
      return "Unavailable";
    case "ConstraintError":
    case "SqlSyntaxError":
    case "AuthorizationError":
      return "Refused";
    case "AuthenticationError":
    case "ConnectionError":
      return "Unknown";
    case "UnknownError":
      return ofState(stateOf(reason));
  }
};

/** In the server's own words, where it had any: an operator is to see that it is the disk. */
const reasonOf = (error: SqlError.SqlError): string => {
  const { cause } = error.reason;
  const state = stateOf(error.reason);
  return cause instanceof Error && state !== "" ? `${cause.message} (${state})` : error.message;
};

export const unavailable = (error: SqlError.SqlError): StoreUnavailable =>
  new StoreUnavailable({ reason: reasonOf(error) });

/** For what only reads, or may be done twice: whatever was lost can be asked again; a statement that is wrong is a defect. */
export const orUnavailable = <A, R>(
  effect: Effect.Effect<A, SqlError.SqlError, R>,
): Effect.Effect<A, StoreUnavailable, R> =>
  Effect.catch(effect, (error) =>
    failureOf(error) === "Refused" ? Effect.die(error) : Effect.fail(unavailable(error)),
  );
