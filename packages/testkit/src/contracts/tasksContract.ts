import { instant, Store, type Task, Tasks } from "@resale/core";
import { assert } from "chai";
import { Effect, Option } from "effect";
import { type Contract, contract, together } from "./Contract.ts";
import { AFTER_ALL, change, NOON, newId, newSubject } from "./changes.ts";
import { droppedTasksContract } from "./droppedTasksContract.ts";
import { enqueue, kept, keysOf, LEASE, only, quiet, take } from "./outbox.ts";
import type { StoreLayer } from "./StoreLayer.ts";
import { toldTasksContract } from "./toldTasksContract.ts";

/** What every store promises of its outbox: each task once by key, leased, and never lost. */
export const tasksContract = <E>(name: string, store: StoreLayer<E>): Contract => {
  const tasks = contract(`${name}: Tasks`, store, (it) => {
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
  return together(`${name}: Tasks`, droppedTasksContract(name, store), toldTasksContract(name, store), tasks);
};
