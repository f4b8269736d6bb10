import { SqlClient } from "effect/sql";

/**
 * Positions are made of transaction numbers (see `commit/writeStatement.ts`), and a dump that is restored into another
 * server starts those anew: what is written there is moved past what was restored. Elsewhere this changes nothing.
 */
export const raisePositions = SqlClient.SqlClient.use(
  (sql) => sql`
    with needed as (
      select (max(position) >> 12) + 1 - pg_current_xact_id()::text::bigint as base from resale.events
    )
    update resale.positions set base = needed.base from needed where needed.base > positions.base
  `,
);
