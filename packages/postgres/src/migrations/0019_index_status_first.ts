import { Effect } from "effect";
import { SqlClient } from "effect/sql";
import { type Concurrently, indexConcurrently } from "./Migration.ts";

/**
 * Only the primary key begins with the kind. A statement that was planned for the empty tables of a new shop would else
 * take the other index for as good, and read all of a kind to find one.
 */
export const indexStatusFirst: Concurrently = {
  concurrently: Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    yield* indexConcurrently("subjects_by_status", "resale.subjects (status, kind, created desc)")
      .concurrently;
    yield* sql`drop index concurrently if exists resale.subjects_status`;
  }),
};
