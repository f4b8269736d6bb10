import { Duration, Effect, Schedule } from "effect";
import { Migrator, SqlClient, SqlError } from "effect/sql";
import { inTransaction } from "../inTransaction.ts";
import { isConcurrent, type Migration } from "./Migration.ts";
import { raisePositions } from "./raisePositions.ts";

/** Migrations by number and name: `0001_create_subjects`. */
export interface Migrations {
  readonly [Name: string]: Migration;
}

/** How a migration behaves towards those who are at work meanwhile. */
export interface Manners {
  /** So long it waits for a table that others hold; whoever comes after it waits behind it. */
  readonly patience: Duration.Input;
  /** So long it then lets the others go on before it asks again. */
  readonly pause: Duration.Input;
  /** So often it asks again before it fails. */
  readonly tries: number;
}

const POLITE: Manners = { patience: "2 seconds", pause: "5 seconds", tries: 60 };

const TABLE = "resale.migrations";

/** Any number; one process at a time migrates. */
const LOCK = 5_207_146_001;

const numberOf = (name: string): number => Number.parseInt(name, 10);

/** The number of the last migration that the database has. */
const applied = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  const [table] = yield* sql`select 1 as found where to_regclass(${TABLE}) is not null`;
  if (table === undefined) return 0;
  const [last] = yield* sql<{ id: number }>`
    select coalesce(max(migration_id), 0)::int as id from ${sql.literal(TABLE)}`;
  return last?.id ?? 0;
});

/**
 * Holds the lock of those who migrate until the scope closes. It is asked for again and again: who waits for it within a
 * statement would be waited for by an index that is built concurrently.
 */
const ourTurn = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  const connection = yield* sql.reserve;
  const ask = connection.executeValues(`select pg_try_advisory_lock(${LOCK})`, []);
  yield* Effect.repeat(ask, {
    until: ([row]) => row?.[0] === true,
    schedule: Schedule.spaced("100 millis"),
  });
  yield* Effect.addFinalizer(() =>
    Effect.ignore(connection.executeValues(`select pg_advisory_unlock(${LOCK})`, [])),
  );
});

/** Whether others hold what the migration needs. */
const isHeld = (error: unknown): boolean => {
  const cause = error instanceof Migrator.MigrationError ? error.cause : error;
  return cause instanceof SqlError.SqlError && cause.reason._tag === "LockTimeoutError";
};

/** One migration, and that it was made. */
const step = Effect.fnUntraced(function* (name: string, migration: Migration, manners: Manners) {
  const sql = yield* SqlClient.SqlClient;
  if (isConcurrent(migration)) yield* migration.concurrently;
  const loader = Migrator.fromRecord({ [name]: isConcurrent(migration) ? Effect.void : migration });
  const patience = Duration.toMillis(manners.patience);
  yield* inTransaction(
    sql,
    Effect.andThen(
      sql.unsafe(`set local lock_timeout = ${patience}`),
      Migrator.make({})({ loader, table: TABLE }),
    ),
  ).pipe(
    Effect.tapError((error) =>
      isHeld(error) ? Effect.logWarning(`Migration ${name} waits: others hold what it needs`) : Effect.void,
    ),
    Effect.retry({ while: isHeld, times: manners.tries, schedule: Schedule.spaced(manners.pause) }),
  );
});

/**
 * Brings the database up to date. Any number of processes may do so at once: one works, the others wait.
 *
 * *Details.* Each migration is a transaction of its own. It waits two seconds for a table that others hold, since those
 * who come after it queue up behind it; then it lets them go on, and asks again, for some minutes.
 *
 * *Gotchas.* Needs two connections, without a time limit on statements: an index of a large table takes its time.
 */
export const migrate = Effect.fn("migrate")(function* (migrations: Migrations, manners = POLITE) {
  const sql = yield* SqlClient.SqlClient;
  const names = Object.keys(migrations).sort((one, other) => numberOf(one) - numberOf(other));
  const latest = numberOf(names.at(-1) ?? "0");
  if ((yield* applied) < latest) {
    yield* Effect.scoped(
      Effect.gen(function* () {
        yield* ourTurn;
        yield* sql`create schema if not exists resale`;
        const done = yield* applied;
        for (const name of names) {
          const migration = migrations[name];
          if (migration !== undefined && numberOf(name) > done) yield* step(name, migration, manners);
        }
      }),
    );
  }
  yield* raisePositions;
});
