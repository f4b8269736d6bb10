import type { PgClient } from "@effect/sql-pg";
import type { CatalogueFilter } from "@resale/core";
import type { Statement } from "effect/sql";
import { storable } from "../storable.ts";

export const FACETS = ["category", "grade", "colour", "material", "ownStock"] as const;
export type Facet = (typeof FACETS)[number];

export const COLUMN = {
  category: "category",
  grade: "grade",
  colour: "colour",
  material: "material",
  ownStock: "own_stock",
} as const satisfies Record<Facet, string>;

export type Conditions = ReadonlyArray<Statement.Fragment>;

/** Which values an entry must have; `except` is the facet whose own filter does not count. */
export const valued = (sql: PgClient.PgClient, filter: CatalogueFilter, except?: Facet): Conditions => {
  const all: Array<Statement.Fragment> = [];
  for (const name of ["category", "grade", "colour", "material"] as const) {
    const values = filter[name];
    if (name === except || values === undefined || values.length === 0) continue;
    all.push(sql`${sql(name)} = any(${values.map(storable)}::text[])`);
  }
  if (filter.ownStock !== undefined && except !== "ownStock") all.push(sql`own_stock = ${filter.ownStock}`);
  return all;
};

export const cents = (sql: PgClient.PgClient, amount: number): Statement.Fragment =>
  sql`${amount}::float8::bigint`;

const MOST = Number.MAX_SAFE_INTEGER;

/** The prices a filter admits, in cents, both ends included. */
export const pricesOf = ({ priceFrom, priceTo }: CatalogueFilter): { from: number; to: number } => {
  const bound = (amount: number): number => Math.min(Math.max(Math.round(amount) || 0, 0), MOST);
  return {
    from: bound(priceFrom ?? 0),
    to: priceTo !== undefined && priceTo < 0 ? -1 : bound(priceTo ?? MOST),
  };
};

export const priced = (sql: PgClient.PgClient, filter: CatalogueFilter): Conditions => {
  const { from, to } = pricesOf(filter);
  return [
    ...(filter.priceFrom === undefined ? [] : [sql`price >= ${cents(sql, from)}`]),
    ...(filter.priceTo === undefined ? [] : [sql`price <= ${cents(sql, to)}`]),
  ];
};
