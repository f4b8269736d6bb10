import type { PgClient } from "@effect/sql-pg";
import type { CatalogueFilter, Facets } from "@resale/core";
import { Effect } from "effect";
import type { SqlError, Statement } from "effect/sql";
import { restored } from "../storable.ts";
import { COLUMN, FACETS, type Facet, priced, valued } from "./conditions.ts";
import { counted, VALUES } from "./counted.ts";
import { amongNewest, byIndex, estimated, type Looked } from "./matched.ts";
import { byText, type Text, wordsOf } from "./Text.ts";

interface CountRow {
  readonly facet: string;
  readonly value: string;
  readonly count: number;
}

/** @param parts statements whose names the combinations, or further counts, read from. */
const countAll = (
  sql: PgClient.PgClient,
  filter: CatalogueFilter,
  combinations: Statement.Fragment,
  parts: ReadonlyArray<Statement.Fragment> = [],
  further: ReadonlyArray<Statement.Fragment> = [],
) => {
  const counts = FACETS.map((facet) => {
    const column = sql.literal(COLUMN[facet]);
    const all = sql.and([sql`${column} is not null`, ...valued(sql, filter, facet)]);
    return sql`
      select ${facet}::text, ${column}::text, sum(entries)::int from combinations where ${all} group by ${column}`;
  });
  const named = [...parts, sql`combinations as materialized (${combinations})`];
  return sql<CountRow>`
    with ${sql.join(", ", false)(named)}
    select 'total' as facet, '' as value, coalesce(sum(entries), 0)::int as count
    from combinations where ${sql.and(valued(sql, filter))}
    union all ${sql.join(" union all ", false)([...counts, ...further])}`.unprepared;
};

const countOf = (rows: ReadonlyArray<CountRow>, name: string): number =>
  rows.find(({ facet }) => facet === name)?.count ?? 0;

const answerOf = (rows: ReadonlyArray<CountRow>, isAll: boolean): Facets => {
  const of = (facet: Facet) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value: restored(value), count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  return {
    counted: isAll ? "Exactly" : "AtLeast",
    total: countOf(rows, "total"),
    category: of("category"),
    grade: of("grade"),
    colour: of("colour"),
    material: of("material"),
    ownStock: of("ownStock"),
  };
};

const ofLooked = (sql: PgClient.PgClient, filter: CatalogueFilter, { at, fewerThan }: Looked) => {
  const values = sql.literal(VALUES);
  const rows = countAll(
    sql,
    filter,
    sql`
      select ${values}, count(*)::int as entries from looked
      where ${sql.and([sql`matches`, ...priced(sql, filter)])} group by ${values}`,
    [sql`looked as materialized (${at})`],
    [
      sql`select 'looked', '', count(*)::int from looked`,
      sql`select 'matching', '', count(*)::int from looked where matches`,
    ],
  );
  return Effect.map(rows, (found) => ({
    facets: answerOf(found, countOf(found, "looked") < fewerThan),
    matching: countOf(found, "matching"),
  }));
};

/** How many of the newest are looked at for each that is counted; and how few found there are too few to tell anything. */
const NEWEST = { looked: 2, few: 20 } as const;

/**
 * Few entries that have the words are found in the index of words, and counted. Of words that many have, an index of a
 * hundred thousand places is slower to read than the newest entries are: they tell how the others are, and not how many.
 */
const ofText = (sql: PgClient.PgClient, filter: CatalogueFilter, text: Text, mostCounted: number) =>
  Effect.gen(function* () {
    if ((yield* estimated(sql, text)) > mostCounted) {
      const newest = amongNewest(sql, text, mostCounted * NEWEST.looked);
      const found = yield* ofLooked(sql, filter, newest);
      if (found.facets.counted === "Exactly" || found.matching >= NEWEST.few) return found;
    }
    return yield* ofLooked(sql, filter, byIndex(sql, text, mostCounted + 1));
  });

export const facets = (
  sql: PgClient.PgClient,
  filter: CatalogueFilter,
  mostCounted: number,
): Effect.Effect<Facets, SqlError.SqlError> => {
  const words = wordsOf(filter.text);
  if (words === undefined) {
    return Effect.map(countAll(sql, filter, counted(sql, filter)), (rows) => answerOf(rows, true));
  }
  const found = byText(
    sql,
    words,
    (text) => ofText(sql, filter, text, mostCounted),
    ({ matching }) => Effect.succeed(matching === 0),
  );
  return Effect.map(found, (answer) => answer.facets);
};
