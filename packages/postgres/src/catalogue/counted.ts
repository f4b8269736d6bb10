import type { PgClient } from "@effect/sql-pg";
import type { CatalogueFilter } from "@resale/core";
import type { Statement } from "effect/sql";
import { cents, pricesOf } from "./conditions.ts";
import { partsOf, type Span } from "./spans.ts";

/** The columns that make up a combination of values. */
export const VALUES = "category, grade, colour, material, own_stock";

/** Entries counted one by one; changes that no band has yet are in them already. */
const restOf = (sql: PgClient.PgClient, { from, end, sign }: Span): Statement.Fragment => {
  const [added, taken] = [sql.literal(`${sign}`), sql.literal(`${-sign}`)];
  const within = sql`price >= ${cents(sql, from)} and price < ${cents(sql, end)}`;
  return sql`
    select hash_record_extended((${sql.literal(VALUES)}), 0), ${added} from resale.catalogue where ${within}
    union all select combination, ${taken} * change from resale.catalogue_changes where ${within}`;
};

/** How many entries of each combination of values a span of prices has, from counters and without reading entries. */
export const counted = (sql: PgClient.PgClient, filter: CatalogueFilter): Statement.Fragment => {
  const { from, to } = pricesOf(filter);
  const { all, bands, rests } = partsOf(
    from,
    filter.priceTo === undefined ? Number.POSITIVE_INFINITY : to + 1,
  );
  const spanned = [
    ...(from === 0 ? [] : [sql`price >= ${cents(sql, from)}`]),
    ...(filter.priceTo === undefined ? [] : [sql`price <= ${cents(sql, to)}`]),
  ];
  const parts = [
    sql`select combination, change from resale.catalogue_changes where ${sql.and(spanned)}`,
    ...(all ? [sql`select combination, entries from resale.catalogue_combinations`] : []),
    ...bands.map(
      ({ width, first, last, sign }) => sql`
        select combination, ${sql.literal(`${sign}`)} * entries from resale.catalogue_bands
        where width = ${sql.literal(`${width}`)} and band >= ${cents(sql, first)} and band <= ${cents(sql, last)}`,
    ),
    ...rests.map((rest) => restOf(sql, rest)),
  ];
  const values = sql.literal(VALUES);
  return sql`
    select ${values}, entries from (
      select combination, sum(entries)::int as entries
      from (${sql.join(" union all ", false)(parts)}) part (combination, entries)
      group by combination having sum(entries) <> 0
    ) summed join (
      select distinct on (combination) combination, ${values} from (
        select combination, ${values} from resale.catalogue_combinations
        union all select combination, ${values} from resale.catalogue_changes
      ) known
    ) named using (combination)`;
};
