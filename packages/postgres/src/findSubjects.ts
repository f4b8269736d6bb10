import type { PgClient } from "@effect/sql-pg";
import type { Find } from "@resale/core";
import type { Effect } from "effect";
import type { SqlError, Statement } from "effect/sql";
import type { SubjectRow } from "./SubjectRow.ts";
import { storable } from "./storable.ts";

/** By what fewest subjects are found comes first: its index is walked, the others are looked at. */
const LOOKUPS = ["credit", "tracking", "parent", "email", "buyer", "seller"] as const;

/** Newest first, below the subject of the page before; where that is unknown, from the start. */
const before = (sql: PgClient.PgClient, created: string, { kind, after }: Find): Statement.Fragment => {
  if (after === undefined) return sql`true`;
  return sql`${sql.literal(created)} < coalesce(
    (select created from resale.subjects where kind = ${kind} and id = ${storable(after)}),
    9223372036854775807)`;
};

/** The statuses there are, of whatever kind, each found by one step through the index. */
const allStatuses = (sql: PgClient.PgClient): Statement.Fragment => sql`
  with recursive step (status) as (
    (select status from resale.subjects order by status limit 1)
    union all
    select (select s.status from resale.subjects s where s.status > step.status order by s.status limit 1)
    from step where step.status is not null
  )
  select status from step where status is not null`;

/** The newest of each status, and of these the newest: every write would have to keep an index of all by age. */
const byStatus = (sql: PgClient.PgClient, query: Find, statuses: Statement.Fragment) => sql`
  from (${statuses}) wanted, lateral (
    select * from resale.subjects s
    where s.kind = ${query.kind} and s.status = wanted.status and ${before(sql, "s.created", query)}
    order by s.created desc limit ${query.limit}
  ) s
  order by s.created desc limit ${query.limit}`;

/** The subjects for which all that is named is so. */
export const findSubjects = (
  sql: PgClient.PgClient,
  query: Find,
): Effect.Effect<ReadonlyArray<SubjectRow>, SqlError.SqlError> => {
  const { kind, status, operatorTask, limit } = query;
  const conditions: Array<Statement.Fragment> = [];
  const named = LOOKUPS.filter((name) => query[name] !== undefined);
  // What a gift card has paid stands in the lookups alone.
  for (const name of named.filter((one) => one !== "credit"))
    conditions.push(sql`s.${sql(name)} = ${storable(query[name] ?? "")}`);
  if (operatorTask !== undefined) conditions.push(sql`cardinality(s.operator_tasks) > 0`);
  if (operatorTask !== undefined && operatorTask !== "*") {
    conditions.push(sql`${storable(operatorTask)}::text collate "C" = any(s.operator_tasks)`);
  }
  const statuses = status?.map(storable);
  const [first] = named;
  const select = sql`select s.kind, s.id, s.version, s.state`;
  if (first === undefined && operatorTask === undefined) {
    const wanted =
      statuses === undefined
        ? allStatuses(sql)
        : sql`select unnest(${statuses}::text[]) collate "C" as status`;
    return sql<SubjectRow>`${select} ${byStatus(sql, query, wanted)}`;
  }
  if (statuses !== undefined) conditions.push(sql`s.status = any(${statuses}::text[])`);
  if (first === undefined) {
    const all = sql.and([sql`s.kind = ${kind}`, before(sql, "s.created", query), ...conditions]);
    return sql<SubjectRow>`${select} from resale.subjects s where ${all} order by s.created desc limit ${limit}`;
  }
  const value = storable(query[first] ?? "");
  const all = sql.and([
    sql`l.name = ${first} and l.value = ${value} and l.kind = ${kind}`,
    before(sql, "l.created", query),
    ...conditions,
  ]);
  return sql<SubjectRow>`${select}
    from resale.lookups l, lateral (
      select * from resale.subjects s where s.kind = l.kind and s.id = l.id limit 1
    ) s
    where ${all} order by l.created desc limit ${limit}`;
};
