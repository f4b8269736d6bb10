import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "@effect/vitest";
import { OrderId, Store, Tasks } from "@resale/core";
import { PostgresStore, Writes } from "@resale/postgres";
import { change, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Context, Effect, Layer, Option } from "effect";
import { describe, test } from "vitest";
import { EmbeddedPostgres } from "../src/embedded/index.ts";

const FULL = "/dev/full";

class Folder extends Context.Service<Folder, string>()("test/Folder") {}

/** A server of its own, whose files can be got at. */
const store = Layer.unwrap(
  Effect.gen(function* () {
    const home = yield* Effect.acquireRelease(
      Effect.sync(() => {
        const made = mkdtempSync(join(tmpdir(), "resale-full-"));
        chmodSync(made, 0o755);
        return made;
      }),
      (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true })),
    );
    const { url } = yield* EmbeddedPostgres.make({ dataDir: home, settings: { fsync: "off" } });
    return Layer.merge(
      PostgresStore.layer({ url, applicationName: "shop" }),
      Layer.succeed(Folder, join(home, "cluster")),
    );
  }),
);

/** Ends the store's connections, and waits for their end: who has a file open would go on writing to it. */
const reconnect = Effect.gen(function* () {
  const sql = yield* Writes;
  yield* Effect.ignore(sql`select pg_terminate_backend(pid, 20000) from pg_stat_activity
    where application_name = 'shop' and pid <> pg_backend_pid()`);
  yield* Effect.ignore(sql`select pg_terminate_backend(pg_backend_pid())`);
});

/** The next page of a table has no room on the disk: the system itself says so, for the table's file alone. */
const fill = Effect.fnUntraced(function* (table: string) {
  const sql = yield* Writes;
  const [found] = yield* sql<{ path: string }>`select pg_relation_filepath(${table}) as path`;
  const file = join(yield* Folder, found?.path ?? "");
  yield* reconnect;
  yield* Effect.sync(() => {
    unlinkSync(file);
    symlinkSync(FULL, file);
  });
  return Effect.andThen(
    Effect.sync(() => {
      unlinkSync(file);
      writeFileSync(file, "");
      chmodSync(file, 0o666);
    }),
    reconnect,
  );
});

const withTask = (subject = newSubject()) => ({
  subject,
  changes: [
    change(subject, {
      tasks: [{ key: newId(), task: { _tag: "BuyLabel", order: OrderId.make(subject.id) } }],
    }),
  ],
});

if (existsSync(FULL)) {
  suite("a disk without room", store, (it) => {
    it.effect(
      "R27 leaves no commit half written, is told as unavailable, and is forgotten when there is room",
      () =>
        Effect.gen(function* () {
          const { commit, load } = yield* Store;
          const { list } = yield* Tasks;
          const makeRoom = yield* fill("resale.tasks");
          const { subject, changes } = withTask();
          const error = yield* Effect.flip(commit({ changes }));
          assert.strictEqual(error._tag, "StoreUnavailable");
          assert.match(String("reason" in error && error.reason), /No space left on device.*53100/);
          assert.deepStrictEqual(yield* load([subject]), [Option.none()]);
          // What needs no room there is written all the while.
          const other = newSubject();
          yield* commit({ changes: [change(other)] });
          yield* makeRoom;
          yield* commit({ changes });
          const [found] = yield* load([subject]);
          assert.isTrue(Option.isSome(found ?? Option.none()));
          assert.lengthOf(yield* list({ limit: 10 }), 1);
        }),
    );
  });
} else {
  describe("a disk without room", () => {
    test.skip(`R27 is told as unavailable (this system has no ${FULL})`);
  });
}
