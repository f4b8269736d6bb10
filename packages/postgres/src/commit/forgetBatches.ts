import type { PgClient } from "@effect/sql-pg";
import { Effect, Schedule } from "effect";

/** Forgets what became of batches about which nobody can ask any more. A few at a time: no commit waits for it. */
export const forgetBatches = (writes: PgClient.PgClient) =>
  writes`
    delete from resale.batches where id in (
      select id from resale.batches where written_at < now() - interval '1 hour' order by written_at limit 10000
    )`.pipe(
    Effect.catch((error) => Effect.logDebug("old batches are left for later", error)),
    Effect.repeat(Schedule.spaced("30 seconds")),
    Effect.delay("30 seconds"),
  );
