import type { PgClient } from "@effect/sql-pg";
import { Effect, Schedule } from "effect";
import { inTransaction } from "../inTransaction.ts";

/** So many that folding them stays far below a statement's time limit, whatever has been imported. */
const AT_ONCE = 50_000;

/**
 * Adds what has been appended to the counts. Whoever reads meanwhile sees either the changes or the sums with them in it,
 * and no commit waits: rows are only appended by them. Counts are found one by one in their index, however little
 * PostgreSQL knows of the tables yet.
 */
const foldSome = (sql: PgClient.PgClient) => sql<{ readonly taken: number }>`
  with taken as (
    delete from resale.catalogue_changes
    where ctid = any(array(select ctid from resale.catalogue_changes limit ${sql.literal(`${AT_ONCE}`)}))
    returning *
  ), of_combinations as (
    select combination, category, grade, colour, material, own_stock, sum(change) as entries from taken
    group by combination, category, grade, colour, material, own_stock having sum(change) <> 0
  ), known_combinations as (
    delete from resale.catalogue_combinations where ctid = any(array(
      select known.at from of_combinations s, lateral (
        select c.ctid as at from resale.catalogue_combinations c where c.combination = s.combination offset 0
      ) known
    )) returning *
  ), combinations as (
    insert into resale.catalogue_combinations
    select combination, category, grade, colour, material, own_stock, sum(entries)
    from (select * from of_combinations union all select * from known_combinations) part
    group by combination, category, grade, colour, material, own_stock having sum(entries) <> 0
  ), of_bands as (
    select w.width, t.price / w.width as band, t.combination, sum(t.change) as entries
    from taken t, (values (100), (1000), (10000)) w (width)
    group by w.width, t.price / w.width, t.combination having sum(t.change) <> 0
  ), known_bands as (
    delete from resale.catalogue_bands where ctid = any(array(
      select known.at from of_bands s, lateral (
        select b.ctid as at from resale.catalogue_bands b
        where b.width = s.width and b.band = s.band and b.combination = s.combination offset 0
      ) known
    )) returning *
  ), bands as (
    insert into resale.catalogue_bands
    select width, band, combination, sum(entries)
    from (select * from of_bands union all select * from known_bands) part
    group by width, band, combination having sum(entries) <> 0
  )
  select count(*)::int as taken from taken`;

/** One folds at a time, and sees what the one before has left: no count is in two rows. */
const LOCK = "select pg_try_advisory_xact_lock('resale.catalogue_bands'::regclass::oid::bigint) as mine";

/** Folds all changes there are, unless somebody else does. */
export const foldOnce = (sql: PgClient.PgClient) =>
  inTransaction(
    sql,
    Effect.gen(function* () {
      const [lock] = yield* sql<{ readonly mine: boolean }>`${sql.literal(LOCK)}`;
      if (lock?.mine !== true) return 0;
      const [folded] = yield* foldSome(sql);
      return folded?.taken ?? 0;
    }),
  ).pipe(Effect.repeat({ while: (taken) => taken === AT_ONCE }));

/** Keeps the counts as short as there are combinations of values. */
export const foldCounts = (sql: PgClient.PgClient) =>
  foldOnce(sql).pipe(
    Effect.catch((error) => Effect.logDebug("counts are folded later", error)),
    Effect.repeat(Schedule.spaced("10 seconds")),
    Effect.delay("5 seconds"),
  );
