import { Effect } from "effect";
import { SqlClient } from "effect/sql";
import { type Concurrently, indexConcurrently } from "./Migration.ts";

/** Each provider's tasks are taken for themselves: a million mails that wait are not in the way of one label. */
export const indexTasksByKind: Concurrently = {
  concurrently: Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    yield* indexConcurrently("tasks_waiting", "resale.tasks (kind, due_at, number) where status = 'Waiting'")
      .concurrently;
    yield* sql`drop index concurrently if exists resale.tasks_due`;
  }),
};
