import { assert, describe, it } from "@effect/vitest";
import { type Commit, VersionConflict } from "@resale/core";
import { change, newId, newSubject } from "@resale/testkit/contracts";
import { Deferred, Effect, Exit, Fiber, Result } from "effect";
import { makeGroupCommit } from "../src/commit/GroupCommit.ts";
import type { Written } from "../src/commit/writeCommits.ts";

const OPTIONS = { writers: 1, fewest: 4, most: 10, mostWaiting: 100 };

/** A database that writes one batch each time it is let. */
const makeDatabase = Effect.gen(function* () {
  const batches: Array<ReadonlyArray<Commit>> = [];
  let gate = yield* Deferred.make<void>();
  const write = (commits: ReadonlyArray<Commit>): Effect.Effect<ReadonlyArray<Written>> =>
    Effect.suspend(() => {
      batches.push(commits);
      return Effect.as(
        Deferred.await(gate),
        commits.map(() => Exit.void),
      );
    });
  const letWrite = Effect.suspend(() => {
    const open = gate;
    gate = Deferred.makeUnsafe<void>();
    return Effect.andThen(Deferred.succeed(open, undefined), pause);
  });
  return { batches, write, letWrite };
});

const pause = Effect.callback<void>((resume) => {
  setImmediate(() => setImmediate(() => resume(Effect.void)));
});

const sizes = (batches: ReadonlyArray<ReadonlyArray<Commit>>) => batches.map((batch) => batch.length);
const one = (subject = newSubject()): Commit => ({ changes: [change(subject)] });

describe("commits that are gathered", () => {
  it.live("are written together, while the one before is on its way", () =>
    Effect.gen(function* () {
      const { batches, write, letWrite } = yield* makeDatabase;
      const commit = yield* makeGroupCommit(write, OPTIONS);
      const first = yield* Effect.forkChild(commit(one()));
      yield* pause;
      const others = yield* Effect.forEach(Array.from({ length: 25 }), () => Effect.forkChild(commit(one())));
      yield* pause;
      assert.deepStrictEqual(sizes(batches), [1]);
      for (const _ of [1, 2, 3, 4]) yield* letWrite;
      yield* Fiber.joinAll([first, ...others]);
      assert.deepStrictEqual(sizes(batches), [1, 10, 10, 5]);
    }).pipe(Effect.scoped),
  );

  it.live("are shared out among the writers, as far as each gets enough to be worth it", () =>
    Effect.gen(function* () {
      const { batches, write, letWrite } = yield* makeDatabase;
      const commit = yield* makeGroupCommit(write, { ...OPTIONS, writers: 3 });
      const fork = (count: number) =>
        Effect.forEach(Array.from({ length: count }), () => Effect.forkChild(commit(one())));
      const first = yield* fork(9);
      yield* pause;
      assert.deepStrictEqual(sizes(batches), [5, 4], "two have enough, a third would not");
      const few = yield* fork(3);
      yield* pause;
      assert.deepStrictEqual(sizes(batches), [5, 4], "three are too few while others are on their way");
      const more = yield* fork(1);
      yield* pause;
      assert.deepStrictEqual(sizes(batches), [5, 4, 4]);
      yield* letWrite;
      yield* Fiber.joinAll([...first, ...few, ...more]);
    }).pipe(Effect.scoped),
  );

  it.live("of a subject that is being written wait for that, and let the others pass", () =>
    Effect.gen(function* () {
      const { batches, write, letWrite } = yield* makeDatabase;
      const commit = yield* makeGroupCommit(write, { ...OPTIONS, writers: 2, fewest: 1 });
      const subject = newSubject();
      const first = yield* Effect.forkChild(commit(one(subject)));
      yield* pause;
      const second = yield* Effect.forkChild(commit(one(subject)));
      const other = yield* Effect.forkChild(commit(one()));
      yield* pause;

      assert.deepStrictEqual(sizes(batches), [1, 1]);
      assert.notDeepEqual(batches[1]?.[0]?.changes[0]?.subject, subject);
      yield* letWrite;
      yield* pause;
      assert.deepStrictEqual(batches[2]?.[0]?.changes[0]?.subject, subject);
      yield* letWrite;
      yield* Fiber.joinAll([first, second, other]);
    }).pipe(Effect.scoped),
  );

  it.live("never hold one subject, claim or key twice, and keep their order", () =>
    Effect.gen(function* () {
      const { batches, write, letWrite } = yield* makeDatabase;
      const commit = yield* makeGroupCommit(write, OPTIONS);
      const [a, b] = [newSubject(), newSubject()];
      const [claim, key] = [newId(), newId()];
      const answer = { scope: "s", key, fingerprint: "", answer: null, at: 0 };
      const wanted: ReadonlyArray<Commit> = [
        one(a),
        { changes: [change(a, { expected: 1 }), change(b)] },
        one(b),
        { changes: [change(newSubject(), { index: { claim } })] },
        { changes: [change(newSubject(), { index: { claim } })] },
        { changes: [], answer },
        { changes: [], answer },
      ];
      const fibers = yield* Effect.forEach(wanted, (each) => Effect.forkChild(commit(each)));
      yield* pause;
      for (const _ of [1, 2, 3]) yield* letWrite;
      yield* Fiber.joinAll(fibers);
      assert.deepStrictEqual(
        batches.map((batch) => batch.map((each) => wanted.indexOf(each))),
        [[0, 3, 5], [1, 4, 6], [2]],
      );
    }).pipe(Effect.scoped),
  );

  it.live("are told each for itself", () =>
    Effect.gen(function* () {
      const bad = one();
      const conflict = new VersionConflict({ subjects: [] });
      const commit = yield* makeGroupCommit(
        (commits) => Effect.succeed(commits.map((each) => (each === bad ? Exit.fail(conflict) : Exit.void))),
        OPTIONS,
      );
      const results = yield* Effect.forEach([one(), bad, one()], (each) => Effect.result(commit(each)), {
        concurrency: "unbounded",
      });
      assert.deepStrictEqual(results.map(Result.isFailure), [false, true, false]);
    }).pipe(Effect.scoped),
  );

  it.live("that nobody waits for any more are not written, unless they are on their way", () =>
    Effect.gen(function* () {
      const { batches, write, letWrite } = yield* makeDatabase;
      const commit = yield* makeGroupCommit(write, OPTIONS);
      const first = yield* Effect.forkChild(commit(one()));
      yield* pause;
      const given = yield* Effect.forkChild(commit(one()));
      yield* pause;
      yield* Fiber.interrupt(given);
      yield* letWrite;
      yield* Fiber.join(first);
      assert.deepStrictEqual(sizes(batches), [1]);
    }).pipe(Effect.scoped),
  );

  it.live("are refused when too many wait already", () =>
    Effect.gen(function* () {
      const { batches, write, letWrite } = yield* makeDatabase;
      const commit = yield* makeGroupCommit(write, { ...OPTIONS, mostWaiting: 3 });
      const first = yield* Effect.forkChild(commit(one()));
      yield* pause;
      const others = yield* Effect.forEach(Array.from({ length: 5 }), () =>
        Effect.forkChild(Effect.result(commit(one()))),
      );
      yield* pause;
      for (const _ of [1, 2]) yield* letWrite;
      yield* Fiber.join(first);
      const results = yield* Fiber.joinAll(others);
      assert.deepStrictEqual(results.map(Result.isFailure), [false, false, false, true, true]);
      assert.deepStrictEqual(sizes(batches), [1, 3]);
    }).pipe(Effect.scoped),
  );

  it.live("are all written before the store closes, and refused after", () =>
    Effect.gen(function* () {
      let written = 0;
      let late: ((commit: Commit) => Effect.Effect<void, { readonly _tag: string }>) | undefined;
      yield* Effect.scoped(
        Effect.gen(function* () {
          const commit = yield* makeGroupCommit((commits) => {
            written += commits.length;
            return Effect.as(
              Effect.sleep("5 millis"),
              commits.map(() => Exit.void),
            );
          }, OPTIONS);
          late = commit;
          for (const _ of Array.from({ length: 15 })) yield* Effect.forkDetach(commit(one()));
          yield* pause;
        }),
      );
      assert.strictEqual(written, 15);
      const error = yield* Effect.flip(late?.(one()) ?? Effect.void);
      assert.strictEqual(error._tag, "StoreUnavailable");
    }),
  );
});
