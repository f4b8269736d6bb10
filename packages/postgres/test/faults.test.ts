import { PgClient } from "@effect/sql-pg";
import { assert } from "@effect/vitest";
import { History, Store, type SubjectRef } from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { change, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Context, Effect, Layer, Schedule } from "effect";
import { migrated } from "./database.ts";

class Killer extends Context.Service<Killer, PgClient.PgClient>()("test/Killer") {}

const NAME = `victim-${newId()}`;

const store = Layer.unwrap(
  Effect.map(migrated, (url) =>
    Layer.merge(
      PostgresStore.layer({ url, applicationName: NAME, mostTogether: 8 }),
      Layer.effect(
        Killer,
        Effect.map(Layer.build(PgClient.layer({ url, maxConnections: 1 })), Context.get(PgClient.PgClient)),
      ),
    ),
  ),
);

/** Ends connections of the store at random, those at work among them. */
const killing = Effect.gen(function* () {
  const sql = yield* Killer;
  const rows = yield* sql<{ busy: boolean }>`
    select state = 'active' as busy, pg_terminate_backend(pid) as done
    from pg_stat_activity where application_name = ${NAME} and random() < 0.5`;
  return rows.filter(({ busy }) => busy).length;
});

/** So many commits lie between one ending and the next: on a slow machine, too, there is time to connect again. */
const BETWEEN = 6;

const persistently = (commit: ReturnType<Store["Service"]["commit"]>) =>
  Effect.retry(commit, {
    while: (error) => error._tag === "StoreUnavailable",
    schedule: Schedule.spaced("5 millis"),
  });

suite("connections that are ended in the middle of commits", store, (it) => {
  it.effect("R27 lose no commit and write none twice", () =>
    Effect.gen(function* () {
      const { commit } = yield* Store;
      const { of } = yield* History;
      let [busy, written] = [0, 0];
      const interfered = Effect.suspend(() =>
        ++written % BETWEEN === 0
          ? Effect.map(killing, (count) => {
              busy += count;
            })
          : Effect.void,
      );
      const subjects = Array.from({ length: 24 }, () => newSubject());
      const steps = Array.from({ length: 40 }, (_, expected) => expected);
      const write = (subject: SubjectRef) =>
        Effect.forEach(steps, (expected) =>
          Effect.andThen(persistently(commit({ changes: [change(subject, { expected })] })), interfered),
        );
      // A commit that was told not to be written is written again: had it been, this would meet another version.
      yield* Effect.forEach(subjects, write, { concurrency: "unbounded" });
      for (const subject of subjects) {
        const events = yield* Effect.retry(of(subject), Schedule.recurs(20));
        assert.deepStrictEqual(
          events.map(({ version }) => version),
          steps.map((expected) => expected + 1),
        );
      }
      assert.isAbove(busy, 0);
    }),
  );
});
