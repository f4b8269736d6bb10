import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Effect, Exit, Redacted, Scope } from "effect";
import { EmbeddedPostgres } from "../embedded/index.ts";
import { administrator } from "./administrator.ts";

/** The PostgreSQL server of one run of tests, as the tests are told of it. */
export interface TestServer {
  /** Of an account that may create databases. */
  readonly url: string;
  /** Prefix of all databases of this run. */
  readonly run: string;
}

const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

const embedded = Effect.gen(function* () {
  const dataDir = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "resale-tests-"))),
    (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true })),
  );
  const { url } = yield* EmbeddedPostgres.make({ dataDir, settings: FAST });
  return Redacted.value(url);
});

const dropAll = Effect.fnUntraced(function* (run: string, url: string) {
  const sql = yield* administrator(url);
  const found = yield* sql<{
    datname: string;
  }>`select datname from pg_database where starts_with(datname, ${run})`;
  for (const { datname } of found) yield* sql.unsafe(`drop database if exists "${datname}" with (force)`);
}, Effect.scoped);

/**
 * The server for a run of tests: that of `TEST_DATABASE_URL`, from which the run's databases are removed at the end,
 * or an embedded one that is quick because a loss of power may cost it everything.
 */
export const testServer: Effect.Effect<TestServer, unknown, Scope.Scope> = Effect.gen(function* () {
  const run = `test_${randomBytes(4).toString("hex")}`;
  const given = process.env["TEST_DATABASE_URL"];
  if (given === undefined || given === "") return { url: yield* embedded, run };
  yield* Effect.addFinalizer(() => Effect.ignore(dropAll(run, given)));
  return { url: given, run };
});

/** Starts the server; `close` ends what was started. */
export const startTestServer = async (): Promise<TestServer & { readonly close: () => Promise<void> }> => {
  const scope = await Effect.runPromise(Scope.make());
  const close = () => Effect.runPromise(Scope.close(scope, Exit.void));
  try {
    return { ...(await Effect.runPromise(Scope.provide(testServer, scope))), close };
  } catch (error) {
    await close();
    throw error;
  }
};
