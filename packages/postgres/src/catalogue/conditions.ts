import type { PgClient } from "@effect/sql-pg";
import type { CatalogueFilter } from "@resale/core";
import type { Statement } from "effect/sql";
import { storable } from "../storable.ts";

export const FACETS = ["category", "grade", "colour", "material", "ownStock"] as const;
export type Facet = (typeof FACETS)[number];

/** How text is matched: by its words, or, where no entry has them all, by words that are alike. */
export interface Text {
  readonly words: string;
  readonly alike: boolean;
}

/** What a shopper typed, without what PostgreSQL's text can't hold; nothing, if no word is in it. */
export const wordsOf = (text: string | undefined): string | undefined => {
  const words = text?.toWellFormed().replaceAll("\0", " ").trim().slice(0, 200);
  return words === undefined || !/[\p{L}\p{N}]/u.test(words) ? undefined : words;
};

export const matches = (sql: PgClient.PgClient, { words, alike }: Text): Statement.Fragment => {
  if (!alike)
    return sql`words @@ (plainto_tsquery('english', ${words}) || plainto_tsquery('simple', ${words}))`;
  const each = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return sql.and(each.slice(0, 10).map((word) => sql`${word}::text <% text`));
};

const bound = (cents: number): number =>
  Math.min(Math.max(Math.round(cents) || 0, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);

/** What must hold of an entry; `except` is the facet whose own filter does not count. */
export const conditions = (
  sql: PgClient.PgClient,
  filter: CatalogueFilter,
  text: Text | undefined,
  except?: Facet,
): ReadonlyArray<Statement.Fragment> => {
  const all: Array<Statement.Fragment> = [];
  for (const name of ["category", "grade", "colour", "material"] as const) {
    const values = filter[name];
    if (name === except || values === undefined || values.length === 0) continue;
    all.push(sql`${sql(name)} = any(${values.map(storable)}::text[])`);
  }
  if (filter.ownStock !== undefined && except !== "ownStock") all.push(sql`own_stock = ${filter.ownStock}`);
  if (filter.priceFrom !== undefined) all.push(sql`price >= ${bound(filter.priceFrom)}::float8::bigint`);
  if (filter.priceTo !== undefined) all.push(sql`price <= ${bound(filter.priceTo)}::float8::bigint`);
  if (text !== undefined) all.push(matches(sql, text));
  return all;
};
