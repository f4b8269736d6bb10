import type { PgClient } from "@effect/sql-pg";
import {
  type Drop,
  type DroppedTask,
  instant,
  type KeptTask,
  type LeasedTask,
  type Task,
  Tasks,
  type ToldTask,
} from "@resale/core";
import { Effect, Option } from "effect";
import type { Statement } from "effect/sql";
import { orUnavailable } from "./failure.ts";
import { countTaskDone, countTaskFailed } from "./observing/counters.ts";
import { restored, storable } from "./storable.ts";

interface TakenRow {
  readonly key: string;
  readonly task: Task;
  readonly attempts: number;
  readonly was_due: number;
  readonly number: number;
}

interface KeptRow {
  readonly key: string;
  readonly task: Task;
  readonly attempts: number;
  readonly status: KeptTask["status"];
  readonly due_at: number;
  readonly last_error: string | null;
  readonly dropped: DroppedTask | null;
}

interface EndedRow {
  readonly status: KeptTask["status"];
  readonly task: Task;
  readonly due_at: number;
  readonly held: boolean;
}

type Request<Method extends "take" | "list"> = Parameters<Tasks["Service"][Method]>[0];

/** The kinds of which some task waits, each found by one step through the index. */
const waitingKinds = (sql: PgClient.PgClient): Statement.Fragment => sql`
  with recursive step (kind) as (
    (select kind from resale.tasks where status = 'Waiting' order by kind limit 1)
    union all
    select (
      select t.kind from resale.tasks t where t.status = 'Waiting' and t.kind > step.kind order by t.kind limit 1
    ) from step where step.kind is not null
  )
  select kind from step where kind is not null`;

const firstDue = (sql: PgClient.PgClient): Statement.Fragment => sql`
  select min(first.due_at) from (${waitingKinds(sql)}) waiting, lateral (
    select t.due_at from resale.tasks t where t.status = 'Waiting' and t.kind = waiting.kind order by t.due_at limit 1
  ) first`;

/**
 * Takes tasks that nobody else is taking: no worker waits for another. One lease names them all. Each kind is looked
 * through for itself: those that wait for one provider are not in the way of the others.
 */
const take = Effect.fnUntraced(function* (
  sql: PgClient.PgClient,
  { now, limit, lease, kinds }: Request<"take">,
) {
  const name = crypto.randomUUID();
  const wanted =
    kinds === undefined ? waitingKinds(sql) : sql`select unnest(${kinds}::text[]) collate "C" as kind`;
  const rows = yield* sql<TakenRow>`
    with due as materialized (
      select t.key, t.due_at, t.number from (${wanted}) wanted, lateral (
        select key, due_at, number from resale.tasks
        where status = 'Waiting' and kind = wanted.kind and due_at <= ${now}::float8::bigint
        order by due_at, number limit ${limit} for update skip locked
      ) t
      order by t.due_at, t.number limit ${limit}
    )
    update resale.tasks t
    set attempts = t.attempts + 1, lease = ${name}::uuid, due_at = ${now + lease}::float8::bigint
    from due where t.key = due.key
    returning t.key, t.task, t.attempts, due.due_at::float8 as was_due, due.number::float8 as number`;
  return [...rows]
    .sort((one, other) => one.was_due - other.was_due || one.number - other.number)
    .map(
      ({ key, task, attempts }): LeasedTask => ({ key: restored(key), task, attempt: attempts, lease: name }),
    );
});

const add = Effect.fnUntraced(function* (sql: PgClient.PgClient, told: ReadonlyArray<ToldTask>, at: number) {
  if (told.length === 0) return 0;
  const rows = yield* sql`
    insert into resale.tasks (key, subject, kind, task, due_at)
    select key, subject, kind, task::json, ${at}::float8::bigint
    from unnest(
      ${told.map(({ key }) => storable(key))}::text[], ${told.map(({ subject }) => storable(subject))}::text[],
      ${told.map(({ task }) => task._tag)}::text[], ${told.map(({ task }) => JSON.stringify(task))}::text[]
    ) told (key, subject, kind, task)
    on conflict (key) do nothing returning 1 as added`;
  return rows.length;
});

const release = (sql: PgClient.PgClient, tasks: ReadonlyArray<LeasedTask>, now: number) => sql`
  update resale.tasks t set lease = null, attempts = t.attempts - 1, due_at = ${now}::float8::bigint
  from unnest(
    ${tasks.map(({ key }) => storable(key))}::text[], ${tasks.map(({ lease }) => lease)}::uuid[]
  ) taken (key, lease)
  where t.key = taken.key and t.lease = taken.lease and t.status = 'Waiting'`;

const list = Effect.fnUntraced(function* (
  sql: PgClient.PgClient,
  { status, subject, limit, after }: Request<"list">,
) {
  const conditions = [sql`status = wanted.status`];
  if (subject !== undefined) conditions.push(sql`subject = ${storable(subject)}`);
  if (after !== undefined) {
    conditions.push(sql`number < coalesce(
      (select number from resale.tasks where key = ${storable(after)}), 9223372036854775807)`);
  }
  const statuses = status === undefined ? ["Waiting", "Parked", "Done", "Dropped"] : [status];
  const rows = yield* sql<KeptRow>`
    select t.key, t.task, t.attempts, t.status, t.due_at::float8 as due_at, t.last_error,
      t.dropped
    from (select unnest(${statuses}::text[]) collate "C" as status) wanted, lateral (
      select * from resale.tasks where ${sql.and(conditions)} order by number desc limit ${limit}
    ) t
    order by t.number desc limit ${limit}`;
  return rows.map(({ key, task, attempts, status: current, due_at, last_error, dropped }) => ({
    key: restored(key),
    task,
    attempts,
    status: current,
    dueAt: instant(due_at),
    lastError: last_error === null ? undefined : restored(last_error),
    dropped: dropped === null ? undefined : { ...dropped, reason: restored(dropped.reason) },
  }));
});

/** Whoever is at the task keeps it; else it comes before all that wait. */
const repeat = Effect.fnUntraced(function* (sql: PgClient.PgClient, key: string, now: number) {
  const rows = yield* sql`
    update resale.tasks set
      status = 'Waiting', attempts = 0,
      lease = case when status = 'Waiting' and due_at > ${now}::float8::bigint then lease end,
      due_at = case when lease is not null and due_at > ${now}::float8::bigint then due_at else least(
        ${now}::float8::bigint, (${firstDue(sql)}) - 1) end
    where key = ${storable(key)} and status in ('Waiting', 'Parked') returning 1 as done`;
  return rows.length > 0;
});

/** The row is locked first: what a worker does at the same moment is done before, or finds the task gone. */
const drop = Effect.fnUntraced(function* (sql: PgClient.PgClient, key: string, dropped: DroppedTask) {
  const kept = { ...dropped, reason: storable(dropped.reason) };
  const [row] = yield* sql<EndedRow>`
    with found as materialized (
      select key, status, task, due_at, lease is not null and due_at > ${dropped.at}::float8::bigint as held
      from resale.tasks where key = ${storable(key)} for update
    ), ended as (
      update resale.tasks t set
        status = 'Dropped', lease = null, done_at = ${dropped.at}::float8::bigint, dropped = ${JSON.stringify(kept)}::json
      from found where t.key = found.key and found.status in ('Waiting', 'Parked') and not found.held
    )
    select status, task, due_at::float8 as due_at, held from found`;
  if (row === undefined) return { _tag: "Missing" } satisfies Drop;
  const { status, task } = row;
  if (status === "Done" || status === "Dropped") return { _tag: "Over", status, task } satisfies Drop;
  if (row.held) return { _tag: "Leased", until: instant(row.due_at) } satisfies Drop;
  return { _tag: "Dropped", task } satisfies Drop;
});

export const makeTasks = (
  reads: PgClient.PgClient,
  writes: PgClient.PgClient,
  wake: () => void,
): Tasks["Service"] =>
  Tasks.of({
    add: Effect.fn("Tasks.add")((told, at) =>
      Effect.tap(orUnavailable(add(writes, told, at)), (added) => Effect.sync(() => added > 0 && wake())),
    ),
    take: Effect.fn("Tasks.take")((request) => orUnavailable(take(writes, request))),
    finish: Effect.fn("Tasks.finish")(({ key, lease, task }, now) =>
      writes`
        update resale.tasks set status = 'Done', lease = null, done_at = ${now}::float8::bigint
        where key = ${storable(key)} and lease = ${lease}::uuid and status = 'Waiting'`.pipe(
        orUnavailable,
        Effect.map(() => countTaskDone(task._tag)),
      ),
    ),
    postpone: Effect.fn("Tasks.postpone")(({ key, lease, task }, error, at) =>
      writes`
        update resale.tasks set
          lease = null, last_error = ${storable(error)},
          status = ${at === undefined ? "Parked" : "Waiting"},
          due_at = coalesce(${at ?? null}::float8::bigint, due_at)
        where key = ${storable(key)} and lease = ${lease}::uuid and status = 'Waiting'`.pipe(
        orUnavailable,
        Effect.map(() => countTaskFailed(task._tag, at === undefined)),
      ),
    ),
    release: Effect.fn("Tasks.release")((tasks, now) =>
      Effect.tap(Effect.asVoid(orUnavailable(release(writes, tasks, now))), () => Effect.sync(wake)),
    ),
    list: Effect.fn("Tasks.list")((request) => orUnavailable(list(reads, request))),
    repeat: Effect.fn("Tasks.repeat")((key, now) => orUnavailable(repeat(writes, key, now))),
    drop: Effect.fn("Tasks.drop")((key, dropped) => orUnavailable(drop(writes, key, dropped))),
    next: reads<{ next: number | null }>`select (${firstDue(reads)})::float8 as next`.pipe(
      orUnavailable,
      Effect.map(([row]) => Option.map(Option.fromNullishOr(row?.next), instant)),
      Effect.withSpan("Tasks.next"),
    ),
  });
