import { assert } from "@effect/vitest";
import { cents, Deliveries, History, instant, type LeasedTask, OrderId, Store, Tasks } from "@resale/core";
import { Retention } from "@resale/postgres";
import {
  change,
  NOON,
  newId,
  newSubject,
  spreadOne,
  standing,
  subscribed,
  suite,
  takeDue,
} from "@resale/testkit/contracts";
import { Effect, Layer, Option, Result } from "effect";
import { freshStore } from "./database.ts";

const DAY = 86_400_000;
const store = () => Layer.provideMerge(Retention.layer(), freshStore());

const forget = (now: number, limit = 1_000) =>
  Effect.flatMap(Retention, (retention) => retention.forget({ now: instant(now), limit }));

const enqueue = (count: number) =>
  Effect.gen(function* () {
    const keys = Array.from({ length: count }, newId);
    const subject = newSubject();
    const tasks = keys.map(
      (key) => ({ key, task: { _tag: "BuyLabel", order: OrderId.make(newId()) } }) as const,
    );
    yield* Store.use(({ commit }) => commit({ changes: [change(subject, { tasks })] }));
    const taken = yield* Tasks.use(({ take }) => take({ now: NOON, limit: count, lease: 1_000 }));
    assert.lengthOf(taken, count);
    return { subject, taken };
  });

const finish = (taken: ReadonlyArray<LeasedTask>, at: (index: number) => number) =>
  Effect.forEach(taken, (task, index) => Tasks.use((tasks) => tasks.finish(task, instant(at(index)))));

const keysOf = (subject: { readonly id: string }) =>
  Effect.map(
    Tasks.use(({ list }) => list({ subject: subject.id, limit: 1_000 })),
    (tasks) => tasks.map(({ key }) => key).sort(),
  );

const answer = (key: string, at: number) =>
  Store.use(({ commit }) =>
    commit({ changes: [], answer: { scope: "retention", key, fingerprint: "f", answer: { key }, at } }),
  );

const kept = (key: string) =>
  Effect.map(
    Store.use((port) => port.answer("retention", key)),
    Option.isSome,
  );

suite("retention", store(), (it) => {
  it.effect("R27 a task that was done goes after seven days, not a millisecond before", () =>
    Effect.gen(function* () {
      const { subject, taken } = yield* enqueue(3);
      yield* finish(taken, (index) => NOON + index - 1);
      const keys = taken.map(({ key }) => key);
      assert.strictEqual((yield* forget(NOON + 7 * DAY - 2)).tasks, 0);
      assert.deepStrictEqual(yield* forget(NOON + 7 * DAY - 1), { tasks: 1, answers: 0, deliveries: 0 });
      assert.deepStrictEqual(yield* keysOf(subject), keys.slice(1).sort());
      assert.strictEqual((yield* forget(NOON + 7 * DAY)).tasks, 1);
      assert.deepStrictEqual(yield* keysOf(subject), keys.slice(2));
      assert.strictEqual((yield* forget(NOON + 7 * DAY + 1)).tasks, 1);
      assert.deepStrictEqual(yield* keysOf(subject), []);
    }),
  );

  it.effect("a task that was dropped goes as one that was done", () =>
    Effect.gen(function* () {
      const { subject, taken } = yield* enqueue(1);
      const by = { _tag: "Support", id: "sam" } as const;
      for (const { key } of taken) {
        yield* Tasks.use(({ drop }) => drop(key, { by, reason: "in vain", at: instant(NOON + 1_000) }));
      }
      assert.strictEqual((yield* forget(NOON + 1_000 + 7 * DAY - 1)).tasks, 0);
      assert.lengthOf(yield* keysOf(subject), 1);
      assert.strictEqual((yield* forget(NOON + 1_000 + 7 * DAY)).tasks, 1);
      assert.deepStrictEqual(yield* keysOf(subject), []);
    }),
  );

  it.effect("R56 a kept answer answers until it is thirty days old, and then the key is free", () =>
    Effect.gen(function* () {
      const key = newId();
      yield* answer(key, NOON);
      assert.strictEqual((yield* forget(NOON + 30 * DAY - 1)).answers, 0);
      assert.isTrue(yield* kept(key));
      const again = yield* Effect.result(answer(key, NOON + 1));
      assert.strictEqual(Result.isFailure(again) && again.failure._tag, "AnswerKept");
      assert.strictEqual((yield* forget(NOON + 30 * DAY)).answers, 1);
      assert.isFalse(yield* kept(key));
      yield* answer(key, NOON + 30 * DAY);
      assert.isTrue(yield* kept(key));
    }),
  );

  it.effect(
    "R60 what a subscriber heard to its end is forgotten after thirty days, and goes on from there",
    () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const subject = newSubject();
        yield* spreadOne(subscription, subject, [1, 2], 0);
        const { heard } = yield* Deliveries;
        const [delivery] = yield* takeDue(subscription);
        assert(delivery !== undefined);
        const said = (number: number) => ({
          at: NOON,
          number,
          answer: { _tag: "Accepted", status: 204 } as const,
        });
        yield* heard(delivery, said(1), 1_000);
        yield* forget(NOON + 10_000 * DAY);
        assert.lengthOf(yield* standing(subscription), 1, "one is still to be heard");
        yield* heard(delivery, said(2), 1_000);
        yield* forget(NOON + 30 * DAY - 1);
        assert.lengthOf(yield* standing(subscription), 1);
        assert.strictEqual((yield* forget(NOON + 30 * DAY)).deliveries, 1);
        assert.lengthOf(yield* standing(subscription), 0);
        yield* spreadOne(subscription, subject, [3, 3], 1);
        const [later] = yield* takeDue(subscription);
        assert.deepStrictEqual([later?.heard, later?.wanted, later?.failures], [2, 3, 0]);
      }),
  );

  it.effect("R27 a task that waits, is leased or parked never goes", () =>
    Effect.gen(function* () {
      const { subject, taken } = yield* enqueue(3);
      const [waiting, parked] = taken;
      assert(waiting !== undefined && parked !== undefined);
      const { postpone } = yield* Tasks;
      yield* postpone(waiting, "later", NOON);
      yield* postpone(parked, "never", undefined);
      yield* forget(NOON + 10_000 * DAY);
      assert.deepStrictEqual(yield* keysOf(subject), taken.map(({ key }) => key).sort());
      const rest = yield* Tasks.use(({ take }) => take({ now: instant(NOON + DAY), limit: 10, lease: 1 }));
      yield* finish(rest, () => NOON);
      assert.isTrue(yield* Tasks.use(({ repeat }) => repeat(parked.key, instant(NOON + DAY))));
    }),
  );

  it.effect("R53 R55 what happened, and the money that moved, stay for ever", () =>
    Effect.gen(function* () {
      const subject = newSubject();
      const { commit } = yield* Store;
      const { of, postingsOf } = yield* History;
      const posting = { account: "Cash", amount: cents(0) } as const;
      yield* commit({ changes: [change(subject, { at: 1, postings: [posting] })] });
      yield* forget(NOON + 10_000 * DAY);
      assert.lengthOf(yield* of(subject), 1);
      assert.lengthOf(yield* postingsOf(subject.id), 1);
    }),
  );
});

suite("retention by many at once", store(), (it) => {
  it.effect("R56 several workers forget each row once, in pages, beside those who work", () =>
    Effect.gen(function* () {
      const { subject, taken } = yield* enqueue(200);
      yield* finish(taken.slice(0, 150), () => NOON);
      const keys = Array.from({ length: 150 }, newId);
      yield* Effect.forEach(keys, (key) => answer(key, NOON), { concurrency: "unbounded" });
      const worker = Effect.gen(function* () {
        const forgotten = { tasks: 0, answers: 0 };
        for (;;) {
          const page = yield* forget(NOON + 31 * DAY, 7);
          assert.isAtMost(page.tasks, 7);
          assert.isAtMost(page.answers, 7);
          forgotten.tasks += page.tasks;
          forgotten.answers += page.answers;
          if (page.tasks + page.answers === 0) return forgotten;
        }
      });
      const others = Effect.forEach(keys, () => answer(newId(), NOON + 2 * DAY), { concurrency: 8 });
      const working = finish(taken.slice(150), () => NOON + 30 * DAY);
      const workers = Effect.all(
        Array.from({ length: 5 }, () => worker),
        { concurrency: "unbounded" },
      );
      const [forgotten] = yield* Effect.all([workers, others, working], { concurrency: "unbounded" });
      const sum = (of: "tasks" | "answers") => forgotten.reduce((total, one) => total + one[of], 0);
      const left = yield* forget(NOON + 31 * DAY);
      assert.strictEqual(sum("tasks") + left.tasks, 150);
      assert.strictEqual(sum("answers") + left.answers, 150);
      assert.lengthOf(yield* keysOf(subject), 50);
    }),
  );
});
