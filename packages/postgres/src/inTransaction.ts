import { Effect } from "effect";
import { type SqlClient, SqlError } from "effect/sql";

/**
 * Runs an effect within a transaction of the client at hand.
 *
 * *Gotchas.* The client takes a rollback that fails for a defect. It fails where the connection has gone, and then the
 * server has undone the work already: that is a failure like any other lost connection.
 */
export const inTransaction = <A, E, R>(
  sql: SqlClient.SqlClient,
  effect: Effect.Effect<A, E, R>,
): Effect.Effect<A, E | SqlError.SqlError, R> =>
  Effect.catchDefect(sql.withTransaction(effect), (defect) =>
    SqlError.isSqlError(defect) ? Effect.fail(defect) : Effect.die(defect),
  );
