import { Effect } from "effect";
import { SqlClient, type SqlError } from "effect/sql";

/** What brings a database from one version to the next, within a transaction of its own. */
export type Migration = Effect.Effect<void, unknown, SqlClient.SqlClient> | Concurrently;

/** A migration that can't be part of a transaction, and may be begun anew after it was cut off. */
export interface Concurrently {
  readonly concurrently: Effect.Effect<void, SqlError.SqlError, SqlClient.SqlClient>;
}

export const isConcurrent = (migration: Migration): migration is Concurrently => "concurrently" in migration;

/**
 * An index over a table that may be large by then: it is built while others go on writing. What a build that was cut off
 * has left behind is useless, and every write pays for it: it is removed first.
 *
 * @param name of the index, without its schema.
 * @param on such as `resale.events (at) where kind = 'order'`.
 */
export const indexConcurrently = (name: string, on: string): Concurrently => ({
  concurrently: Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    const unfinished = yield* sql`
      select 1 as found from pg_index where indexrelid = to_regclass(${`resale.${name}`}) and not indisvalid`;
    if (unfinished.length > 0) yield* sql.unsafe(`drop index concurrently if exists resale.${name}`);
    yield* sql.unsafe(`create index concurrently if not exists ${name} on ${on}`);
  }),
});
