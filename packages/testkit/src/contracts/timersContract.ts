import { type Change, instant, Store, type StoredSubject, type SubjectRef, Timers } from "@resale/core";
import { assert } from "chai";
import { Effect, Option, References } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { AFTER_ALL, change, following, NOON, newSubject } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";

const write = (due: number | null, count = 1) =>
  Effect.gen(function* () {
    const { commit } = yield* Store;
    const subjects = Array.from({ length: count }, () => newSubject());
    yield* Effect.forEach(subjects, (subject) => commit({ changes: [change(subject, { due })] }), {
      concurrency: 32,
    });
    return subjects;
  });

const versions = (subjects: ReadonlyArray<SubjectRef>) =>
  Effect.gen(function* () {
    const { load } = yield* Store;
    return (yield* load(subjects)).map((option) => Option.getOrUndefined(option)?.version);
  });

const rest = (subject: StoredSubject): Change => following(subject);

const drainAll = (now: number, decide: (subject: StoredSubject) => Change, limit = 50) =>
  Effect.gen(function* () {
    const { drain } = yield* Timers;
    let total = 0;
    for (;;) {
      const taken = yield* drain({ now: instant(now), limit, decide });
      total += taken;
      if (taken < limit) return total;
    }
  });

/** The store logs what it puts aside; here that is wanted. */
const silently = Effect.provideService(References.MinimumLogLevel, "None");

/** Lets everything rest that others have left in the database. */
const quiet = drainAll(AFTER_ALL, (subject) => following(subject, { events: 0, due: null }));

/** What every store promises of timers: each due subject once, whoever drains (R41). */
export const timersContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: Timers`, store, (it) => {
    it.effect("R41 what is due at the moment is taken; what is due a millisecond later is not", () =>
      Effect.gen(function* () {
        yield* quiet;
        const early = yield* write(NOON - 1);
        const exact = yield* write(NOON);
        const later = yield* write(NOON + 1);
        const never = yield* write(null);
        assert.strictEqual(yield* drainAll(NOON, rest), 2);
        assert.deepStrictEqual(yield* versions([...early, ...exact, ...later, ...never]), [2, 2, 1, 1]);
      }),
    );

    it.effect("what comes first is taken first, a page at a time", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { drain } = yield* Timers;
        const late = yield* write(NOON - 10);
        const soon = yield* write(NOON - 20);
        const sooner = yield* write(NOON - 30);
        assert.strictEqual(yield* drain({ now: NOON, limit: 2, decide: rest }), 2);
        assert.deepStrictEqual(yield* versions([...sooner, ...soon, ...late]), [2, 2, 1]);
        assert.strictEqual(yield* drain({ now: NOON, limit: 2, decide: rest }), 1);
      }),
    );

    it.effect("a decision is written whole: state, event, task, and the next due moment", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { next } = yield* Timers;
        const { load } = yield* Store;
        const [subject] = yield* write(NOON);
        assert(subject !== undefined);
        yield* drainAll(NOON, (found) => following(found, { state: { fired: true }, due: NOON + 5 }));
        const [loaded] = yield* load([subject]);
        assert.deepStrictEqual(loaded, Option.some({ subject, version: 2, state: { fired: true } }));
        assert.deepStrictEqual(yield* next, Option.some(instant(NOON + 5)));
        yield* drainAll(NOON + 5, rest);
        assert.isTrue(Option.isNone(yield* next));
      }),
    );

    it.effect("R41 of many who drain at once, one takes each due subject, once", () =>
      Effect.gen(function* () {
        yield* quiet;
        const subjects = yield* write(NOON, 300);
        const decided: Array<string> = [];
        const totals = yield* Effect.forEach(
          Array.from({ length: 8 }),
          () =>
            drainAll(
              NOON,
              (subject) => {
                decided.push(subject.subject.id);
                return rest(subject);
              },
              17,
            ),
          { concurrency: "unbounded" },
        );
        assert.strictEqual(
          totals.reduce((sum, total) => sum + total, 0),
          300,
        );
        assert.strictEqual(new Set(decided).size, 300);
        assert.deepStrictEqual(new Set(yield* versions(subjects)), new Set([2]));
      }),
    );

    it.effect("R41 a command and the clock race for a subject: each step follows the one before", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { commit } = yield* Store;
        const subjects = yield* write(NOON, 60);
        const [results] = yield* Effect.all(
          [
            Effect.forEach(
              subjects,
              (subject) => Effect.result(commit({ changes: [change(subject, { expected: 1 })] })),
              { concurrency: 8 },
            ),
            drainAll(NOON, rest, 7),
          ],
          { concurrency: "unbounded" },
        );
        assert.lengthOf(results, 60);
        assert.deepStrictEqual(yield* versions(subjects), Array(60).fill(2));
      }),
    );

    it.effect("a subject whose decision throws is put aside, and blocks no other", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { next } = yield* Timers;
        const [bad] = yield* write(NOON - 5);
        const good = yield* write(NOON, 5);
        assert(bad !== undefined);
        const decide = (subject: StoredSubject): Change => {
          if (subject.subject.id === bad.id) throw new Error("cannot decide");
          return rest(subject);
        };
        assert.strictEqual(yield* drainAll(NOON, decide, 3), 6);
        assert.deepStrictEqual(yield* versions(good), Array(5).fill(2));
        assert.deepStrictEqual(yield* versions([bad]), [1]);
        const again = Option.getOrThrow(yield* next);
        assert.isAbove(again, NOON);
        assert.strictEqual(yield* drainAll(NOON, decide), 0);
        assert.strictEqual(yield* drainAll(again, decide), 1);
        const later = Option.getOrThrow(yield* next);
        assert.isAbove(later - again, again - NOON);
        assert.strictEqual(yield* drainAll(later, rest), 1);
        assert.deepStrictEqual(yield* versions([bad]), [2]);
      }).pipe(silently),
    );

    it.effect("a decision that the store refuses is put aside as well", () =>
      Effect.gen(function* () {
        yield* quiet;
        const { commit } = yield* Store;
        const claim = newSubject().id;
        yield* commit({ changes: [change(newSubject("listing"), { index: { claim } })] });
        const [bad, good] = [...(yield* write(NOON - 5)), ...(yield* write(NOON))];
        assert(bad !== undefined && good !== undefined);
        yield* drainAll(NOON, (subject) =>
          following(subject, subject.subject.id === bad.id ? { index: { claim } } : {}),
        );
        assert.deepStrictEqual(yield* versions([bad, good]), [1, 2]);
      }).pipe(silently),
    );
  });
