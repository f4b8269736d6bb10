import type { PgClient } from "@effect/sql-pg";
import { Cause, Clock, Context, type Duration, Effect } from "effect";
import type { SqlError } from "effect/sql";

/** The connections to a replica; none, where there is no replica. Nothing can be written there. */
export const ReplicaReads = Context.Reference<PgClient.PgClient | undefined>(
  "@resale/postgres/ReplicaReads",
  { defaultValue: () => undefined },
);

/** A replica that does not answer for so long is passed over. */
const PATIENCE: Duration.Input = "3 seconds";
/** So long nobody asks it again, in milliseconds. */
const REST = 5_000;

/** What goes on between machines takes real time, whatever the engine's clock says (R59). */
const real = Clock.Clock.defaultValue();

/**
 * Reads from here, the primary, or from there, the replica. Both effects ask for the same. What takes its time by itself
 * is told its own patience.
 */
type Read = <A, E, F>(
  there: Effect.Effect<A, E>,
  here: Effect.Effect<A, F>,
  patience?: Duration.Input,
) => Effect.Effect<A, F>;

/** What an operator is told of a replica that fails. */
const reasonIn = (cause: Cause.Cause<unknown>): string => {
  const error = Cause.squash(cause);
  return typeof error === "object" && error !== null && "reason" in error
    ? String(error.reason)
    : String(error);
};

/**
 * Which of two databases a read goes to. A replica repeats what the primary did, a moment later or, under load, much
 * later; what it shows was so, but may not be so any more.
 */
export interface Replica {
  /** However far the replica is behind. */
  readonly howeverLate: Read;
  /** From the replica if it holds all that this process has written; else from the primary. */
  readonly withOwnWrites: Read;
  /** This process has written something. */
  readonly wrote: () => void;
}

/**
 * A replica that fails is no failure of the read: the primary is asked, and for five seconds it alone. A statement
 * that the replica does not know yet, since it has not repeated the last migration, goes to the primary as well.
 */
export const makeReplica = (primary: PgClient.PgClient, replica: PgClient.PgClient): Replica => {
  let restsUntil = 0;
  let written = 0;
  /** How many writes the place in the log covers that the replica has to come to. */
  let covered = 0;
  let place: string | undefined;

  const howeverLate: Read = (there, here, patience = PATIENCE) =>
    Effect.suspend(() => {
      if (real.currentTimeMillisUnsafe() < restsUntil) return here;
      const inTime = Effect.provideService(Effect.timeout(there, patience), Clock.Clock, real);
      return Effect.catchCause(inTime, (cause) => {
        if (Cause.hasInterruptsOnly(cause)) return Effect.interrupt;
        if (!Cause.hasDies(cause)) restsUntil = real.currentTimeMillisUnsafe() + REST;
        const reason = reasonIn(cause);
        return Effect.andThen(
          Effect.logWarning("The replica can't answer: the primary is asked", { reason }),
          here,
        );
      });
    });

  /** Where the log stands is asked of the primary once for all that was written since it was asked before. */
  const holdsOwnWrites: Effect.Effect<boolean, SqlError.SqlError> = Effect.gen(function* () {
    const mark = written;
    if (mark > covered) {
      const [log] = yield* primary<{ place: string }>`select pg_current_wal_lsn()::text as place`;
      if (mark > covered) {
        covered = mark;
        place = log?.place;
      }
    }
    const wanted = place;
    if (wanted === undefined) return true;
    const [row] = yield* replica<{ holds: boolean | null }>`
      select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= ${wanted}::text::pg_lsn as holds`;
    const holds = row?.holds === true;
    if (holds && place === wanted) place = undefined;
    return holds;
  });

  const withOwnWrites: Read = (there, here, patience = PATIENCE) =>
    Effect.flatMap(howeverLate(holdsOwnWrites, Effect.succeed(false)), (holds) =>
      holds ? howeverLate(there, here, patience) : here,
    );

  return {
    howeverLate,
    withOwnWrites,
    wrote: () => {
      written += 1;
    },
  };
};
