import type { PgClient } from "@effect/sql-pg";
import {
  Deliveries,
  type Delivery,
  instant,
  type LastAnswer,
  type LeasedDelivery,
  type SubjectKind,
  type SubscriptionId,
} from "@resale/core";
import { Effect, Option } from "effect";
import { orUnavailable } from "../failure.ts";
import { restored, storable } from "../storable.ts";

interface DeliveryRow {
  readonly subscription: SubscriptionId;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly heard: number;
  readonly wanted: number;
  readonly failures: number;
  readonly failing_since: number | null;
  readonly due_at: number | null;
  readonly last: LastAnswer | null;
}

type Request<Method extends "spread" | "take" | "list"> = Parameters<Deliveries["Service"][Method]>[0];

const COLUMNS = `d.subscription, d.kind, d.id, d.heard, d.wanted, d.failures,
  d.failing_since::float8 as failing_since, d.due_at::float8 as due_at, d.last`;

const deliveryOf = (row: DeliveryRow): Delivery => ({
  subscription: row.subscription,
  subject: { kind: row.kind, id: restored(row.id) },
  heard: row.heard,
  wanted: row.wanted,
  failures: row.failures,
  failingSince: row.failing_since === null ? undefined : instant(row.failing_since),
  dueAt: row.due_at === null ? undefined : instant(row.due_at),
  last: row.last ?? undefined,
});

/**
 * One statement moves the position on and notes what lies between, or does neither: of two processes that read the same
 * page the second finds the position moved. What had come further goes back, and its lease with it.
 */
const spread = (sql: PgClient.PgClient, { subscription, from, to, subjects, now }: Request<"spread">) => sql`
  with moved as (
    update resale.subscriptions set position = ${to}::float8::bigint
    where id = ${subscription} and position = ${from}::float8::bigint and disabled is null returning id
  ), noted as (
    insert into resale.deliveries as d (subscription, kind, id, heard, wanted, due_at)
    select moved.id, s.kind, s.id, s.first - 1, s.last, ${now}::float8::bigint
    from moved, unnest(
      ${subjects.map(({ subject }) => subject.kind)}::text[],
      ${subjects.map(({ subject }) => storable(subject.id))}::text[],
      ${subjects.map(({ first }) => first)}::int[],
      ${subjects.map(({ last }) => last)}::int[]
    ) s (kind, id, first, last)
    order by s.kind, s.id
    on conflict (subscription, kind, id) do update set
      heard = least(d.heard, excluded.heard),
      wanted = case when excluded.heard < d.heard then excluded.wanted else greatest(d.wanted, excluded.wanted) end,
      failures = case when excluded.heard < d.heard then 0 else d.failures end,
      failing_since = case when excluded.heard < d.heard then null else d.failing_since end,
      lease = case when excluded.heard < d.heard then null else d.lease end,
      due_at = case when excluded.heard < d.heard then excluded.due_at else coalesce(d.due_at, excluded.due_at) end
  )
  select 1 as done from moved`;

/** Takes what nobody else is taking: no worker waits for another. */
const take = Effect.fnUntraced(function* (
  sql: PgClient.PgClient,
  { subscription, now, limit, lease }: Request<"take">,
) {
  const name = crypto.randomUUID();
  const rows = yield* sql<DeliveryRow>`
    with due as materialized (
      select d.kind, d.id from resale.deliveries d
      where d.subscription = ${subscription} and d.due_at <= ${now}::float8::bigint and exists (
        select 1 from resale.subscriptions s where s.id = ${subscription} and s.disabled is null
      )
      order by d.due_at limit ${limit} for update of d skip locked
    )
    update resale.deliveries d set lease = ${name}::uuid, due_at = ${now + lease}::float8::bigint
    from due where d.subscription = ${subscription} and d.kind = due.kind and d.id = due.id
    returning ${sql.literal(COLUMNS)}`;
  return rows.map((row): LeasedDelivery => ({ ...deliveryOf(row), lease: name }));
});

const heldBy = (sql: PgClient.PgClient, { subscription, subject, lease }: LeasedDelivery) => sql`
  d.subscription = ${subscription} and d.kind = ${subject.kind} and d.id = ${storable(subject.id)}
  and d.lease = ${lease}::uuid`;

const heard = (sql: PgClient.PgClient, delivery: LeasedDelivery, last: LastAnswer, lease: number) => sql<{
  wanted: number;
}>`
  update resale.deliveries d set
    heard = ${last.number}, failures = 0, failing_since = null, last = ${JSON.stringify(last)}::json,
    lease = case when d.wanted > ${last.number} then d.lease end,
    due_at = case when d.wanted > ${last.number} then ${last.at + lease}::float8::bigint end
  where ${heldBy(sql, delivery)} returning d.wanted`;

const postpone = (
  sql: PgClient.PgClient,
  delivery: LeasedDelivery,
  at: number,
  failed: LastAnswer | undefined,
) => sql`
  update resale.deliveries d set
    lease = null, due_at = ${at}::float8::bigint, failures = d.failures + ${failed === undefined ? 0 : 1},
    failing_since = coalesce(d.failing_since, ${failed?.at ?? null}::float8::bigint),
    last = coalesce(${failed === undefined ? null : JSON.stringify(failed)}::json, d.last)
  where ${heldBy(sql, delivery)}`;

const list = (sql: PgClient.PgClient, { subscription, open, limit, after }: Request<"list">) => {
  const conditions = [sql`d.subscription = ${subscription}`];
  if (open) conditions.push(sql`d.due_at is not null`);
  if (after !== undefined) conditions.push(sql`(d.kind, d.id) > (${after.kind}, ${storable(after.id)})`);
  return sql<DeliveryRow>`
    select ${sql.literal(COLUMNS)} from resale.deliveries d where ${sql.and(conditions)}
    order by d.kind, d.id limit ${limit}`;
};

export const makeDeliveries = (reads: PgClient.PgClient, writes: PgClient.PgClient): Deliveries["Service"] =>
  Deliveries.of({
    spread: Effect.fn("Deliveries.spread")((request) =>
      Effect.map(orUnavailable(spread(writes, request)), (rows) => rows.length > 0),
    ),
    take: Effect.fn("Deliveries.take")((request) => orUnavailable(take(writes, request))),
    heard: Effect.fn("Deliveries.heard")((delivery, last, lease) =>
      Effect.map(orUnavailable(heard(writes, delivery, last, lease)), ([row]) =>
        Option.map(Option.fromUndefinedOr(row), ({ wanted }) => wanted),
      ),
    ),
    postpone: Effect.fn("Deliveries.postpone")((delivery, at, failed) =>
      Effect.asVoid(orUnavailable(postpone(writes, delivery, at, failed))),
    ),
    list: Effect.fn("Deliveries.list")((request) =>
      Effect.map(orUnavailable(list(reads, request)), (rows) => rows.map(deliveryOf)),
    ),
    next: reads<{ next: number | null }>`
      select min(first.due_at)::float8 as next from resale.subscriptions s, lateral (
        select d.due_at from resale.deliveries d
        where d.subscription = s.id and d.due_at is not null order by d.due_at limit 1
      ) first where s.disabled is null`.pipe(
      orUnavailable,
      Effect.map(([row]) => Option.map(Option.fromNullishOr(row?.next), instant)),
      Effect.withSpan("Deliveries.next"),
    ),
  });
