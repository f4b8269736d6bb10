import { Deliveries, instant, type LastAnswer, Subscriptions, type WebhookAnswer } from "@resale/core";
import { assert } from "chai";
import { Effect, Option } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { NOON, newSubject } from "./changes.ts";
import { spreadOne, standing, subscribed, takeDue } from "./subscriptions.ts";
import type { SubscriptionsLayer } from "./subscriptionsContract.ts";

const accepted: WebhookAnswer = { _tag: "Accepted", status: 204 };
const broken: WebhookAnswer = { _tag: "NoAnswer", reason: "cut, \u0000" };
const at = (later: number, number: number, answer: WebhookAnswer = accepted): LastAnswer => ({
  at: instant(NOON + later),
  number,
  answer,
});

/** What every store promises of deliveries: at least once, in order for each subject, no gap (R60). */
export const deliveriesContract = <E>(name: string, store: SubscriptionsLayer<E>): Contract =>
  contract(`${name}: Deliveries`, store, (it) => {
    it.effect("R60 what was noted is taken once, and again when the lease has ended", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const subject = newSubject();
        assert.isTrue(yield* spreadOne(subscription, subject, [3, 5], 0));
        const [first] = yield* takeDue(subscription);
        assert.deepStrictEqual(
          { subject: first?.subject, heard: first?.heard, wanted: first?.wanted, dueAt: first?.dueAt },
          { subject, heard: 2, wanted: 5, dueAt: instant(NOON + 1000) },
        );
        assert.lengthOf(yield* takeDue(subscription, NOON + 999), 0);
        const [second] = yield* takeDue(subscription, NOON + 1000);
        assert.isDefined(second);
        assert.notStrictEqual(second?.lease, first?.lease);
      }),
    );

    it.effect("R60 of many processes that move a subscription on, one does", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed({ position: 10 });
        const subjects = Array.from({ length: 12 }, () => newSubject());
        const moved = yield* Effect.forEach(
          subjects,
          (subject) => spreadOne(subscription, subject, [1, 1], 10, 20),
          { concurrency: "unbounded" },
        );
        assert.lengthOf(moved.filter(Boolean), 1);
        const kept = yield* standing(subscription);
        assert.deepStrictEqual(
          kept.map(({ subject }) => subject),
          subjects.filter((_, index) => moved[index]),
        );
        assert.strictEqual(
          Option.getOrThrow(yield* (yield* Subscriptions).get(subscription.id)).position,
          20,
        );
      }),
    );

    it.effect("R60 of many workers each takes other subjects", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const subjects = Array.from({ length: 20 }, () => newSubject());
        yield* (yield* Deliveries).spread({
          subscription: subscription.id,
          from: 0,
          to: 1,
          subjects: subjects.map((subject) => ({ subject, first: 1, last: 1 })),
          now: NOON,
        });
        const taken = (yield* Effect.forEach(
          Array.from({ length: 8 }),
          () => takeDue(subscription, NOON, 3),
          { concurrency: "unbounded" },
        )).flat();
        const rest = yield* takeDue(subscription, NOON, 100);
        const ids = [...taken, ...rest].map(({ subject }) => subject.id);
        assert.lengthOf(ids, 20);
        assert.strictEqual(new Set(ids).size, 20);
      }),
    );

    it.effect("R60 what was heard is noted number by number, and rests when all is heard", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const { heard } = yield* Deliveries;
        yield* spreadOne(subscription, newSubject(), [1, 2], 0);
        const [taken] = yield* takeDue(subscription);
        assert(taken !== undefined);
        assert.deepStrictEqual(yield* heard(taken, at(10, 1), 1000), Option.some(2));
        const [half] = yield* standing(subscription, true);
        assert.strictEqual(half?.heard, 1);
        assert.strictEqual(half?.dueAt, NOON + 1010);
        // More was noted while it was at it: it goes on.
        yield* spreadOne(subscription, taken.subject, [3, 3], 1);
        assert.deepStrictEqual(yield* heard(taken, at(20, 2), 1000), Option.some(3));
        assert.deepStrictEqual(yield* heard(taken, at(30, 3), 1000), Option.some(3));
        const [all] = yield* standing(subscription);
        assert.strictEqual(all?.heard, 3);
        assert.isUndefined(all?.dueAt);
        assert.deepStrictEqual(all?.last, at(30, 3));
        assert.lengthOf(yield* standing(subscription, true), 0);
        assert.deepStrictEqual(yield* heard(taken, at(40, 4), 1000), Option.none());
      }),
    );

    it.effect("R60 who has lost the lease can note nothing any more", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const { heard, postpone } = yield* Deliveries;
        yield* spreadOne(subscription, newSubject(), [1, 1], 0);
        const [late] = yield* takeDue(subscription);
        const [other] = yield* takeDue(subscription, NOON + 1000);
        assert(late !== undefined && other !== undefined);
        assert.deepStrictEqual(yield* heard(late, at(1001, 1), 1000), Option.none());
        yield* postpone(late, instant(NOON + 1), at(1001, 1, broken));
        const [kept] = yield* standing(subscription);
        assert.strictEqual(kept?.heard, 0);
        assert.strictEqual(kept?.failures, 0);
        assert.strictEqual(kept?.dueAt, NOON + 2000);
        assert.deepStrictEqual(yield* heard(other, at(1002, 1), 1000), Option.some(1));
      }),
    );

    it.effect("R60 tries in vain are counted from the first one, and forgotten when it is heard", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const { heard, postpone } = yield* Deliveries;
        yield* spreadOne(subscription, newSubject(), [1, 2], 0);
        for (const [tries, later] of [0, 50, 90].entries()) {
          const [taken] = yield* takeDue(subscription, NOON + later);
          assert(taken !== undefined);
          assert.strictEqual(taken.failures, tries);
          yield* postpone(taken, instant(NOON + later + 40), at(later, 1, broken));
          assert.lengthOf(yield* takeDue(subscription, NOON + later + 39), 0);
        }
        const [failing] = yield* standing(subscription);
        assert(failing !== undefined);
        assert.strictEqual(failing.failures, 3);
        assert.strictEqual(failing.failingSince, NOON);
        assert.deepStrictEqual(failing.last, at(90, 1, broken));
        // New events do not hurry one in trouble.
        yield* spreadOne(subscription, failing.subject, [3, 3], 1, 2, instant(NOON + 100));
        assert.lengthOf(yield* takeDue(subscription, NOON + 129), 0);
        const [again] = yield* takeDue(subscription, NOON + 130);
        assert(again !== undefined);
        assert.strictEqual(again.wanted, 3);
        yield* heard(again, at(131, 1), 1000);
        const [well] = yield* standing(subscription);
        assert.strictEqual(well?.failures, 0);
        assert.isUndefined(well?.failingSince);
      }),
    );

    it.effect("R60 given back without a try it is no try", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        yield* spreadOne(subscription, newSubject(), [1, 1], 0);
        const [taken] = yield* takeDue(subscription);
        assert(taken !== undefined);
        yield* (yield* Deliveries).postpone(taken, instant(NOON + 5));
        const [kept] = yield* standing(subscription);
        assert.strictEqual(kept?.failures, 0);
        assert.isUndefined(kept?.failingSince);
        assert.strictEqual(kept?.dueAt, NOON + 5);
      }),
    );

    it.effect("R60 what is told again goes back, and whoever is at it loses the lease", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const { heard } = yield* Deliveries;
        const subject = newSubject();
        yield* spreadOne(subscription, subject, [1, 6], 0);
        const [taken] = yield* takeDue(subscription);
        assert(taken !== undefined);
        yield* heard(taken, at(1, 4), 1000);
        // A page of the replay holds the first two only; the others follow.
        assert.isTrue(yield* spreadOne(subscription, subject, [1, 2], 1));
        assert.deepStrictEqual(yield* heard(taken, at(2, 5), 1000), Option.none());
        const [back] = yield* takeDue(subscription);
        assert.deepStrictEqual([back?.heard, back?.wanted], [0, 2]);
        yield* spreadOne(subscription, subject, [3, 6], 2);
        const [on] = yield* standing(subscription);
        assert.deepStrictEqual([on?.heard, on?.wanted], [0, 6]);
        assert(back !== undefined);
        assert.deepStrictEqual(yield* heard(back, at(3, 1), 1000), Option.some(6));
      }),
    );

    it.effect("R60 deliveries are listed page by page", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const { list, spread } = yield* Deliveries;
        const subjects = [
          newSubject("listing"),
          newSubject("order"),
          newSubject("order"),
          newSubject("desk"),
        ];
        yield* spread({
          subscription: subscription.id,
          from: 0,
          to: 1,
          subjects: subjects.map((subject) => ({ subject, first: 1, last: 1 })),
          now: NOON,
        });
        const query = { subscription: subscription.id, open: false, limit: 3 } as const;
        const first = yield* list(query);
        const after = first[2]?.subject;
        assert(after !== undefined);
        const second = yield* list({ ...query, after });
        const keys = [...first, ...second].map(({ subject: { kind, id } }) => `${kind}/${id}`);
        assert.deepStrictEqual(keys, subjects.map(({ kind, id }) => `${kind}/${id}`).sort());
      }),
    );

    it.effect("R60 the next moment is that of what is due first", () =>
      Effect.gen(function* () {
        const subscription = yield* subscribed();
        const early = instant(-1_000_000);
        yield* spreadOne(subscription, newSubject(), [1, 1], 0, 1, early);
        const { next } = yield* Deliveries;
        assert.deepStrictEqual(yield* next, Option.some(early));
        const disabled = { since: NOON, why: { _tag: "Gone" } } as const;
        yield* (yield* Subscriptions).change(subscription.id, { _tag: "Disable", disabled });
        assert.notDeepEqual(yield* next, Option.some(early));
      }),
    );
  });
