import { Effect } from "effect";
import { SqlClient } from "effect/sql";
import type { Concurrently } from "./Migration.ts";

/** The newest of a kind are found status by status; one index fewer to write at every step. */
export const dropNewestSubjects: Concurrently = {
  concurrently: Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    yield* sql`drop index concurrently if exists resale.subjects_newest`;
  }),
};
