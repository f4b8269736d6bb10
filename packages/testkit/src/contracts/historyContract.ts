import { cents, History, Store, type StoredEvent, type SubjectRef } from "@resale/core";
import { assert } from "chai";
import { Effect, Fiber } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { change, newId, newSubject } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";

const allFrom = (position: number) =>
  Effect.gen(function* () {
    const { all } = yield* History;
    const events: Array<StoredEvent> = [];
    for (;;) {
      const reached = events.at(-1)?.position ?? position;
      const page = yield* all(reached, 100);
      for (const event of page) assert.isAbove(event.position, reached, "an event is told a second time");
      events.push(...page);
      if (page.length === 0) return events;
    }
  });

/** So often is asked whether something is told at last: for some seconds. */
const PATIENCE = 5_000;

/**
 * Until a subject's events are told among all: who shares a server may be held up by a stranger's transaction, since what
 * that would write might come before.
 */
const untilTold = (subject: SubjectRef) =>
  Effect.gen(function* () {
    const { of, last } = yield* History;
    const own = (yield* of(subject)).at(-1)?.position ?? 0;
    for (let asked = 0; asked < PATIENCE; asked++) {
      if ((yield* last) >= own) return;
      yield* Effect.yieldNow;
    }
    assert.fail("what was committed is not told");
  });

/** Past all that others have left in the database. */
const end = Effect.gen(function* () {
  const marker = newSubject();
  yield* (yield* Store).commit({ changes: [change(marker)] });
  yield* untilTold(marker);
  return yield* (yield* History).last;
});

/** What every store promises of its events (R55) and its journal (R53). */
export const historyContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: History`, store, (it) => {
    it.effect("R55 a subject's events are numbered without gaps, and kept as they were written", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const { of } = yield* History;
        const subject = newSubject();
        const steps = [
          change(subject, { events: 2 }),
          change(subject, { expected: 2 }),
          change(subject, { expected: 3, events: 3 }),
        ];
        for (const step of steps) yield* commit({ changes: [step] });
        const events = yield* of(subject);
        assert.deepStrictEqual(
          events.map(({ version }) => version),
          [1, 2, 3, 4, 5, 6],
        );
        assert.deepStrictEqual(
          events.map(({ position: _, ...event }) => event),
          steps.flatMap((step) => step.events),
        );
        assert.deepStrictEqual(
          (yield* of(subject, 4)).map(({ version }) => version),
          [5, 6],
        );
        assert.deepStrictEqual(yield* of(newSubject()), []);
      }),
    );

    it.effect("R55 positions grow, over all subjects, and page by page", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const start = yield* end;
        const subjects = Array.from({ length: 7 }, () => newSubject());
        for (const subject of subjects) yield* commit({ changes: [change(subject, { events: 2 })] });
        for (const subject of subjects) yield* untilTold(subject);
        const events = yield* allFrom(start);
        assert.deepStrictEqual(
          events.map(({ subject, version }) => `${subject.id} ${version}`),
          subjects.flatMap(({ id }) => [`${id} 1`, `${id} 2`]),
        );
        const { all } = yield* History;
        assert.deepStrictEqual(yield* all(start, 3), events.slice(0, 3));
        assert.deepStrictEqual(yield* all(events[2]?.position ?? 0, 3), events.slice(3, 6));
      }),
    );

    it.effect("R55 who has passed a position misses nothing, however many write meanwhile", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const { all, of } = yield* History;
        const start = yield* end;
        const subjects = Array.from({ length: 60 }, () => newSubject());
        const writing = yield* Effect.forkChild(
          Effect.forEach(
            subjects,
            (subject) =>
              Effect.forEach([0, 1, 2, 3], (expected) =>
                commit({ changes: [change(subject, { expected }), change(newSubject(), { events: 2 })] }),
              ),
            { concurrency: 16 },
          ),
        );
        const read: Array<StoredEvent> = [];
        for (let written = false; ; ) {
          const page = yield* all(read.at(-1)?.position ?? start, 50);
          read.push(...page);
          if (page.length > 0) continue;
          if (written) break;
          yield* Effect.yieldNow;
          if (writing.pollUnsafe() === undefined) continue;
          for (const subject of subjects) yield* untilTold(subject);
          written = true;
        }
        yield* Fiber.join(writing);
        assert.deepStrictEqual(read, yield* allFrom(start));
        for (const subject of subjects) {
          const own = read.filter((event) => event.subject.id === subject.id);
          assert.deepStrictEqual(
            own.map(({ version }) => version),
            [1, 2, 3, 4],
          );
          assert.deepStrictEqual(own, yield* of(subject));
        }
      }),
    );

    it.effect("R53 the journal keeps every line of an order, by version", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const { postingsOf, postings, balances } = yield* History;
        const before = yield* balances;
        const orders = Array.from({ length: 3 }, () => newSubject()).sort((one, other) =>
          one.id < other.id ? -1 : 1,
        );
        for (const order of orders) {
          const paid = [
            { account: "Cash", amount: cents(10_800) },
            { account: "Held", amount: cents(-10_800) },
          ] as const;
          yield* commit({ changes: [change(order, { postings: paid })] });
        }
        const [first] = orders;
        assert(first !== undefined);
        const payout = [
          { account: "Held", amount: cents(8_000) },
          { account: "PayoutDue", amount: cents(-8_000) },
        ] as const;
        yield* commit({ changes: [change(first, { expected: 1, postings: payout })] });
        assert.deepStrictEqual(yield* postingsOf(first.id), [
          { order: first.id, version: 1, account: "Cash", amount: 10_800 },
          { order: first.id, version: 1, account: "Held", amount: -10_800 },
          { order: first.id, version: 2, account: "Held", amount: 8_000 },
          { order: first.id, version: 2, account: "PayoutDue", amount: -8_000 },
        ]);
        const after = yield* balances;
        const grown = (account: string) => (after.get(account) ?? 0) - (before.get(account) ?? 0);
        assert.strictEqual(grown("Cash"), 32_400);
        assert.strictEqual(grown("Held"), -24_400);
        assert.strictEqual(grown("PayoutDue"), -8_000);
        const page = yield* postings(undefined, 1_000_000);
        const own = page.filter(({ order }) => orders.some(({ id }) => id === order));
        assert.deepStrictEqual(
          own.map(({ order, version }) => `${order} ${version}`),
          orders.flatMap(({ id }, at) =>
            (at === 0 ? [1, 1, 2, 2] : [1, 1]).map((version) => `${id} ${version}`),
          ),
        );
      }),
    );

    it.effect("R55 the last position is the one after which nothing more is told", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const history = yield* History;
        const before = yield* history.last;
        const subject = { kind: "order", id: newId() } as const;
        yield* commit({ changes: [change(subject)] });
        yield* untilTold(subject);
        const after = yield* history.last;
        assert.isAbove(after, before);
        const told = yield* history.all(before, 1000);
        assert.isTrue(told.some(({ subject: { id } }) => id === subject.id));
        assert.strictEqual(told.at(-1)?.position, yield* history.last);
      }),
    );

    it.effect("R53 the journal is read order by order, each whole", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const { postings } = yield* History;
        const prefix = newId();
        const ids = ["1", "2", "3", "4", "5"].map((number) => `${prefix}-${number}`);
        for (const id of ids) {
          const lines = [
            { account: "Cash", amount: cents(1) },
            { account: "Tax", amount: cents(-1) },
          ] as const;
          yield* commit({ changes: [change({ kind: "order", id }, { postings: lines })] });
        }
        const twice = (from: number) => ids.slice(from, from + 2).flatMap((id) => [id, id]);
        assert.deepStrictEqual(
          (yield* postings(prefix, 2)).map(({ order }) => order),
          twice(0),
        );
        assert.deepStrictEqual(
          (yield* postings(ids[1], 2)).map(({ order }) => order),
          twice(2),
        );
      }),
    );
  });
