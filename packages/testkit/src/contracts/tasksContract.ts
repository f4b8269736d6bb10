import { assert } from "@effect/vitest";
import { instant, type LeasedTask, OrderId, Store, type Task, Tasks } from "@resale/core";
import { Effect, Option } from "effect";
import { AFTER_ALL, change, NOON, newId, newSubject } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";
import { suite } from "./suite.ts";

const LEASE = 30_000;

const buyLabel = (): Task => ({ _tag: "BuyLabel", order: OrderId.make(newId()) });

const enqueue = (count: number, at: number = NOON, make: () => Task = buyLabel) =>
  Effect.gen(function* () {
    const { commit } = yield* Store;
    const subject = newSubject();
    const tasks = Array.from({ length: count }, () => ({ key: newId(), task: make() }));
    yield* commit({ changes: [change(subject, { at, tasks })] });
    return { subject, tasks, keys: tasks.map(({ key }) => key) };
  });

const take = (now: number, limit = 100) =>
  Effect.flatMap(Tasks, (tasks) => tasks.take({ now: instant(now), limit, lease: LEASE }));

const keysOf = (taken: ReadonlyArray<{ readonly key: string }>) => taken.map(({ key }) => key).sort();

/** The word of an operator who ends a task, with what no text column would take as it is. */
const ended = (at: number) =>
  ({
    by: { _tag: "Support", id: "sam" },
    reason: "the parcel was \\ lost \0 \ud800",
    at: instant(at),
  }) as const;

/** Finishes everything that others have left in the database. */
const quiet = Effect.gen(function* () {
  const { finish } = yield* Tasks;
  for (;;) {
    const taken = yield* take(AFTER_ALL);
    if (taken.length === 0) return;
    yield* Effect.forEach(taken, (task) => finish(task, AFTER_ALL), { concurrency: 8, discard: true });
  }
});

const only = (taken: ReadonlyArray<LeasedTask>): LeasedTask => {
  const [task] = taken;
  assert(task !== undefined && taken.length === 1);
  return task;
};

const kept = (key: string, subject: string) =>
  Effect.gen(function* () {
    const { list } = yield* Tasks;
    return (yield* list({ subject, limit: 100 })).find((task) => task.key === key);
  });

/** What every store promises of its outbox: each task once by key, leased, and never lost. */
export const tasksContract = <E>(name: string, store: StoreLayer<E>): void =>
  suite(`${name}: Tasks`, store, (it) => {
    it.effect("R27 a task is enqueued with its commit, and taken with all that it says", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { tasks } = yield* enqueue(2);
        const taken = yield* take(NOON);
        assert.deepStrictEqual(
          new Map(taken.map(({ key, task, attempt }) => [key, { task, attempt }])),
          new Map(tasks.map(({ key, task }) => [key, { task, attempt: 1 }])),
        );
      }),
    );

    it.effect("R27 a task stands once, however often it is wanted, also when it is done", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { commit } = yield* Store;
        const { finish } = yield* Tasks;
        const { tasks, subject } = yield* enqueue(1);
        yield* commit({ changes: [change(newSubject(), { tasks: [...tasks, ...tasks] })] });
        const task = only(yield* take(NOON));
        yield* finish(task, NOON);
        yield* commit({ changes: [change(newSubject(), { tasks })] });
        assert.deepStrictEqual(yield* take(AFTER_ALL), []);
        assert.strictEqual((yield* kept(task.key, subject.id))?.status, "Done");
      }),
    );

    it.effect("a task is due from its event on", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { next } = yield* Tasks;
        assert.isTrue(Option.isNone(yield* next));
        yield* enqueue(1, NOON + 10);
        assert.deepStrictEqual(yield* next, Option.some(instant(NOON + 10)));
        assert.deepStrictEqual(yield* take(NOON + 9), []);
        assert.lengthOf(yield* take(NOON + 10), 1);
        assert.deepStrictEqual(yield* next, Option.some(instant(NOON + 10 + LEASE)));
      }),
    );

    it.effect("a task that nobody finishes is taken again when its lease has ended", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { finish } = yield* Tasks;
        yield* enqueue(1);
        const first = only(yield* take(NOON));
        assert.deepStrictEqual(yield* take(NOON + LEASE - 1), []);
        const second = only(yield* take(NOON + LEASE));
        assert.strictEqual(second.attempt, 2);
        assert.notStrictEqual(second.lease, first.lease);
        yield* finish(second, instant(NOON + LEASE));
        assert.deepStrictEqual(yield* take(AFTER_ALL), []);
      }),
    );

    it.effect("who has lost the lease changes nothing", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { finish, postpone } = yield* Tasks;
        const { subject } = yield* enqueue(1);
        const late = only(yield* take(NOON));
        const current = only(yield* take(NOON + LEASE));
        yield* finish(late, instant(NOON + LEASE));
        assert.strictEqual((yield* kept(late.key, subject.id))?.status, "Waiting");
        yield* postpone(late, "too late", undefined);
        yield* postpone(late, "too late", NOON);
        assert.deepStrictEqual(yield* take(NOON + LEASE), []);
        yield* postpone(current, "the carrier is closed", instant(NOON + 2 * LEASE));
        yield* finish(current, instant(NOON + LEASE));
        const task = yield* kept(current.key, subject.id);
        assert.strictEqual(task?.status, "Waiting");
        assert.strictEqual(task?.lastError, "the carrier is closed");
      }),
    );

    it.effect("a postponed task waits for its time", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { postpone, next } = yield* Tasks;
        yield* enqueue(1);
        yield* postpone(only(yield* take(NOON)), "busy", instant(NOON + 7));
        assert.deepStrictEqual(yield* next, Option.some(instant(NOON + 7)));
        assert.deepStrictEqual(yield* take(NOON + 6), []);
        assert.strictEqual(only(yield* take(NOON + 7)).attempt, 2);
      }),
    );

    it.effect("a parked task waits for an operator, who repeats it first in line with all its tries", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { postpone, next, repeat } = yield* Tasks;
        const { subject } = yield* enqueue(1);
        const task = only(yield* take(NOON));
        yield* postpone(task, "refused", undefined);
        assert.isTrue(Option.isNone(yield* next));
        assert.deepStrictEqual(yield* take(AFTER_ALL), []);
        const parked = yield* kept(task.key, subject.id);
        assert.strictEqual(parked?.status, "Parked");
        assert.strictEqual(parked?.lastError, "refused");
        assert.strictEqual(parked?.attempts, 1);
        yield* enqueue(3, NOON - 100);
        assert.isTrue(yield* repeat(task.key, NOON));
        const again = only(yield* take(NOON, 1));
        assert.strictEqual(again.key, task.key);
        assert.strictEqual(again.attempt, 1);
      }),
    );

    it.effect("a task that is done, or was never wanted, can't be repeated", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { finish, repeat } = yield* Tasks;
        yield* enqueue(1);
        const task = only(yield* take(NOON));
        yield* finish(task, NOON);
        assert.isFalse(yield* repeat(task.key, NOON));
        assert.isFalse(yield* repeat(newId(), NOON));
      }),
    );

    it.effect("a task that somebody is at is not given to a second worker by repeating it", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { finish, repeat } = yield* Tasks;
        yield* enqueue(1);
        const task = only(yield* take(NOON));
        assert.isTrue(yield* repeat(task.key, NOON));
        assert.deepStrictEqual(yield* take(NOON), []);
        yield* finish(task, NOON);
        assert.deepStrictEqual(yield* take(AFTER_ALL), []);
      }),
    );

    it.effect("an operator ends a task for good: it never runs, and says who ended it, when and why", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { drop, next, postpone, repeat } = yield* Tasks;
        const { subject, keys } = yield* enqueue(2);
        const [parked] = yield* take(NOON, 1);
        assert(parked !== undefined);
        yield* postpone(parked, "refused", undefined);
        for (const key of keys) {
          assert.strictEqual((yield* drop(key, ended(NOON + 5)))._tag, "Dropped");
          const record = yield* kept(key, subject.id);
          assert.strictEqual(record?.status, "Dropped");
          assert.deepStrictEqual(record?.dropped, ended(NOON + 5));
          assert.isFalse(yield* repeat(key, AFTER_ALL));
        }
        assert.strictEqual((yield* kept(parked.key, subject.id))?.lastError, "refused");
        assert.deepStrictEqual(yield* take(AFTER_ALL), []);
        assert.isTrue(Option.isNone(yield* next));
        const { list } = yield* Tasks;
        const dropped = yield* list({ subject: subject.id, status: "Dropped", limit: 10 });
        assert.deepStrictEqual(keysOf(dropped), [...keys].sort());
      }),
    );

    it.effect("R27 a dropped task that is wanted once more stays dropped", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { drop } = yield* Tasks;
        const { tasks, keys } = yield* enqueue(1);
        yield* drop(keys[0] ?? "", ended(NOON));
        yield* Store.use(({ commit }) => commit({ changes: [change(newSubject(), { tasks })] }));
        assert.deepStrictEqual(yield* take(AFTER_ALL), []);
      }),
    );

    it.effect(
      "a task that a worker is at can't be dropped until the lease has ended, and then the worker is late",
      () =>
        Effect.gen(function* () {
          yield* quiet;
          const { drop, finish, postpone } = yield* Tasks;
          const { subject } = yield* enqueue(1);
          const task = only(yield* take(NOON));
          const until = instant(NOON + LEASE);
          assert.deepStrictEqual(yield* drop(task.key, ended(NOON + LEASE - 1)), { _tag: "Leased", until });
          assert.strictEqual((yield* kept(task.key, subject.id))?.status, "Waiting");
          assert.strictEqual((yield* drop(task.key, ended(NOON + LEASE)))._tag, "Dropped");
          yield* finish(task, until);
          yield* postpone(task, "too late", NOON);
          assert.strictEqual((yield* kept(task.key, subject.id))?.status, "Dropped");
          assert.deepStrictEqual(yield* take(AFTER_ALL), []);
        }),
    );

    it.effect("what is over can't be dropped: the first word about its end stands", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { drop, finish } = yield* Tasks;
        const { subject, keys } = yield* enqueue(2);
        const [done] = yield* take(NOON, 1);
        assert(done !== undefined);
        yield* finish(done, NOON);
        const other = keys.find((key) => key !== done.key) ?? "";
        yield* drop(other, ended(NOON));
        const again = { ...ended(NOON + 9), reason: "another one" };
        const after = [yield* drop(done.key, again), yield* drop(other, again)];
        assert.deepStrictEqual(
          after.map((drop) => drop._tag === "Over" && drop.status),
          ["Done", "Dropped"],
        );
        assert.isUndefined((yield* kept(done.key, subject.id))?.dropped);
        assert.deepStrictEqual((yield* kept(other, subject.id))?.dropped, ended(NOON));
        assert.deepStrictEqual(yield* drop(newId(), again), { _tag: "Missing" });
      }),
    );

    it.effect("of workers and operators who reach for the same tasks at once, one gets each", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { drop } = yield* Tasks;
        const { keys } = yield* enqueue(30);
        const [drops, pages] = yield* Effect.all(
          [
            Effect.forEach(keys, (key) => drop(key, ended(NOON)), { concurrency: "unbounded" }),
            Effect.forEach(Array.from({ length: 10 }), () => take(NOON, 3), { concurrency: "unbounded" }),
          ],
          { concurrency: "unbounded" },
        );
        const dropped = keys.filter((_, at) => drops[at]?._tag === "Dropped");
        assert.deepStrictEqual(
          [...keysOf(pages.flat().concat(yield* take(NOON))), ...dropped].sort(),
          keys.sort(),
        );
      }),
    );

    it.effect("workers may take only some kinds", () =>
      Effect.gen(function* () {
        yield* quiet;
        const tasks = yield* Tasks;
        yield* enqueue(2);
        const digest = (): Task => ({ _tag: "SendDigest", day: "2026-09-21" });
        const { keys } = yield* enqueue(1, NOON, digest);
        const request = { now: NOON, limit: 10, lease: LEASE };
        assert.deepStrictEqual(keysOf(yield* tasks.take({ ...request, kinds: ["SendDigest"] })), keys);
        assert.deepStrictEqual(yield* tasks.take({ ...request, kinds: [] }), []);
        assert.lengthOf(yield* take(NOON), 2);
      }),
    );

    it.effect("of many who take at once, one gets each task", () =>
      Effect.gen(function* () {
        yield* quiet;
        const keys = (yield* Effect.forEach(Array.from({ length: 6 }), () => enqueue(20))).flatMap(
          (enqueued) => enqueued.keys,
        );
        const pages = yield* Effect.forEach(Array.from({ length: 40 }), () => take(NOON, 7), {
          concurrency: "unbounded",
        });
        assert.deepStrictEqual(keysOf(pages.flat().concat(yield* take(NOON, 200))), keys.sort());
      }),
    );

    it.effect("operators read the tasks of a subject, newest first, page by page", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { list, postpone } = yield* Tasks;
        const { subject, keys } = yield* enqueue(5);
        const newest = [...keys].reverse();
        const first = yield* list({ subject: subject.id, limit: 3 });
        const second = yield* list({ subject: subject.id, limit: 3, after: newest[2] ?? "" });
        assert.deepStrictEqual(
          [...first, ...second].map(({ key }) => key),
          newest,
        );
        const taken = yield* take(NOON, 1);
        yield* postpone(only(taken), "no", undefined);
        assert.deepStrictEqual(
          keysOf(yield* list({ subject: subject.id, status: "Parked", limit: 10 })),
          keysOf(taken),
        );
      }),
    );
  });
