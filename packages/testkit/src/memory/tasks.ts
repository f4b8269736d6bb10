import {
  type Drop,
  type DroppedTask,
  instant,
  type KeptTask,
  type LeasedTask,
  type Tasks,
  type ToldTask,
} from "@resale/core";
import { Option } from "effect";
import { enqueue } from "./commit.ts";
import type { Database, TaskRow } from "./Database.ts";

type Request<Method extends "take" | "list"> = Parameters<Tasks["Service"][Method]>[0];

const update = (database: Database, row: TaskRow, changed: Partial<TaskRow>): TaskRow => {
  const next = { ...row, ...changed };
  database.tasks.set(row.key, next);
  return next;
};

const waiting = (database: Database): ReadonlyArray<TaskRow> =>
  [...database.tasks.values()]
    .filter(({ status }) => status === "Waiting")
    .sort((one, other) => one.dueAt - other.dueAt || one.number - other.number);

export const take = (database: Database, request: Request<"take">): ReadonlyArray<LeasedTask> =>
  waiting(database)
    .filter(
      ({ dueAt, task }) =>
        dueAt <= request.now && (request.kinds === undefined || request.kinds.includes(task._tag)),
    )
    .slice(0, request.limit)
    .map((row) => {
      const { key, task } = row;
      const lease = crypto.randomUUID();
      const attempts = row.attempts + 1;
      update(database, row, { attempts, lease, dueAt: request.now + request.lease });
      return { key, task, attempt: attempts, lease };
    });

const held = (database: Database, { key, lease }: LeasedTask): TaskRow | undefined => {
  const row = database.tasks.get(key);
  return row?.status === "Waiting" && row.lease === lease ? row : undefined;
};

export const add = (database: Database, told: ReadonlyArray<ToldTask>, at: number): number => {
  const before = database.tasks.size;
  for (const { key, subject, task } of told) enqueue(database, subject, at, [{ key, task }]);
  return database.tasks.size - before;
};

export const release = (database: Database, tasks: ReadonlyArray<LeasedTask>, now: number): void => {
  for (const task of tasks) {
    const row = held(database, task);
    if (row === undefined) continue;
    update(database, row, { lease: undefined, attempts: row.attempts - 1, dueAt: now });
  }
};

export const finish = (database: Database, task: LeasedTask, at: number): void => {
  const row = held(database, task);
  if (row !== undefined) update(database, row, { status: "Done", lease: undefined, endedAt: at });
};

export const postpone = (
  database: Database,
  task: LeasedTask,
  error: string,
  at: number | undefined,
): void => {
  const row = held(database, task);
  if (row === undefined) return;
  const back = { lease: undefined, lastError: error };
  if (at === undefined) update(database, row, { ...back, status: "Parked" });
  else update(database, row, { ...back, dueAt: at });
};

const kept = ({ key, task, attempts, status, dueAt, lastError, dropped }: TaskRow): KeptTask => ({
  key,
  task,
  attempts,
  status,
  dueAt: instant(dueAt),
  lastError,
  dropped,
});

export const list = (database: Database, request: Request<"list">): ReadonlyArray<KeptTask> => {
  const last = request.after === undefined ? undefined : database.tasks.get(request.after);
  return [...database.tasks.values()]
    .filter(
      (row) =>
        (request.status === undefined || row.status === request.status) &&
        (request.subject === undefined || row.subject === request.subject) &&
        (last === undefined || row.number < last.number),
    )
    .sort((one, other) => other.number - one.number)
    .slice(0, request.limit)
    .map(kept);
};

/** Who is at a task just now keeps it: it is not given to a second worker, but has all its tries again. */
export const repeat = (database: Database, key: string, now: number): boolean => {
  const row = database.tasks.get(key);
  if (row === undefined || row.status === "Done" || row.status === "Dropped") return false;
  if (row.lease !== undefined && row.dueAt > now) {
    update(database, row, { attempts: 0 });
    return true;
  }
  const first = waiting(database).at(0)?.dueAt ?? now;
  const dueAt = Math.min(now, first - 1);
  update(database, row, { status: "Waiting", attempts: 0, lease: undefined, dueAt });
  return true;
};

export const drop = (database: Database, key: string, dropped: DroppedTask): Drop => {
  const row = database.tasks.get(key);
  if (row === undefined) return { _tag: "Missing" };
  const { status, task, lease, dueAt } = row;
  if (status === "Done" || status === "Dropped") return { _tag: "Over", status, task };
  if (lease !== undefined && dueAt > dropped.at) return { _tag: "Leased", until: instant(dueAt) };
  update(database, row, { status: "Dropped", lease: undefined, dropped, endedAt: dropped.at });
  return { _tag: "Dropped", task };
};

export const nextTask = (database: Database) =>
  Option.map(Option.fromUndefinedOr(waiting(database).at(0)?.dueAt), instant);
