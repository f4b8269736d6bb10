import { assert } from "@effect/vitest";
import { instant, type LeasedTask, OrderId, Retention, Store, Tasks } from "@resale/core";
import { change, NOON, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { freshStore } from "./database.ts";

const DAY = 86_400_000;
const forget = (moment: number, limit = 1_000) =>
  Retention.use((port) => {
    const until = instant(moment);
    return port.forget({ until: { tasks: until, answers: until, deliveries: until }, limit });
  });

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

suite("retention by many at once", freshStore(), (it) => {
  it.effect("R56 several workers forget each row once, in pages, beside those who work", () =>
    Effect.gen(function* () {
      const { subject, taken } = yield* enqueue(200);
      yield* finish(taken.slice(0, 150), () => NOON);
      const keys = Array.from({ length: 150 }, newId);
      yield* Effect.forEach(keys, (key) => answer(key, NOON), { concurrency: "unbounded" });
      const worker = Effect.gen(function* () {
        const forgotten = { tasks: 0, answers: 0 };
        for (;;) {
          const page = yield* forget(NOON + DAY, 7);
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
      const left = yield* forget(NOON + DAY);
      assert.strictEqual(sum("tasks") + left.tasks, 150);
      assert.strictEqual(sum("answers") + left.answers, 150);
      assert.lengthOf(yield* keysOf(subject), 50);
    }),
  );
});
