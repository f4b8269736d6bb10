import { instant, type LeasedTask, OrderId, Store, type Task, Tasks } from "@resale/core";
import { assert } from "chai";
import { Effect } from "effect";
import { AFTER_ALL, change, NOON, newId, newSubject } from "./changes.ts";

/** Milliseconds. */
export const LEASE = 30_000;

export const buyLabel = (): Task => ({ _tag: "BuyLabel", order: OrderId.make(newId()) });

export const enqueue = (count: number, at: number = NOON, make: () => Task = buyLabel) =>
  Effect.gen(function* () {
    const { commit } = yield* Store;
    const subject = newSubject();
    const tasks = Array.from({ length: count }, () => ({ key: newId(), task: make() }));
    yield* commit({ changes: [change(subject, { at, tasks })] });
    return { subject, tasks, keys: tasks.map(({ key }) => key) };
  });

export const take = (now: number, limit = 100) =>
  Effect.flatMap(Tasks, (tasks) => tasks.take({ now: instant(now), limit, lease: LEASE }));

export const keysOf = (taken: ReadonlyArray<{ readonly key: string }>) => taken.map(({ key }) => key).sort();

/** Finishes everything that others have left in the database. */
export const quiet = Effect.gen(function* () {
  const { finish } = yield* Tasks;
  for (;;) {
    const taken = yield* take(AFTER_ALL);
    if (taken.length === 0) return;
    yield* Effect.forEach(taken, (task) => finish(task, AFTER_ALL), { concurrency: 8, discard: true });
  }
});

export const only = (taken: ReadonlyArray<LeasedTask>): LeasedTask => {
  const [task] = taken;
  assert(task !== undefined && taken.length === 1);
  return task;
};

export const kept = (key: string, subject: string) =>
  Effect.gen(function* () {
    const { list } = yield* Tasks;
    return (yield* list({ subject, limit: 100 })).find((task) => task.key === key);
  });
