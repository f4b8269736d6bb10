import { assert, it } from "@effect/vitest";
import { Store } from "@resale/core";
import { PostgresStore, sqlLayer, Writes } from "@resale/postgres";
import { testDatabase } from "@resale/postgres/testing";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Layer } from "effect";

const STEPS = 20;

/** New subjects, and a step of each. */
const steps = Effect.gen(function* () {
  const { commit } = yield* Store;
  for (let step = 0; step < STEPS; step++) {
    const subject = newSubject();
    yield* commit({ changes: [change(subject)] });
    yield* commit({ changes: [change(subject, { expected: 1 })] });
  }
});

it.live("what was planned while the shop was empty finds a subject by its key when it has filled", () =>
  Effect.gen(function* () {
    const url = yield* testDatabase();
    const shop = Effect.gen(function* () {
      yield* steps;
      yield* Writes.use(
        (sql) => sql`
          insert into resale.subjects (kind, id, version, state, status, operator_tasks, created, position)
          select 'order', 'id' || n, 1, '{}', 'Open', '{}', n, 1 from generate_series(1, 5000) n`,
      );
      yield* steps;
    });
    yield* Effect.scoped(Effect.provide(shop, PostgresStore.layer({ url })));
    const read = Writes.use(
      (sql) => sql<{ read: number }>`
        select sum(idx_tup_read)::int as read from pg_stat_user_indexes
        where schemaname = 'resale' and relname = 'subjects'`,
    );
    const [told] = yield* Effect.provide(read, yield* Layer.build(sqlLayer({ url })));
    assert.isBelow(told?.read ?? Number.POSITIVE_INFINITY, 20 * STEPS);
  }).pipe(Effect.scoped),
);
