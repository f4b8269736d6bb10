import type { PgClient } from "@effect/sql-pg";
import type { Catalogue, CatalogueEntry, CatalogueSort } from "@resale/core";
import { Effect, Option } from "effect";
import type { SqlError, Statement } from "effect/sql";
import { cents, priced, valued } from "./conditions.ts";
import { type Cursor, decode, encode } from "./cursor.ts";
import { estimated } from "./matched.ts";
import { asTyped, byText, isKnown, likeTyped, matching, type Text, wordsOf } from "./Text.ts";

interface EntryRow {
  readonly listing: string;
  readonly value: number;
  readonly entry: CatalogueEntry;
}

/** For each sorting what one index gives, forwards or backwards. */
const SORTS = {
  Newest: { by: "listed_at", order: "listed_at desc, listing desc", direction: "desc", comes: "<" },
  PriceUp: { by: "price", order: "price, listing", direction: "asc", comes: ">" },
  PriceDown: { by: "price", order: "price desc, listing desc", direction: "desc", comes: "<" },
} as const satisfies Record<CatalogueSort, unknown>;

/**
 * Of words that many have, entries are looked at in the order of the page before the index of words is asked: so many that
 * pass the filters, of so many in the index. A word that one entry in eighty has is found there; of a rarer one few entries
 * are left to be sorted. PostgreSQL's own choice between the two costs seconds where it is wrong: all it knows of are common
 * words, and it takes what it does not know for rare, which is right for this.
 */
const NEAR = { passing: "2000", walked: "20000" } as const;

type Request = Parameters<Catalogue["Service"]["search"]>[0];

/** Which index serves best depends on how rare the values are: what filters is planned anew with them each time. */
const rowsOf = (
  sql: PgClient.PgClient,
  { filter, sort, limit }: Request,
  after: Cursor | undefined,
  text: Text | undefined,
) => {
  const { by, order, direction, comes } = SORTS[sort];
  const [column, ordered, way] = [by, order, direction].map(sql.literal);
  const [values, prices] = [valued(sql, filter), priced(sql, filter)];
  const beyond =
    after === undefined
      ? []
      : [sql`(${column}, listing) ${sql.literal(comes)} (${cents(sql, after.value)}, ${after.listing})`];
  const most = sql.literal(`${Math.trunc(limit) + 1}`);
  // Entries are read for what the page shows: all that goes before is in the index.
  const entriesOf = (found: Statement.Fragment) => {
    const statement = sql<EntryRow>`
      select f.listing, f.value::float8 as value, c.entry
      from (${found}) f (listing, value) join resale.catalogue c on c.listing = f.listing
      order by f.value ${way}, f.listing ${way}`;
    return values.length + prices.length > 0 || text !== undefined ? statement.unprepared : statement;
  };
  if (text === undefined) {
    return entriesOf(sql`
      select listing, ${column} from resale.catalogue where ${sql.and([...values, ...prices, ...beyond])}
      order by ${ordered} limit ${most}`);
  }
  const [within, passing] =
    by === "price" ? [[...beyond, ...prices], values] : [beyond, [...values, ...prices]];
  const near = entriesOf(sql`
    select listing, ${column} from (
      select listing, ${column} from (
        select listing, listed_at, price, category, grade, colour, material, own_stock from resale.catalogue
        where ${sql.and(within)} order by ${ordered} limit ${sql.literal(passing.length > 0 ? NEAR.walked : NEAR.passing)}
      ) walked
      where ${sql.and(passing)} order by ${ordered} limit ${sql.literal(NEAR.passing)}
    ) near
    where (select ${matching(sql, text)} from resale.catalogue named where named.listing = near.listing)
    order by ${ordered} limit ${most}`);
  const all = entriesOf(sql`
    with found as materialized (
      select listing, ${column} from resale.catalogue
      where ${sql.and([matching(sql, text), ...values, ...prices, ...beyond])}
    )
    select listing, ${column} from found order by ${ordered} limit ${most}`);
  const nearest = Effect.flatMap(near, (rows) => (rows.length > limit ? Effect.succeed(rows) : all));
  return Effect.flatMap(estimated(sql, text), (matching) =>
    matching > Number(NEAR.passing) ? nearest : all,
  );
};

const pageOf = (
  sql: PgClient.PgClient,
  request: Request,
  after: Cursor | undefined,
  text: Text | undefined,
) =>
  Effect.map(rowsOf(sql, request, after, text), (rows) => {
    const { limit, sort } = request;
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const next = Option.map(Option.fromUndefinedOr(last), ({ value, listing }) =>
      encode(sort, { value, listing, alike: text?.alike ?? false }),
    );
    return { entries: page.map(({ entry }) => entry), next };
  });

type Page = Effect.Success<ReturnType<typeof pageOf>>;

export const search = (sql: PgClient.PgClient, request: Request): Effect.Effect<Page, SqlError.SqlError> =>
  Effect.gen(function* () {
    const { filter, sort, cursor } = request;
    const after = decode(sort, cursor);
    const words = wordsOf(filter.text);
    if (words === undefined) return yield* pageOf(sql, request, after, undefined);
    if (after === undefined) {
      const isNarrowed = valued(sql, filter).length + priced(sql, filter).length > 0;
      return yield* byText(
        sql,
        words,
        (text) => pageOf(sql, request, undefined, text),
        ({ entries }, text) =>
          isNarrowed && entries.length === 0
            ? Effect.map(isKnown(sql, text), (known) => !known)
            : Effect.succeed(entries.length === 0),
      );
    }
    // A page follows the one before it: words are matched as they were there.
    const text = after.alike ? yield* likeTyped(sql, words) : asTyped(sql, words);
    return yield* pageOf(sql, request, after, text);
  });
