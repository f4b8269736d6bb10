import { assert, layer } from "@effect/vitest";
import { Store, type SubjectRef } from "@resale/core";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Option, Tracer } from "effect";
import { freshStore } from "./database.ts";

/** Counts the statements that reach the database. */
const counting = () => {
  let statements = 0;
  const tracer = Tracer.make({
    span: (options) => {
      if (options.kind === "client") statements += 1;
      return new Tracer.NativeSpan(options);
    },
  });
  return { tracer, statements: () => statements };
};

const written = Effect.gen(function* () {
  const { commit } = yield* Store;
  const subjects: ReadonlyArray<SubjectRef> = Array.from({ length: 8 }, newSubject);
  yield* commit({ changes: subjects.map((subject) => change(subject)) });
  return subjects;
});

layer(freshStore(), { timeout: "60 seconds" })("readers who ask at the same time", (it) => {
  it.effect("share one statement, and each gets what they asked for", () =>
    Effect.gen(function* () {
      const { load } = yield* Store;
      const subjects = yield* written;
      const asked = [...subjects.map((subject) => [subject]), [...subjects].reverse(), [newSubject()], []];
      const { tracer, statements } = counting();
      const found = yield* Effect.forEach(asked, load, { concurrency: "unbounded" }).pipe(
        Effect.withTracer(tracer),
      );
      assert.deepStrictEqual(
        found.map((all) => all.map((one) => Option.getOrUndefined(one)?.subject)),
        [...subjects.map((subject) => [subject]), [...subjects].reverse(), [undefined], []],
      );
      assert.strictEqual(statements(), 1);
    }),
  );

  it.effect("R42 share one for a listing that many look at, and hear of a change at once", () =>
    Effect.gen(function* () {
      const { commit, scored } = yield* Store;
      const [subject = newSubject(), other = newSubject()] = yield* written;
      const look = Effect.forEach([subject, other, subject, newSubject()], scored, {
        concurrency: "unbounded",
      });
      const versions = Effect.map(look, (all) =>
        all.map((one) => Option.getOrUndefined(one)?.stored.version),
      );
      const { tracer, statements } = counting();
      assert.deepStrictEqual(yield* Effect.withTracer(versions, tracer), [1, 1, 1, undefined]);
      assert.strictEqual(statements(), 1);
      yield* commit({ changes: [change(subject, { expected: 1 })] });
      assert.deepStrictEqual(yield* versions, [2, 1, 2, undefined]);
    }),
  );
});
