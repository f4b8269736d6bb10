import type { PgClient } from "@effect/sql-pg";
import type { Change, StoredSubject } from "@resale/core";
import { Effect, Exit } from "effect";
import type { SqlError } from "effect/sql";
import { makeBatch } from "./commit/Batch.ts";
import { mistakeIn, subjectKey } from "./commit/mistakeIn.ts";
import { execute, type Run } from "./commit/sendBatch.ts";
import { MOST_EVENTS, positionOf } from "./commit/writeStatement.ts";
import { inTransaction } from "./inTransaction.ts";
import { countChange } from "./observing/counters.ts";
import { type SubjectRow, storedSubject } from "./SubjectRow.ts";

interface DueRow extends SubjectRow {
  readonly setbacks: number;
}

interface Decided {
  readonly row: DueRow;
  readonly change: Change;
}

interface Setback {
  readonly row: DueRow;
  readonly error: unknown;
}

const MINUTE = 60_000;

/** How long a subject is put aside that can't be written: a minute, then twice as long each time, up to an hour. */
const pause = (setbacks: number): number => Math.min(MINUTE * 2 ** setbacks, 60 * MINUTE);

/**
 * What is due and nobody else has taken. A subject whose last event has a higher position than ours would get its
 * events into the wrong order: it was changed after our transaction had begun, and the next page has it.
 */
const claim = (sql: PgClient.PgClient, now: number, limit: number) => sql<DueRow>`
  select kind, id, version, state, setbacks from resale.subjects
  where due_at <= ${now}::float8::bigint and position < ${sql.literal(positionOf("pg_current_xact_id()"))}
  order by due_at limit ${limit} for update skip locked`;

const decideAll = (page: ReadonlyArray<DueRow>, decide: (subject: StoredSubject) => Change) => {
  const decided: Array<Decided> = [];
  const setbacks: Array<Setback> = [];
  let events = 0;
  for (const row of page) {
    const subject = storedSubject(row);
    try {
      const change = decide(subject);
      const own = subjectKey(change.subject) === subjectKey(subject.subject);
      const mistake = own ? mistakeIn({ changes: [change] }) : "a change of another subject";
      if (mistake !== undefined) throw new Error(mistake);
      events += change.events.length;
      if (events > MOST_EVENTS) break;
      decided.push({ row, change });
    } catch (error) {
      setbacks.push({ row, error });
    }
  }
  return { decided, setbacks };
};

const stale = new Error("decided upon another version than the store's");

const writeTogether = (run: Run, decided: ReadonlyArray<Decided>) =>
  Effect.map(
    execute(run, crypto.randomUUID(), makeBatch(decided.map(({ change }) => ({ changes: [change] }))), 0),
    ({ conflicts }) =>
      conflicts.flatMap((o) => {
        const found = decided[o];
        return found === undefined ? [] : [{ row: found.row, error: stale }];
      }),
  );

const writeEach = Effect.fnUntraced(function* (
  sql: PgClient.PgClient,
  run: Run,
  decided: ReadonlyArray<Decided>,
) {
  const setbacks: Array<Setback> = [];
  let written = 0;
  for (const { row, change } of decided) {
    const batch = makeBatch([{ changes: [change] }]);
    const exit = yield* Effect.exit(inTransaction(sql, execute(run, crypto.randomUUID(), batch, written)));
    written += batch.events;
    if (Exit.isFailure(exit)) setbacks.push({ row, error: exit.cause });
    else if (exit.value.conflicts.length > 0) setbacks.push({ row, error: stale });
  }
  return setbacks;
});

const putAside = Effect.fnUntraced(function* (
  sql: PgClient.PgClient,
  now: number,
  setbacks: ReadonlyArray<Setback>,
) {
  for (const { row, error } of setbacks) {
    const { kind, id } = row;
    const due = now + pause(row.setbacks);
    yield* Effect.logError("a due subject was put aside", { kind, id, due }, error);
    yield* sql`
      update resale.subjects set due_at = ${due}::float8::bigint, setbacks = least(setbacks + 1, 100)
      where kind = ${kind} and id = ${id}`;
  }
});

/** Takes one page, decides and writes it within one transaction; `careful`: each subject for itself. */
export const drainPage = (
  sql: PgClient.PgClient,
  request: {
    readonly now: number;
    readonly limit: number;
    readonly decide: (subject: StoredSubject) => Change;
  },
  careful: boolean,
): Effect.Effect<number, SqlError.SqlError> =>
  inTransaction(
    sql,
    Effect.gen(function* () {
      const page = yield* claim(sql, request.now, request.limit);
      if (page.length === 0) return { taken: 0, written: [] };
      const { decided, setbacks } = decideAll(page, request.decide);
      const run: Run = (statement, parameters) => sql.unsafe(statement, parameters);
      const refused = careful ? yield* writeEach(sql, run, decided) : yield* writeTogether(run, decided);
      yield* putAside(sql, request.now, [...setbacks, ...refused]);
      const undone = new Set(refused.map(({ row }) => row));
      return { taken: page.length, written: decided.filter(({ row }) => !undone.has(row)) };
    }),
  ).pipe(
    Effect.map(({ taken, written }) => {
      for (const { change } of written) countChange(change);
      return taken;
    }),
  );
