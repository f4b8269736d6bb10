import type { PgClient } from "@effect/sql-pg";
import type { CatalogueFilter, Facets } from "@resale/core";
import { Effect } from "effect";
import type { SqlError, Statement } from "effect/sql";
import { restored } from "../storable.ts";
import { COLUMN, cents, FACETS, type Facet, priced, pricesOf, valued } from "./conditions.ts";
import { byText, type Text, wordsOf } from "./Text.ts";

const VALUES = "category, grade, colour, material, own_stock";

/** The width of a band of prices, in cents: what counters can tell is told by them, the ends are counted (R20). */
const BAND = 1_000;

/** Entries of a span of prices, both ends included, by their values: counted in the index of prices. */
const counted = (sql: PgClient.PgClient, from: number, to: number): ReadonlyArray<Statement.Fragment> =>
  from > to
    ? []
    : [
        sql`select ${sql.literal(VALUES)}, 1 from resale.catalogue
          where price >= ${cents(sql, from)} and price <= ${cents(sql, to)}`,
      ];

const ofPrices = (sql: PgClient.PgClient, { from, to }: { from: number; to: number }) => {
  const first = Math.ceil(from / BAND);
  const last = Math.floor((to + 1) / BAND) - 1;
  if (first > last) return counted(sql, from, to);
  return [
    ...counted(sql, from, first * BAND - 1),
    sql`select ${sql.literal(VALUES)}, change from resale.catalogue_counts
      where band >= ${cents(sql, first)} and band <= ${cents(sql, last)}`,
    ...counted(sql, (last + 1) * BAND, to),
  ];
};

/** How many entries of each combination of values are left by words and prices. */
const combinations = (sql: PgClient.PgClient, filter: CatalogueFilter, text: Text | undefined) => {
  const values = sql.literal(VALUES);
  if (text !== undefined) {
    const all = sql.and([text.matches, ...priced(sql, filter)]);
    return sql`select ${values}, 1 from resale.catalogue where ${all}`;
  }
  if (filter.priceFrom === undefined && filter.priceTo === undefined) {
    return sql`select ${values}, change from resale.catalogue_counts where band is null`;
  }
  const parts = ofPrices(sql, pricesOf(filter));
  return parts.length === 0
    ? sql`select ${values}, 1 from resale.catalogue where false`
    : sql.join(" union all ", false)(parts);
};

interface CountRow {
  readonly facet: string;
  readonly value: string;
  readonly count: number;
}

const countAll = (sql: PgClient.PgClient, filter: CatalogueFilter, text: Text | undefined) => {
  const counts = FACETS.map((facet) => {
    const column = sql.literal(COLUMN[facet]);
    const all = sql.and([sql`${column} is not null`, ...valued(sql, filter, facet)]);
    return sql`
      select ${facet}::text, ${column}::text, sum(entries)::int from combinations where ${all} group by ${column}`;
  });
  return sql<CountRow>`
    with combinations as materialized (
      select ${sql.literal(VALUES)}, sum(entries)::int as entries
      from (${combinations(sql, filter, text)}) part (${sql.literal(VALUES)}, entries)
      group by ${sql.literal(VALUES)} having sum(entries) <> 0
    )
    select 'total' as facet, '' as value, coalesce(sum(entries), 0)::int as count
    from combinations where ${sql.and(valued(sql, filter))}
    union all ${sql.join(" union all ", false)(counts)}`.unprepared;
};

const answerOf = (rows: ReadonlyArray<CountRow>): Facets => {
  const of = (facet: Facet) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value: restored(value), count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  return {
    total: rows.find(({ facet }) => facet === "total")?.count ?? 0,
    category: of("category"),
    grade: of("grade"),
    colour: of("colour"),
    material: of("material"),
    ownStock: of("ownStock"),
  };
};

export const facets = (
  sql: PgClient.PgClient,
  filter: CatalogueFilter,
): Effect.Effect<Facets, SqlError.SqlError> => {
  const ask = (text: Text | undefined) => Effect.map(countAll(sql, filter, text), answerOf);
  const words = wordsOf(filter.text);
  return words === undefined ? ask(undefined) : byText(sql, words, ask, ({ total }) => total === 0);
};
