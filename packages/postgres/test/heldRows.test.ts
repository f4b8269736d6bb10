import { assert } from "@effect/vitest";
import { Store } from "@resale/core";
import { Reads, Writes } from "@resale/postgres";
import { change, newSubject, suite } from "@resale/testkit/contracts";
import { Deferred, Effect, Fiber, Option, Result } from "effect";
import { freshStore } from "./database.ts";

/** Holds a subject's row while another commit comes for it, then leaves it changed by `step`. */
const heldBy = (id: string, step: string) =>
  Effect.gen(function* () {
    const reads = yield* Reads;
    const writes = yield* Writes;
    const { commit } = yield* Store;
    const held = yield* Deferred.make<void>();
    const commits = yield* Effect.forkChild(
      Effect.andThen(Deferred.await(held), () =>
        Effect.result(commit({ changes: [change({ kind: "order", id }, { expected: 1, state: "mine" })] })),
      ),
    );
    yield* writes.withTransaction(
      Effect.gen(function* () {
        yield* writes`update resale.subjects set ${writes.literal(step)} where id = ${id}`;
        yield* Deferred.succeed(held, undefined);
        // On another connection: a transaction sees activity as it was when it first looked.
        const waiting = reads`select 1 as one from pg_stat_activity
          where wait_event_type = 'Lock' and datname = current_database()`;
        yield* Effect.repeat(waiting, { until: (rows) => rows.length > 0 });
      }),
    );
    return yield* Fiber.join(commits);
  });

suite("a commit that waits for a row", freshStore(), (it) => {
  it.effect("is written when the row's version is still the one it expects", () =>
    Effect.gen(function* () {
      const { commit, load } = yield* Store;
      const subject = newSubject();
      yield* commit({ changes: [change(subject)] });
      assert.isTrue(Result.isSuccess(yield* heldBy(subject.id, "setbacks = setbacks + 1, due_at = 5")));
      const [found] = yield* load([subject]);
      assert.deepStrictEqual(found, Option.some({ subject, version: 2, state: "mine" }));
    }),
  );

  it.effect("is in conflict when the row has moved on", () =>
    Effect.gen(function* () {
      const { commit, load } = yield* Store;
      const subject = newSubject();
      yield* commit({ changes: [change(subject, { state: "first" })] });
      const result = yield* heldBy(subject.id, "version = version + 1");
      assert(Result.isFailure(result));
      assert.strictEqual(result.failure._tag, "VersionConflict");
      const [found] = yield* load([subject]);
      assert.deepStrictEqual(found, Option.some({ subject, version: 2, state: "first" }));
    }),
  );
});
