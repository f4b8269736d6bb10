import { PgClient } from "@effect/sql-pg";
import { Effect, type Redacted, Schedule } from "effect";
import { Reactivity } from "effect/reactivity";
import { type Migrator, SqlClient, type SqlError } from "effect/sql";
import { migrations } from "./index.ts";
import { migrate } from "./migrate.ts";

/** A migration that a database has. */
export interface AppliedMigration {
  /** `0001_create_subjects`. */
  readonly name: string;
  /** Milliseconds since the epoch, by the database's clock. */
  readonly at: number;
}

/** How far a database has come. */
export interface MigrationStatus {
  readonly applied: ReadonlyArray<AppliedMigration>;
  /** What it lacks, in the order in which it will be made. */
  readonly pending: ReadonlyArray<string>;
  /** What it has that this version does not know: a later one has been here. */
  readonly unknown: ReadonlyArray<string>;
}

const nameOf = (id: number, name: string): string => `${String(id).padStart(4, "0")}_${name}`;

const status = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  const [table] = yield* sql`select 1 as found where to_regclass('resale.migrations') is not null`;
  const rows =
    table === undefined
      ? []
      : yield* sql<{ id: number; name: string; at: number }>`
          select migration_id::int as id, name, extract(epoch from created_at)::float8 * 1000 as at
          from resale.migrations order by migration_id`;
  const known = Object.keys(migrations).sort();
  const last = rows.at(-1)?.id ?? 0;
  const applied = rows.map(({ id, name, at }) => ({ name: nameOf(id, name), at: Math.round(at) }));
  const answer: MigrationStatus = {
    applied,
    pending: known.filter((name) => Number.parseInt(name, 10) > last),
    unknown: applied.map(({ name }) => name).filter((name) => !known.includes(name)),
  };
  return answer;
});

const connected = <A, E>(url: Redacted.Redacted, effect: Effect.Effect<A, E, SqlClient.SqlClient>) =>
  Effect.gen(function* () {
    const client = yield* PgClient.make({
      url,
      applicationName: "resale migrations",
      maxConnections: 3,
      connectTimeout: "5 seconds",
      startupParameters: { statement_timeout: "0" },
    });
    return yield* Effect.provideService(effect, SqlClient.SqlClient, client);
  }).pipe(Effect.scoped, Effect.provide(Reactivity.layer));

/** Which migrations the database at the URL has, and which it lacks. Changes nothing. */
export const migrationStatus = Effect.fn("migrationStatus")((url: Redacted.Redacted) =>
  connected(url, status),
);

/**
 * Brings the database at the URL up to date, and tells how it stood before and how it stands now. Any number of processes
 * may do so at once. `onStep` hears, while it goes on, which migration is being made.
 */
export const migrateDatabase: (
  url: Redacted.Redacted,
  onStep?: (pending: ReadonlyArray<string>) => Effect.Effect<void>,
) => Effect.Effect<
  { readonly before: MigrationStatus; readonly after: MigrationStatus },
  SqlError.SqlError | Migrator.MigrationError
> = Effect.fn("migrateDatabase")((url, onStep) =>
  connected(
    url,
    Effect.gen(function* () {
      const before = yield* status;
      const watch = Effect.flatMap(status, ({ pending }) => onStep?.(pending) ?? Effect.void);
      const watching = Effect.repeat(Effect.ignore(watch), Schedule.spaced("500 millis"));
      yield* Effect.raceFirst(migrate(migrations), Effect.andThen(watching, Effect.never));
      return { before, after: yield* status };
    }),
  ),
);
