import type { PgClient } from "@effect/sql-pg";
import {
  Catalogue,
  type CatalogueEntry,
  type CatalogueFilter,
  type CatalogueSort,
  type Facets,
} from "@resale/core";
import { Effect, Option } from "effect";
import { orUnavailable } from "../failure.ts";
import { restored } from "../storable.ts";
import { conditions, FACETS, type Facet, matches, type Text, wordsOf } from "./conditions.ts";
import { decode, encode } from "./cursor.ts";

interface EntryRow {
  readonly listing: string;
  readonly value: number;
  readonly entry: CatalogueEntry;
}

/** For each sorting what one index gives, forwards or backwards. */
const SORTS = {
  Newest: { by: "listed_at", order: "listed_at desc, listing desc", comes: "<" },
  PriceUp: { by: "price", order: "price, listing", comes: ">" },
  PriceDown: { by: "price", order: "price desc, listing desc", comes: "<" },
} as const satisfies Record<CatalogueSort, unknown>;

/** Words that no entry has are looked for by likeness: a typo finds what was meant. */
const textOf = Effect.fnUntraced(function* (sql: PgClient.PgClient, typed: string | undefined) {
  const words = wordsOf(typed);
  if (words === undefined) return undefined;
  const exact: Text = { words, alike: false };
  const found = yield* sql`select 1 as one from resale.catalogue where ${matches(sql, exact)} limit 1`;
  return found.length > 0 ? exact : { words, alike: true };
});

const search = Effect.fnUntraced(function* (
  sql: PgClient.PgClient,
  { filter, sort, limit, cursor }: Parameters<Catalogue["Service"]["search"]>[0],
) {
  const after = decode(sort, cursor);
  const words = wordsOf(filter.text);
  const text =
    after === undefined || words === undefined
      ? yield* textOf(sql, filter.text)
      : { words, alike: after.alike };
  const { by, order, comes } = SORTS[sort];
  const all = [...conditions(sql, filter, text)];
  if (after !== undefined) {
    const { value, listing } = after;
    all.push(sql`(${sql.literal(by)}, listing) ${sql.literal(comes)} (${value}::float8::bigint, ${listing})`);
  }
  const rows = yield* sql<EntryRow>`
    select listing, ${sql.literal(by)}::float8 as value, entry from resale.catalogue
    where ${sql.and(all)} order by ${sql.literal(order)} limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const next = Option.map(Option.fromUndefinedOr(last), ({ value, listing }) =>
    encode(sort, { value, listing, alike: text?.alike ?? false }),
  );
  return { entries: page.map(({ entry }) => entry), next };
});

const COLUMN = {
  category: "category",
  grade: "grade",
  colour: "colour",
  material: "material",
  ownStock: "own_stock",
} as const satisfies Record<Facet, string>;

const facets = Effect.fnUntraced(function* (sql: PgClient.PgClient, filter: CatalogueFilter) {
  const text = yield* textOf(sql, filter.text);
  const counts = FACETS.map((facet) => {
    const column = sql.literal(COLUMN[facet]);
    const all = sql.and([sql`${column} is not null`, ...conditions(sql, filter, text, facet)]);
    return sql`
      select ${facet}::text as facet, ${column}::text as value, count(*)::int as count
      from resale.catalogue where ${all} group by ${column}`;
  });
  const total = sql`
    select 'total' as facet, '' as value, count(*)::int as count
    from resale.catalogue where ${sql.and(conditions(sql, filter, text))}`;
  const union = sql.join(" union all ", false)([total, ...counts]);
  const rows = yield* sql<{ facet: string; value: string; count: number }>`${union}`;
  const of = (facet: Facet) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value: restored(value), count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  const result: Facets = {
    total: rows.find((row) => row.facet === "total")?.count ?? 0,
    category: of("category"),
    grade: of("grade"),
    colour: of("colour"),
    material: of("material"),
    ownStock: of("ownStock"),
  };
  return result;
});

export const makeCatalogue = (reads: PgClient.PgClient): Catalogue["Service"] =>
  Catalogue.of({
    search: Effect.fn("Catalogue.search")((request) => orUnavailable(search(reads, request))),
    facets: Effect.fn("Catalogue.facets")((filter) => orUnavailable(facets(reads, filter))),
  });
