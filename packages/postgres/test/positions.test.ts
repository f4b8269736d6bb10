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

/** Where it stands, once it is shown: whatever else is under way on this server, in other databases as well, comes before. */
const positionOf = (subject: string, after = 0) => {
  const look = Effect.map(positions(after), (all) => all.findLast(({ id }) => id === subject)?.position ?? 0);
  return Effect.repeat(Effect.delay(look, "20 millis"), { until: (position) => position > 0, times: 500 });
};

suite("positions", freshStore(), (it) => {
  it.effect("R55 what is committed beside an older transaction is read after it, never before", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const { drain } = yield* Timers;
      const writes = yield* Writes;
      const [due, later] = [newSubject(), newSubject()];
      yield* commit({ changes: [change(due, { due: NOON })] });
      const start = yield* positionOf(due.id);
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
      yield* positionOf(due.id, start);
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
      assert.isAbove(yield* positionOf(next.id), restored);
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
