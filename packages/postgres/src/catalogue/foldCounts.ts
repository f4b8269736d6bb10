import type { PgClient } from "@effect/sql-pg";
import { Effect, Schedule } from "effect";

/**
 * Sums up what has been appended to the counts. Whoever reads meanwhile sees either the parts or their sum, and no commit
 * waits: rows are only added by them. Of two who fold at once, the second finds the first one's rows gone.
 */
export const foldOnce = (sql: PgClient.PgClient) => sql`
  with parts as (
    select unnest(array_agg(ctid)) as at from resale.catalogue_counts
    group by category, grade, colour, material, own_stock, band having count(*) > 1
  ), folded as (
    delete from resale.catalogue_counts where ctid = any(array(select at from parts)) returning *
  )
  insert into resale.catalogue_counts (category, grade, colour, material, own_stock, band, change)
  select category, grade, colour, material, own_stock, band, sum(change) from folded
  group by category, grade, colour, material, own_stock, band having sum(change) <> 0`;

/** Keeps the counts as short as there are combinations of values. */
export const foldCounts = (sql: PgClient.PgClient) =>
  foldOnce(sql).pipe(
    Effect.catch((error) => Effect.logDebug("counts are folded later", error)),
    Effect.repeat(Schedule.spaced("30 seconds")),
    Effect.delay("15 seconds"),
  );
