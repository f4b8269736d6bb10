import { History, Store, type StoredSubject, type SubjectRef } from "@resale/core";
import { assert } from "chai";
import { Effect, Option, Result } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { change, names, newId, newSubject } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";

const found = (subject: SubjectRef) =>
  Effect.flatMap(Store, (store) => store.load([subject])).pipe(
    Effect.flatMap(([first]) => Effect.fromOption(first ?? Option.none<StoredSubject>())),
    Effect.orDie,
  );

const missing = (subject: SubjectRef) =>
  Effect.map(
    Effect.flatMap(Store, (store) => store.load([subject])),
    ([first]) => first !== undefined && Option.isNone(first),
  );

/** What every store promises of commits: all or nothing, behind version checks, claims and kept answers. */
export const storeContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: Store`, store, (it) => {
    it.effect("a subject is found as it was written", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const subject = newSubject("listing");
        const state = { _tag: "Draft", nested: { list: [1, "two", null, true] }, price: 12_345 };
        yield* commit({ changes: [change(subject, { state, events: 2 })] });
        assert.deepStrictEqual(yield* found(subject), { subject, version: 2, state });
      }),
    );

    it.effect("any text survives: quotes, NUL, a lone surrogate, emoji", () =>
      Effect.gen(function* () {
        const { commit, find } = yield* Store;
        const text = `"\\u0000" \u0000 \ud800 \udfff \u{1f45c} '; drop table subjects; -- \\`;
        const subject = { kind: "listing" as const, id: `${newId()}${text}` };
        const seller = `${newId()}${text}`;
        yield* commit({ changes: [change(subject, { state: { [text]: text }, index: { seller } })] });
        assert.deepStrictEqual((yield* found(subject)).state, { [text]: text });
        const [first] = yield* find({ kind: "listing", seller, limit: 1 });
        assert.deepStrictEqual(first?.subject, subject);
      }),
    );

    it.effect("subjects come in the order asked for, with none where one does not exist", () =>
      Effect.gen(function* () {
        const { commit, load } = yield* Store;
        const [one, two, stranger] = [newSubject(), newSubject("checkout"), newSubject()];
        yield* commit({ changes: [change(one), change(two)] });
        const loaded = yield* load([two, stranger, one, two]);
        assert.deepStrictEqual(
          loaded.map((option) => Option.getOrUndefined(option)?.subject.id),
          [two.id, undefined, one.id, two.id],
        );
        assert.deepStrictEqual(yield* load([]), []);
      }),
    );

    it.effect("the same id of another kind is another subject", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const order = newSubject("order");
        yield* commit({ changes: [change(order)] });
        assert.isTrue(yield* missing({ kind: "listing", id: order.id }));
      }),
    );

    it.effect("a commit of several subjects is written whole, or not at all", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const [one, two, fresh] = [newSubject(), newSubject(), newSubject("checkout")];
        yield* commit({ changes: [change(one), change(two)] });
        yield* commit({ changes: [change(two, { expected: 1 })] });
        const stale = {
          changes: [change(one, { expected: 1 }), change(two, { expected: 1 }), change(fresh)],
        };
        const error = yield* Effect.flip(commit(stale));
        assert.strictEqual(error._tag, "VersionConflict");
        assert.strictEqual((yield* found(one)).version, 1);
        assert.strictEqual((yield* found(two)).version, 2);
        assert.isTrue(yield* missing(fresh));
        const { of } = yield* History;
        assert.lengthOf(yield* of(one), 1);
        assert.lengthOf(yield* of(fresh), 0);
      }),
    );

    it.effect("a conflict names exactly the subjects that were changed", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const [current, changed, existing, absent, fresh] = Array.from({ length: 5 }, () => newSubject()) as [
          SubjectRef,
          SubjectRef,
          SubjectRef,
          SubjectRef,
          SubjectRef,
        ];
        yield* commit({ changes: [change(current), change(changed, { events: 3 }), change(existing)] });
        const error = yield* Effect.flip(
          commit({
            changes: [
              change(current, { expected: 1 }),
              change(changed, { expected: 2 }),
              change(existing),
              change(absent, { expected: 1 }),
              change(fresh),
            ],
          }),
        );
        assert(error._tag === "VersionConflict");
        assert.deepStrictEqual(names(error.subjects), names([changed, existing, absent]));
      }),
    );

    it.effect("of many who change one subject at once, one wins", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const shared = newSubject();
        yield* commit({ changes: [change(shared)] });
        const rivals = Array.from({ length: 40 }, (_, number) => ({ number, own: newSubject("checkout") }));
        const results = yield* Effect.forEach(
          rivals,
          ({ number, own }) =>
            Effect.result(
              commit({ changes: [change(own), change(shared, { expected: 1, state: { number } })] }),
            ),
          { concurrency: "unbounded" },
        );
        const winners = rivals.filter((_, at) => {
          const result = results[at];
          return result !== undefined && Result.isSuccess(result);
        });
        assert.lengthOf(winners, 1);
        const [winner] = winners;
        assert.deepStrictEqual(yield* found(shared), {
          subject: shared,
          version: 2,
          state: { number: winner?.number ?? -1 },
        });
        for (const { number, own } of rivals) {
          assert.strictEqual(yield* missing(own), number !== winner?.number);
        }
      }),
    );

    it.effect("of many who create one subject at once, one wins and the others are told so", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const subject = newSubject("checkout");
        const results = yield* Effect.forEach(
          Array.from({ length: 20 }),
          () => Effect.result(commit({ changes: [change(subject)] })),
          { concurrency: "unbounded" },
        );
        const errors = results.flatMap((result) => (Result.isFailure(result) ? [result.failure] : []));
        assert.lengthOf(errors, 19);
        for (const error of errors) {
          assert(error._tag === "VersionConflict");
          assert.deepStrictEqual(error.subjects, [subject]);
        }
      }),
    );

    it.effect("a step without a fact leaves the version as it is", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const subject = newSubject();
        yield* commit({ changes: [change(subject)] });
        yield* commit({ changes: [change(subject, { expected: 1, events: 0, state: "other" })] });
        assert.deepStrictEqual(yield* found(subject), { subject, version: 1, state: "other" });
      }),
    );

    it.effect("a commit of nothing is nothing", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        yield* commit({ changes: [] });
      }),
    );

    it.effect("R42 a seller's score counts their published ratings", () =>
      Effect.gen(function* () {
        const { commit, scored } = yield* Store;
        const seller = newId();
        const [first, second, ofBrand] = [newSubject(), newSubject(), newSubject("listing")];
        const scoreOf = (subject: SubjectRef) =>
          Effect.map(scored(subject), (found) => Option.getOrThrow(found).score);
        yield* commit({
          changes: [
            change(first, { index: { seller, stars: 5 } }),
            change(second, { index: { seller, stars: 3 } }),
            change(newSubject(), { index: { seller } }),
            change(newSubject(), { index: { seller: newId(), stars: 1 } }),
            change(ofBrand, { index: { seller: null } }),
          ],
        });
        assert.deepStrictEqual(yield* scoreOf(first), { ratings: 2, stars: 8 });
        yield* commit({ changes: [change(second, { expected: 1, index: { seller, stars: null } })] });
        assert.deepStrictEqual(yield* scoreOf(first), { ratings: 1, stars: 5 });
        assert.deepStrictEqual(yield* scoreOf(ofBrand), { ratings: 0, stars: 0 });
        assert.isTrue(Option.isNone(yield* scored(newSubject("listing"))));
      }),
    );

    it.effect("what is looked at again is shown as it is now, also where its version stayed the same", () =>
      Effect.gen(function* () {
        const { commit, scored } = yield* Store;
        const listing = newSubject("listing");
        const look = Effect.map(scored(listing), (found) => Option.getOrThrow(found).stored);
        yield* commit({ changes: [change(listing, { state: "first" })] });
        const before = yield* look;
        assert.deepStrictEqual(yield* look, before);
        yield* commit({ changes: [change(listing, { expected: 1, events: 0, state: "mended" })] });
        assert.deepStrictEqual(yield* look, { subject: listing, version: 1, state: "mended" });
        yield* commit({ changes: [change(listing, { expected: 1, state: "second" })] });
        assert.deepStrictEqual(yield* look, { subject: listing, version: 2, state: "second" });
        assert.deepStrictEqual(before, { subject: listing, version: 1, state: "first" });
      }),
    );
  });
