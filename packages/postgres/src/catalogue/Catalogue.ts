import type { PgClient } from "@effect/sql-pg";
import {
  Catalogue,
  type CatalogueEntry,
  type CatalogueFilter,
  type CatalogueSort,
  type Facets,
} from "@resale/core";
import { Effect, Option } from "effect";
import type { SqlError } from "effect/sql";
import { orUnavailable } from "../failure.ts";
import { restored } from "../storable.ts";
import { conditions, FACETS, type Facet, matches, type Text, wordsOf } from "./conditions.ts";
import { type Cursor, decode, encode } from "./cursor.ts";

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

// Which index serves best depends on how rare the values are: what filters is planned anew with them each time.

/**
 * Asks for the words as they were typed. Where that finds nothing, and no entry at all has them, for words that are
 * alike: a typo finds what was meant.
 */
const byText = <A>(
  sql: PgClient.PgClient,
  typed: string | undefined,
  ask: (text: Text | undefined) => Effect.Effect<A, SqlError.SqlError>,
  isEmpty: (answer: A) => boolean,
): Effect.Effect<A, SqlError.SqlError> =>
  Effect.gen(function* () {
    const words = wordsOf(typed);
    if (words === undefined) return yield* ask(undefined);
    const exact: Text = { words, alike: false };
    const answer = yield* ask(exact);
    if (!isEmpty(answer)) return answer;
    const [known] = yield* sql`select 1 as one from resale.catalogue where ${matches(sql, exact)} limit 1`
      .unprepared;
    return known === undefined ? yield* ask({ words, alike: true }) : answer;
  });

type Request = Parameters<Catalogue["Service"]["search"]>[0];

const pageOf = (
  sql: PgClient.PgClient,
  { filter, sort, limit }: Request,
  after: Cursor | undefined,
  text: Text | undefined,
) =>
  Effect.gen(function* () {
    const { by, order, comes } = SORTS[sort];
    const all = [...conditions(sql, filter, text)];
    const filtered = all.length > 0;
    if (after !== undefined) {
      const { value, listing } = after;
      all.push(
        sql`(${sql.literal(by)}, listing) ${sql.literal(comes)} (${value}::float8::bigint, ${listing})`,
      );
    }
    const statement = sql<EntryRow>`
      select listing, ${sql.literal(by)}::float8 as value, entry from resale.catalogue
      where ${sql.and(all)} order by ${sql.literal(order)} limit ${limit + 1}`;
    const rows = yield* filtered ? statement.unprepared : statement;
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const next = Option.map(Option.fromUndefinedOr(last), ({ value, listing }) =>
      encode(sort, { value, listing, alike: text?.alike ?? false }),
    );
    return { entries: page.map(({ entry }) => entry), next };
  });

const search = (sql: PgClient.PgClient, request: Request) => {
  const { filter, sort, cursor } = request;
  const after = decode(sort, cursor);
  const words = wordsOf(filter.text);
  // A page follows the one before it: words are matched as they were there.
  if (after !== undefined && words !== undefined) {
    return pageOf(sql, request, after, { words, alike: after.alike });
  }
  return byText(
    sql,
    filter.text,
    (text) => pageOf(sql, request, after, text),
    ({ entries }) => entries.length === 0,
  );
};

const COLUMN = {
  category: "category",
  grade: "grade",
  colour: "colour",
  material: "material",
  ownStock: "own_stock",
} as const satisfies Record<Facet, string>;

const countAll = (sql: PgClient.PgClient, filter: CatalogueFilter, text: Text | undefined) =>
  Effect.gen(function* () {
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
    const rows = yield* sql<{ facet: string; value: string; count: number }>`${union}`.unprepared;
    const of = (facet: Facet) =>
      rows
        .filter((row) => row.facet === facet)
        .map(({ value, count }) => ({ value: restored(value), count }))
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
    const answer: Facets = {
      total: rows.find((row) => row.facet === "total")?.count ?? 0,
      category: of("category"),
      grade: of("grade"),
      colour: of("colour"),
      material: of("material"),
      ownStock: of("ownStock"),
    };
    return answer;
  });

const facets = (sql: PgClient.PgClient, filter: CatalogueFilter) =>
  byText(
    sql,
    filter.text,
    (text) => countAll(sql, filter, text),
    ({ total }) => total === 0,
  );

export const makeCatalogue = (reads: PgClient.PgClient): Catalogue["Service"] =>
  Catalogue.of({
    search: Effect.fn("Catalogue.search")((request) => orUnavailable(search(reads, request))),
    facets: Effect.fn("Catalogue.facets")((filter) => orUnavailable(facets(reads, filter))),
  });
