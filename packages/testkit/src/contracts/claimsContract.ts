import { type KeptAnswer, Store } from "@resale/core";
import { assert } from "chai";
import { Effect, Option, Result } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { change, NOON, newId, newSubject } from "./changes.ts";
import type { StoreLayer } from "./StoreLayer.ts";

const newAnswer = (kept: Partial<KeptAnswer> = {}): KeptAnswer => ({
  scope: newId(),
  key: newId(),
  fingerprint: "sha256:1",
  answer: { order: newId() },
  at: NOON,
  ...kept,
});

/** What every store promises of what stands once: a unit's claim (R4) and the answer to a key (R56). */
export const claimsContract = <E>(name: string, store: StoreLayer<E>): Contract =>
  contract(`${name}: claims and answers`, store, (it) => {
    it.effect("R4 a unit that one listing claims is refused to another", () =>
      Effect.gen(function* () {
        const { commit, load } = yield* Store;
        const claim = newId();
        const [first, second, beside] = [newSubject("listing"), newSubject("listing"), newSubject("listing")];
        yield* commit({ changes: [change(first, { index: { claim } })] });
        const error = yield* Effect.flip(
          commit({ changes: [change(beside), change(second, { index: { claim } })] }),
        );
        assert(error._tag === "ClaimTaken");
        assert.strictEqual(error.claim, claim);
        assert.isTrue((yield* load([second, beside])).every(Option.isNone));
      }),
    );

    it.effect("R4 whoever claims a unit keeps it through later steps", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const claim = newId();
        const listing = newSubject("listing");
        yield* commit({ changes: [change(listing, { index: { claim } })] });
        yield* commit({ changes: [change(listing, { expected: 1, index: { claim, status: "Live" } })] });
      }),
    );

    it.effect("R4 a claim given up may be taken, also within the same commit", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const claim = newId();
        const [first, second, third] = [newSubject("listing"), newSubject("listing"), newSubject("listing")];
        yield* commit({ changes: [change(first, { index: { claim } })] });
        yield* commit({ changes: [change(first, { expected: 1 })] });
        yield* commit({ changes: [change(second, { index: { claim } })] });
        yield* commit({
          changes: [change(third, { index: { claim } }), change(second, { expected: 1 })],
        });
      }),
    );

    it.effect("R4 of many who claim one unit at once, one gets it", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const claim = newId();
        const results = yield* Effect.forEach(
          Array.from({ length: 20 }),
          () => Effect.result(commit({ changes: [change(newSubject("listing"), { index: { claim } })] })),
          { concurrency: "unbounded" },
        );
        const errors = results.flatMap((result) => (Result.isFailure(result) ? [result.failure._tag] : []));
        assert.deepStrictEqual(errors, Array(19).fill("ClaimTaken"));
      }),
    );

    it.effect("a claim that is taken does not fail the commits beside it", () =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const claim = newId();
        yield* commit({ changes: [change(newSubject("listing"), { index: { claim } })] });
        const results = yield* Effect.forEach(
          Array.from({ length: 30 }, (_, number) => number % 3 === 0),
          (claims) =>
            Effect.result(
              commit({ changes: [change(newSubject("listing"), claims ? { index: { claim } } : {})] }),
            ),
          { concurrency: "unbounded" },
        );
        assert.deepStrictEqual(
          results.map(Result.isFailure),
          results.map((_, number) => number % 3 === 0),
        );
      }),
    );

    it.effect("R56 an answer is kept with its commit, and found by its key", () =>
      Effect.gen(function* () {
        const { commit, answer } = yield* Store;
        const kept = newAnswer();
        assert.isTrue(Option.isNone(yield* answer(kept.scope, kept.key)));
        yield* commit({ changes: [change(newSubject())], answer: kept });
        assert.deepStrictEqual(yield* answer(kept.scope, kept.key), Option.some(kept));
        assert.isTrue(Option.isNone(yield* answer(newId(), kept.key)));
      }),
    );

    it.effect("R56 an answer may be kept without any change", () =>
      Effect.gen(function* () {
        const { commit, answer } = yield* Store;
        const kept = newAnswer();
        yield* commit({ changes: [], answer: kept });
        assert.deepStrictEqual(yield* answer(kept.scope, kept.key), Option.some(kept));
        const again = yield* Effect.flip(commit({ changes: [], answer: kept }));
        assert.strictEqual(again._tag, "AnswerKept");
      }),
    );

    it.effect("R56 a key that was answered writes nothing again, whatever has changed since", () =>
      Effect.gen(function* () {
        const { commit, load, answer } = yield* Store;
        const [subject, other] = [newSubject(), newSubject()];
        const kept = newAnswer();
        yield* commit({ changes: [change(subject)], answer: kept });
        const error = yield* Effect.flip(
          commit({ changes: [change(subject), change(other)], answer: { ...kept, fingerprint: "sha256:2" } }),
        );
        assert(error._tag === "AnswerKept");
        assert.strictEqual(error.key, kept.key);
        assert.isTrue((yield* load([other])).every(Option.isNone));
        assert.deepStrictEqual(yield* answer(kept.scope, kept.key), Option.some(kept));
      }),
    );

    it.effect("R56 a key is its actor's own", () =>
      Effect.gen(function* () {
        const { commit, answer } = yield* Store;
        const kept = newAnswer();
        const other = newAnswer({ key: kept.key, answer: "another" });
        yield* commit({ changes: [change(newSubject())], answer: kept });
        yield* commit({ changes: [change(newSubject())], answer: other });
        assert.deepStrictEqual(yield* answer(other.scope, other.key), Option.some(other));
      }),
    );

    it.effect("R56 of many with one key at once, one writes", () =>
      Effect.gen(function* () {
        const { commit, load } = yield* Store;
        const kept = newAnswer();
        const subjects = Array.from({ length: 20 }, () => newSubject());
        const results = yield* Effect.forEach(
          subjects,
          (subject) => Effect.result(commit({ changes: [change(subject)], answer: kept })),
          { concurrency: "unbounded" },
        );
        const errors = results.flatMap((result) => (Result.isFailure(result) ? [result.failure._tag] : []));
        assert.deepStrictEqual(errors, Array(19).fill("AnswerKept"));
        const loaded = yield* load(subjects);
        assert.deepStrictEqual(loaded.map(Option.isSome), results.map(Result.isSuccess));
      }),
    );
  });
