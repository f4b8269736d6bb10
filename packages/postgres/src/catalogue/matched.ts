import type { PgClient } from "@effect/sql-pg";
import { Effect } from "effect";
import type { SqlError, Statement } from "effect/sql";
import { VALUES } from "./counted.ts";
import { matching, matchingByIndex, type Text } from "./Text.ts";

/** Entries that are looked at for words: by their values, price and whether they match. If fewer, these are all. */
export interface Looked {
  readonly at: Statement.Fragment;
  readonly fewerThan: number;
}

const columns = (sql: PgClient.PgClient) => sql.literal(`${VALUES}, price`);

/** So many entries of the newest, for words that many have. */
export const amongNewest = (sql: PgClient.PgClient, text: Text, limit: number): Looked => ({
  at: sql`
    select ${columns(sql)}, ${matching(sql, text)} as matches from (
      select ${columns(sql)}, words from resale.catalogue
      order by listed_at desc, listing desc limit ${sql.literal(`${limit}`)}
    ) newest`,
  fewerThan: limit,
});

/** So many entries that match, for words that few have. */
export const byIndex = (sql: PgClient.PgClient, text: Text, limit: number): Looked => ({
  at: sql`
    with found as materialized (
      select ${columns(sql)} from resale.catalogue where ${matchingByIndex(sql, text)}
    )
    select ${columns(sql)}, true as matches from found limit ${sql.literal(`${limit}`)}`,
  fewerThan: limit,
});

interface Plan {
  readonly "QUERY PLAN": ReadonlyArray<{ readonly Plan: { readonly "Plan Rows": number } }>;
}

/** How many entries PostgreSQL believes to have the words. It knows that of common ones, and takes all others for rare. */
export const estimated = (sql: PgClient.PgClient, text: Text): Effect.Effect<number, SqlError.SqlError> =>
  Effect.map(
    sql<Plan>`explain (format json) select 1 from resale.catalogue where ${matching(sql, text)}`.unprepared,
    ([row]) => row?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0,
  );
