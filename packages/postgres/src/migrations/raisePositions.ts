import { SqlClient } from "effect/sql";

/**
 * Positions are made of transaction numbers (see `commit/writeStatement.ts`), and a dump that is restored into another
 * server starts those anew: what is written there is moved past what was restored. Elsewhere this changes nothing: every
 * event one can see belongs to a transaction below the snapshot's end.
 */
export const raisePositions = SqlClient.SqlClient.use(
  (sql) => sql`
    with needed as (
      select (max(position) >> 12) + 1 - pg_snapshot_xmax(pg_current_snapshot())::text::bigint as base
      from resale.events
    )
    update resale.positions set base = needed.base from needed where needed.base > positions.base
  `,
);
