import type { PgClient } from "@effect/sql-pg";
import type { Commit, StoreUnavailable } from "@resale/core";
import { Effect, Result, Schedule } from "effect";
import type { SqlError } from "effect/sql";
import { failureOf, unavailable } from "../failure.ts";
import { type Batch, makeBatch } from "./Batch.ts";

/** By number: the changes that met another version, and the commits whose key was answered before. */
export interface Outcome {
  readonly conflicts: ReadonlyArray<number>;
  readonly answered: ReadonlyArray<number>;
}

/** The batch was surely not written: it was undone, or never arrived. */
export class NotWritten {
  readonly _tag = "NotWritten";
  readonly error: SqlError.SqlError | undefined;
  constructor(error: SqlError.SqlError | undefined) {
    this.error = error;
  }
}

const outcomeIn = (rows: ReadonlyArray<unknown>): Outcome | undefined => {
  const [row] = rows as ReadonlyArray<Partial<Outcome>>;
  return row?.conflicts == null || row.answered == null
    ? undefined
    : { conflicts: row.conflicts, answered: row.answered };
};

/** Runs one statement with its parameters, on whichever connection or transaction it belongs to. */
export type Run = (
  statement: string,
  parameters: ReadonlyArray<unknown>,
) => Effect.Effect<ReadonlyArray<unknown>, SqlError.SqlError>;

/** Runs the write; `written` events of its transaction came before. */
export const execute = (
  run: Run,
  id: string,
  batch: Batch,
  written: number,
): Effect.Effect<Outcome, SqlError.SqlError> =>
  Effect.flatMap(run(batch.statement, [id, written, ...batch.parameters]), (rows) => {
    const outcome = outcomeIn(rows);
    return outcome === undefined
      ? Effect.die(new Error("a write that tells no outcome"))
      : Effect.succeed(outcome);
  });

/**
 * How often an outcome is asked for before the caller is told that it can't be known: for two minutes at least. Counted,
 * not timed, since the engine's clock may be set forward by days while the database is away (R59).
 */
const patience = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("1 second")]).pipe(
  Schedule.upTo({ times: 125 }),
);

/**
 * What became of a batch whose answer was lost. Its row in `batches` tells; where there is none, ours takes its place:
 * then the lost statement, should it still be on its way, will find its place taken and be undone.
 */
export const outcomeOf = (writes: PgClient.PgClient, id: string): Effect.Effect<Outcome | undefined> =>
  Effect.gen(function* () {
    yield* writes`insert into resale.batches (id) values (${id}::uuid) on conflict (id) do nothing`;
    return outcomeIn(yield* writes`select conflicts, answered from resale.batches where id = ${id}::uuid`);
  }).pipe(Effect.retry(patience), Effect.orDie);

const settle = (
  writes: PgClient.PgClient,
  id: string,
  error: SqlError.SqlError,
): Effect.Effect<Outcome, NotWritten | StoreUnavailable> => {
  const failure = failureOf(error);
  if (failure === "Unavailable") return Effect.fail(unavailable(error));
  if (failure !== "Unknown") return Effect.fail(new NotWritten(error));
  return Effect.flatMap(outcomeOf(writes, id), (outcome) =>
    outcome === undefined ? Effect.fail(new NotWritten(undefined)) : Effect.succeed(outcome),
  );
};

/** Writes the commits as one statement, and knows in the end whether that was done. */
export const sendBatch = (
  writes: PgClient.PgClient,
  commits: ReadonlyArray<Commit>,
): Effect.Effect<Outcome, NotWritten | StoreUnavailable> =>
  Effect.suspend(() => {
    const id = crypto.randomUUID();
    const batch = makeBatch(commits);
    return Effect.mapError(writes.reserve, unavailable).pipe(
      Effect.flatMap((connection) => {
        const run: Run = (text, parameters) => connection.execute(text, parameters, undefined);
        return Effect.result(execute(run, id, batch, 0));
      }),
      Effect.scoped,
      Effect.flatMap((sent) =>
        Result.isSuccess(sent) ? Effect.succeed(sent.success) : settle(writes, id, sent.failure),
      ),
    );
  });
