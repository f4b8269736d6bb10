import {
  cents,
  Deliveries,
  History,
  type Instant,
  instant,
  OrderId,
  Retention,
  Store,
  type Subscriptions,
  Tasks,
} from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer, Option } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { change, NOON, newId, newSubject } from "./changes.ts";
import { spreadOne, standing, subscribed, takeDue } from "./subscriptions.ts";

const DAY = 86_400_000;
const LONG_AFTER = NOON + 10_000 * DAY;
const at = (moment: number): Instant => instant(moment);

/** Forgets of each kind what was over by a moment. */
const forget = (moment: number, limit = 1_000) =>
  Retention.use((port) => {
    const until = at(moment);
    return port.forget({ until: { tasks: until, answers: until, deliveries: until }, limit });
  });

const taken = Effect.fnUntraced(function* (count: number) {
  const keys = Array.from({ length: count }, newId);
  const subject = newSubject();
  const tasks = keys.map(
    (key) => ({ key, task: { _tag: "BuyLabel", order: OrderId.make(newId()) } }) as const,
  );
  yield* Store.use(({ commit }) => commit({ changes: [change(subject, { tasks })] }));
  const leased = yield* Tasks.use(({ take }) => take({ now: NOON, limit: 1_000, lease: 1_000 }));
  return { subject, keys, leased: leased.filter(({ key }) => keys.includes(key)) };
});

const keysOf = ({ id }: { readonly id: string }) =>
  Effect.map(
    Tasks.use(({ list }) => list({ subject: id, limit: 1_000 })),
    (tasks) => tasks.map(({ key }) => key).sort(),
  );

const answer = (key: string, given: number) =>
  Store.use(({ commit }) =>
    commit({
      changes: [],
      answer: { scope: "retention", key, fingerprint: "f", answer: { key }, at: given },
    }),
  );

const isKept = (key: string) =>
  Effect.map(
    Store.use((port) => port.answer("retention", key)),
    Option.isSome,
  );

/** What every store promises of what has served its time. */
export const retentionContract = <E>(
  name: string,
  store: Layer.Layer<Retention | Store | Tasks | History | Subscriptions | Deliveries, E>,
): Contract =>
  contract(`${name}: Retention`, store, (it) => {
    it.effect("R27 a task that was done or dropped is forgotten from that moment on, the oldest first", () =>
      Effect.gen(function* () {
        const { subject, keys, leased } = yield* taken(3);
        const { finish, drop, postpone } = yield* Tasks;
        const [first, second, third] = leased;
        assert(first !== undefined && second !== undefined && third !== undefined, "three tasks are taken");
        yield* finish(first, at(NOON + 2));
        yield* finish(second, at(NOON + 1));
        yield* postpone(third, "in vain", undefined);
        yield* drop(third.key, { by: { _tag: "Support", id: "sam" }, reason: "in vain", at: at(NOON + 3) });
        yield* forget(NOON);
        assert.deepStrictEqual(
          yield* keysOf(subject),
          keys.toSorted(),
          "a task is forgotten before it is over",
        );
        assert.strictEqual((yield* forget(NOON + 3, 1)).tasks, 1, "more is forgotten than was asked for");
        assert.notInclude(yield* keysOf(subject), second.key, "the oldest stays");
        assert.strictEqual((yield* forget(NOON + 2)).tasks, 1);
        assert.deepStrictEqual(yield* keysOf(subject), [third.key]);
        assert.strictEqual((yield* forget(NOON + 3)).tasks, 1, "a task that was dropped stays");
        assert.deepStrictEqual(yield* keysOf(subject), []);
      }),
    );

    it.effect("R27 a task that waits, is leased or parked is never forgotten", () =>
      Effect.gen(function* () {
        const { subject, keys, leased } = yield* taken(3);
        const [waiting, parked] = leased;
        assert(waiting !== undefined && parked !== undefined, "three tasks are taken");
        const { postpone, repeat } = yield* Tasks;
        yield* postpone(waiting, "later", NOON);
        yield* postpone(parked, "never", undefined);
        yield* forget(LONG_AFTER);
        assert.deepStrictEqual(yield* keysOf(subject), keys.toSorted());
        assert.isTrue(yield* repeat(parked.key, at(NOON + DAY)));
      }),
    );

    it.effect("R56 an answer is kept until it is forgotten, and then its key is free", () =>
      Effect.gen(function* () {
        const key = newId();
        yield* answer(key, NOON);
        yield* forget(NOON - 1);
        assert.isTrue(yield* isKept(key), "an answer is forgotten too early");
        assert.strictEqual((yield* forget(NOON)).answers, 1);
        assert.isFalse(yield* isKept(key), "an answer stays");
        yield* answer(key, LONG_AFTER);
        assert.isTrue(yield* isKept(key));
      }),
    );

    it.effect("R60 what a subscriber heard to its end is forgotten, and goes on from there", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const subject = newSubject();
        yield* spreadOne(subscription, subject, [1, 2], 0);
        const { heard } = yield* Deliveries;
        const [delivery] = yield* takeDue(subscription);
        assert(delivery !== undefined, "a delivery is taken");
        const said = (number: number) => ({
          at: NOON,
          number,
          answer: { _tag: "Accepted", status: 204 } as const,
        });
        yield* heard(delivery, said(1), 1_000);
        yield* forget(LONG_AFTER);
        assert.lengthOf(yield* standing(subscription), 1, "what is still to be heard is forgotten");
        yield* heard(delivery, said(2), 1_000);
        yield* forget(NOON - 1);
        assert.lengthOf(yield* standing(subscription), 1, "a delivery is forgotten too early");
        yield* forget(NOON);
        assert.lengthOf(yield* standing(subscription), 0, "a delivery that was heard stays");
        yield* spreadOne(subscription, subject, [3, 3], 1);
        const [later] = yield* takeDue(subscription);
        assert.deepStrictEqual([later?.heard, later?.wanted, later?.failures], [2, 3, 0]);
      }),
    );

    it.effect("R53 R55 what happened, and the money that moved, stay for ever", () =>
      Effect.gen(function* () {
        const subject = newSubject();
        const { commit } = yield* Store;
        const { of, postingsOf } = yield* History;
        const posting = { account: "Cash", amount: cents(0) } as const;
        yield* commit({ changes: [change(subject, { at: 1, postings: [posting] })] });
        yield* forget(LONG_AFTER);
        assert.lengthOf(yield* of(subject), 1);
        assert.lengthOf(yield* postingsOf(subject.id), 1);
      }),
    );
  });
