import { assert } from "@effect/vitest";
import { History, Store, type StoredSubject, Timers } from "@resale/core";
import { Writes } from "@resale/postgres";
import { change, following, NOON, newSubject, suite } from "@resale/testkit/contracts";
import { Deferred, Effect, Fiber } from "effect";
import { SqlClient } from "effect/sql";
import { drainPage } from "../src/drainPage.ts";
import { raisePositions } from "../src/migrations/raisePositions.ts";
import { freshStore } from "./database.ts";

const positions = (after: number) =>
  Effect.gen(function* () {
    const { all } = yield* History;
    return (yield* all(after, 1000)).map(({ position, subject }) => ({ position, id: subject.id }));
  });

suite("positions", freshStore(), (it) => {
  it.effect("R55 what is committed beside an older transaction is read after it, never before", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const { drain } = yield* Timers;
      const writes = yield* Writes;
      const [due, later] = [newSubject(), newSubject()];
      yield* commit({ changes: [change(due, { due: NOON })] });
      const start = (yield* positions(0)).at(-1)?.position ?? 0;
      const begun = yield* Deferred.make<void>();
      const end = yield* Deferred.make<void>();
      const old = yield* Effect.forkChild(
        writes.withTransaction(
          Effect.gen(function* () {
            yield* writes`select pg_current_xact_id()::text`;
            yield* Deferred.succeed(begun, undefined);
            yield* Deferred.await(end);
          }),
        ),
      );
      yield* Deferred.await(begun);
      yield* commit({ changes: [change(later)] });
      assert.strictEqual(yield* drain({ now: NOON, limit: 10, decide: (found) => following(found) }), 1);
      assert.deepStrictEqual(yield* positions(start), []);
      yield* Deferred.succeed(end, undefined);
      yield* Fiber.join(old);
      assert.deepStrictEqual(
        (yield* positions(start)).map(({ id }) => id),
        [later.id, due.id],
      );
    }),
  );

  it.effect("R55 positions go on growing where a dump was restored into a younger server", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const writes = yield* Writes;
      const subject = newSubject();
      yield* commit({ changes: [change(subject)] });
      const restored = 2 ** 45;
      yield* writes`update resale.events set position = ${restored}::float8::bigint where id = ${subject.id}`;
      yield* Effect.provideService(raisePositions, SqlClient.SqlClient, writes);
      const next = newSubject();
      yield* commit({ changes: [change(next)] });
      // Whatever else is under way on this server, in other databases as well, is waited for: nobody shall miss it.
      const shown = Effect.map(positions(restored), (all) => all.find(({ id }) => id === next.id));
      const seen = { until: (one: object | undefined) => one !== undefined, times: 500 };
      const found = yield* Effect.repeat(Effect.delay(shown, "20 millis"), seen);
      assert.isAbove(found?.position ?? 0, restored);
      const before = yield* writes`select base from resale.positions`;
      yield* Effect.provideService(raisePositions, SqlClient.SqlClient, writes);
      assert.deepStrictEqual(yield* writes`select base from resale.positions`, before);
    }),
  );

  it.effect("R55 a subject changed after a drain's transaction began is left to the next page", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const { drain } = yield* Timers;
      const { of } = yield* History;
      const writes = yield* Writes;
      const subject = newSubject();
      const request = { now: NOON, limit: 10, decide: (found: StoredSubject) => following(found) };
      yield* writes.withTransaction(
        Effect.gen(function* () {
          yield* writes`select pg_current_xact_id()::text`;
          yield* commit({ changes: [change(subject, { due: NOON })] });
          assert.strictEqual(yield* drainPage(writes, request, false), 0);
        }),
      );
      assert.strictEqual(yield* drain(request), 1);
      const [first, second] = yield* of(subject);
      assert.isAbove(second?.position ?? 0, first?.position ?? Number.POSITIVE_INFINITY);
    }),
  );
});
