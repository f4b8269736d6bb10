import { instant, Store, Tasks } from "@resale/core";
import { assert } from "chai";
import { Effect, Option } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { AFTER_ALL, change, NOON, newId, newSubject } from "./changes.ts";
import { enqueue, kept, keysOf, LEASE, only, quiet, take } from "./outbox.ts";
import type { StoreLayer } from "./StoreLayer.ts";

/** The word of an operator who ends a task, with what no text column would take as it is. */
const ended = (at: number) =>
  ({
    by: { _tag: "Support", id: "sam" },
    reason: "the parcel was \\ lost \0 \ud800",
    at: instant(at),
  }) as const;

/** What every store promises of tasks that operators end: over for good, and known why. */
export const droppedTasksContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: dropped tasks`, store, (it) => {
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
  });
