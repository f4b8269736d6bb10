import { instant, PaymentReference, type Task, Tasks } from "@resale/core";
import { assert } from "chai";
import { Effect, Option } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { AFTER_ALL, NOON, newId } from "./changes.ts";
import { enqueue, kept, keysOf, LEASE, only, quiet, take } from "./outbox.ts";
import type { StoreLayer } from "./StoreLayer.ts";

const told = (payment: string): Task => ({
  _tag: "ReceiveChargeback",
  provider: "cards",
  payment: PaymentReference.make(payment),
  outcome: "Open",
});

const newsOf = (subject: string, ...keys: ReadonlyArray<string>) =>
  keys.map((key) => ({ key, subject, task: told(subject) }));

/** What every store promises of what providers tell, and of tasks that a worker gives back. */
export const toldTasksContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: told and given back`, store, (it) => {
    it.effect("R50 what was told is taken down once under its key, and done by a worker", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { add, finish, next } = yield* Tasks;
        const payment = newId();
        const [one, other] = [newId(), newId()];
        assert.strictEqual(yield* add(newsOf(payment, one, other), NOON), 2);
        assert.strictEqual(yield* add(newsOf(payment, one, newId()), instant(NOON + 5)), 1);
        assert.deepStrictEqual(yield* next, Option.some(NOON));
        const taken = yield* take(NOON);
        assert.deepStrictEqual(keysOf(taken), [one, other].sort());
        assert.deepStrictEqual(taken[0]?.task, told(payment));
        yield* Effect.forEach(taken, (task) => finish(task, NOON));
        assert.strictEqual(yield* add(newsOf(payment, one), NOON), 0);
        assert.strictEqual((yield* kept(one, payment))?.status, "Done");
        assert.strictEqual(yield* add([], NOON), 0);
      }),
    );

    it.effect("R50 of many who tell the same at once, one is the first", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { add } = yield* Tasks;
        const news = newsOf(newId(), newId(), newId());
        const added = yield* Effect.forEach(
          Array.from({ length: 12 }),
          (_, at) => add(at % 2 === 0 ? news : [...news].reverse(), NOON),
          { concurrency: "unbounded" },
        );
        assert.strictEqual(
          added.reduce((sum, count) => sum + count, 0),
          2,
        );
        assert.lengthOf(yield* take(NOON), 2);
      }),
    );

    it.effect("a task given back is free at once, as if nobody had taken it", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { release, finish } = yield* Tasks;
        yield* enqueue(3);
        const taken = yield* take(NOON);
        const [done, ...open] = taken;
        assert(done !== undefined);
        yield* finish(done, NOON);
        yield* release(taken, instant(NOON + 1));
        const again = yield* take(NOON + 1);
        assert.deepStrictEqual(keysOf(again), keysOf(open));
        assert.isTrue(again.every(({ attempt }) => attempt === 1));
        yield* release([], NOON);
      }),
    );

    it.effect("who has lost the lease gives nothing back", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { release } = yield* Tasks;
        yield* enqueue(1);
        const late = only(yield* take(NOON));
        const current = only(yield* take(NOON + LEASE));
        yield* release([late], instant(NOON + LEASE));
        assert.deepStrictEqual(yield* take(NOON + LEASE), []);
        assert.strictEqual(only(yield* take(AFTER_ALL)).attempt, current.attempt + 1);
      }),
    );
  });
