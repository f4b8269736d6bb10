import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PgClient } from "@effect/sql-pg";
import { Context, Effect, Exit, Layer, Redacted, Scope } from "effect";
import { EmbeddedPostgres } from "../src/embedded/index.ts";

const settings = { fsync: "off", max_wal_senders: "4", hot_standby: "on" };

const connect = (url: Redacted.Redacted) =>
  Effect.map(
    Layer.build(PgClient.layer({ url, maxConnections: 2, applicationName: "overseer" })),
    Context.get(PgClient.PgClient),
  );

/** The first server's files as they are, with what a copy needs to become one that follows. */
const copy = Effect.fnUntraced(function* (sql: PgClient.PgClient, from: string, to: string, url: URL) {
  const cluster = join(to, "cluster");
  // Both calls have to come from one connection.
  const label = yield* Effect.scoped(
    Effect.gen(function* () {
      const connection = yield* sql.reserve;
      yield* connection.executeValues("select pg_backup_start('copy', true)", []);
      yield* Effect.sync(() => {
        mkdirSync(to);
        copyFileSync(join(from, "password"), join(to, "password"));
        execFileSync("cp", ["-Rp", join(from, "cluster"), cluster]);
        rmSync(join(cluster, "postmaster.pid"));
      });
      const [row] = yield* connection.executeValues("select labelfile from pg_backup_stop(false)", []);
      return String(row?.[0]);
    }),
  );
  const primary = `host=${url.hostname} port=${url.port} user=${url.username} password=${url.password} application_name=replica`;
  yield* Effect.sync(() => {
    const { uid, gid } = statSync(cluster);
    writeFileSync(join(cluster, "backup_label"), label);
    writeFileSync(join(cluster, "standby.signal"), "");
    for (const name of ["backup_label", "standby.signal"]) chownSync(join(cluster, name), uid, gid);
    appendFileSync(join(cluster, "postgresql.auto.conf"), `primary_conninfo = '${primary}'\n`);
    if (!existsSync(join(cluster, "backup_label"))) throw new Error("no label");
  });
});

/** Two servers: one that is written to, and one that follows it, which can be stopped and started again. */
export const startPair = Effect.gen(function* () {
  const home = yield* Effect.acquireRelease(
    Effect.sync(() => {
      const made = mkdtempSync(join(tmpdir(), "resale-replica-"));
      chmodSync(made, 0o755);
      return made;
    }),
    (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true })),
  );
  const from = join(home, "primary");
  const to = join(home, "replica");
  const { url } = yield* EmbeddedPostgres.make({ dataDir: from, settings });
  const primary = yield* connect(url);
  yield* copy(primary, from, to, new URL(Redacted.value(url)));
  const scope = yield* Scope.make();
  yield* Effect.addFinalizer(() => Scope.close(scope, Exit.void));
  const follower = yield* Scope.provide(EmbeddedPostgres.make({ dataDir: to, settings }), scope);
  return {
    url,
    readUrl: follower.url,
    primary,
    replica: yield* connect(follower.url),
    /** The replica is gone for good. */
    end: Scope.close(scope, Exit.void),
  };
});
