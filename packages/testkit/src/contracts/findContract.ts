import { type Find, Store, type SubjectIndex } from "@resale/core";
import { assert } from "chai";
import { Effect } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { change, newId, newSubject } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";

const write = (index: Partial<SubjectIndex>, count: number, kind: Find["kind"] = "order") =>
  Effect.gen(function* () {
    const { commit } = yield* Store;
    const subjects = Array.from({ length: count }, () => newSubject(kind));
    for (const subject of subjects) yield* commit({ changes: [change(subject, { index })] });
    return subjects.map(({ id }) => id).reverse();
  });

const search = (query: Omit<Find, "limit">, limit = 100) =>
  Effect.gen(function* () {
    const { find } = yield* Store;
    return (yield* find({ ...query, limit })).map(({ subject }) => subject.id);
  });

/** What every store promises of finding subjects by their index: newest first, page by page. */
export const findContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: find`, store, (it) => {
    for (const field of ["seller", "buyer", "email", "tracking", "parent", "credit"] as const) {
      it.effect(`subjects are found by ${field}, newest first`, () =>
        Effect.gen(function* () {
          const value = newId();
          const ids = yield* write({ [field]: value }, 3);
          yield* write({ [field]: newId() }, 1);
          yield* write({ [field]: value }, 1, "checkout");
          assert.deepStrictEqual(yield* search({ kind: "order", [field]: value }), ids);
          assert.deepStrictEqual(yield* search({ kind: "order", [field]: newId() }), []);
        }),
      );
    }

    it.effect(
      "subjects are found by what has changed and what has not, where the caller says what it was",
      () =>
        Effect.gen(function* () {
          const { commit } = yield* Store;
          const [seller, buyer, other] = [newId(), newId(), newId()];
          const [id = ""] = yield* write({ seller }, 1);
          const sold = { index: { seller, buyer }, before: { seller } };
          yield* commit({ changes: [change({ kind: "order", id }, { expected: 1, ...sold })] });
          const same = { index: { seller, buyer }, before: { seller, buyer } };
          yield* commit({ changes: [change({ kind: "order", id }, { expected: 2, ...same })] });
          assert.deepStrictEqual(yield* search({ kind: "order", seller }), [id]);
          assert.deepStrictEqual(yield* search({ kind: "order", buyer }), [id]);
          const taken = { index: { seller, buyer: other }, before: { seller, buyer } };
          yield* commit({ changes: [change({ kind: "order", id }, { expected: 3, ...taken })] });
          assert.deepStrictEqual(yield* search({ kind: "order", buyer }), []);
          assert.deepStrictEqual(yield* search({ kind: "order", buyer: other }), [id]);
        }),
    );

    it.effect("R48 a subject is found by the gift card that paid its seller, from then on", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const [buyer, credit] = [newId(), newId()];
        const [id = ""] = yield* write({ buyer }, 1);
        const paid = { index: { buyer, credit }, before: { buyer } };
        yield* commit({ changes: [change({ kind: "order", id }, { expected: 1, ...paid })] });
        assert.deepStrictEqual(yield* search({ kind: "order", credit }), [id]);
        const on = { index: { credit }, before: { buyer, credit } };
        yield* commit({ changes: [change({ kind: "order", id }, { expected: 2, ...on })] });
        assert.deepStrictEqual(yield* search({ kind: "order", credit }), [id]);
        assert.deepStrictEqual(yield* search({ kind: "order", credit, buyer }), []);
        const unsaid = change({ kind: "order", id }, { expected: 3, index: { credit } });
        yield* commit({ changes: [unsaid] });
        assert.deepStrictEqual(yield* search({ kind: "order", credit }), [id]);
      }),
    );

    it.effect("subjects are found by one of several statuses, and by all that is named at once", () =>
      Effect.gen(function* () {
        const [seller, status] = [newId(), newId()];
        const open = yield* write({ seller, status }, 2);
        const closed = yield* write({ seller, status: `${status}-closed` }, 2);
        yield* write({ seller: newId(), status }, 1);
        const query = { kind: "order", seller } as const;
        assert.deepStrictEqual(yield* search({ ...query, status: [status] }), open);
        assert.deepStrictEqual(yield* search({ ...query, status: [status, `${status}-closed`] }), [
          ...closed,
          ...open,
        ]);
        assert.deepStrictEqual(yield* search({ ...query, status: [] }), []);
      }),
    );

    it.effect("subjects are found by an operator's task, or by any", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const [task, parent] = [newId(), newId()];
        const [waiting] = yield* write({ parent, operatorTasks: ["Stalled", task] }, 1);
        const [other] = yield* write({ parent, operatorTasks: ["DisputeDue"] }, 1);
        yield* write({ parent }, 1);
        assert.deepStrictEqual(yield* search({ kind: "order", operatorTask: task }), [waiting]);
        assert.deepStrictEqual(yield* search({ kind: "order", parent, operatorTask: "*" }), [other, waiting]);
        yield* commit({ changes: [change({ kind: "order", id: waiting ?? "" }, { expected: 1 })] });
        assert.deepStrictEqual(yield* search({ kind: "order", operatorTask: task }), []);
      }),
    );

    it.effect("pages follow one another without a gap, while subjects are changed and added", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const seller = newId();
        const ids = yield* write({ seller }, 11);
        const seen: Array<string> = [];
        let after: string | undefined;
        do {
          const page: ReadonlyArray<string> = yield* search(
            { kind: "order", seller, ...(after === undefined ? {} : { after }) },
            4,
          );
          seen.push(...page);
          assert.isAtMost(seen.length, 50, "the pages never end");
          after = page.length < 4 ? undefined : page.at(-1);
          const subject = { kind: "order", id: page[0] ?? "" } as const;
          yield* commit({ changes: [change(subject, { expected: 1, index: { seller } })] });
          yield* write({ seller }, 1);
        } while (after !== undefined);
        assert.deepStrictEqual(seen, ids);
      }),
    );
  });
