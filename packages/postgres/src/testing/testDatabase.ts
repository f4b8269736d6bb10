import { randomBytes } from "node:crypto";
import type { PgClient } from "@effect/sql-pg";
import { Effect, Redacted, type Scope } from "effect";
import type { SqlError } from "effect/sql";
import { inject } from "vitest";
import { administrator } from "./administrator.ts";
import type {} from "./globalSetup.ts";

/** What databases are copied from, made by the first test of a run that asks. */
export interface Template<E = never> {
  /** Tells templates of a run apart: small letters and digits. */
  readonly name: string;
  /** Fills the empty database at the URL and leaves no connection to it open. */
  readonly prepare: (url: Redacted.Redacted) => Effect.Effect<void, E>;
}

const at = (server: string, database: string): Redacted.Redacted => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return Redacted.make(url.href);
};

const ensureTemplate = Effect.fnUntraced(function* <E>(
  sql: PgClient.PgClient,
  server: string,
  name: string,
  { prepare }: Template<E>,
) {
  const [found] = yield* sql`select 1 from pg_database where datname = ${name}`;
  if (found !== undefined) return;
  const unfinished = `${name}_new`;
  yield* sql.unsafe(`drop database if exists "${unfinished}" with (force)`);
  yield* sql.unsafe(`create database "${unfinished}"`);
  yield* prepare(at(server, unfinished));
  yield* sql.unsafe(`alter database "${unfinished}" rename to "${name}"`);
});

/**
 * A database of its own on the run's server, dropped when the scope closes: empty, or a copy of a template.
 *
 * *When to use.* In every test that needs PostgreSQL, once a file. The project of the test needs `globalSetup` of this
 * folder; in this repository each package that names `@resale/postgres` has it.
 */
export const testDatabase = Effect.fn("testDatabase")(function* <E = never>(
  template?: Template<E>,
): Effect.fn.Return<Redacted.Redacted, E | SqlError.SqlError, Scope.Scope> {
  const { url, run } = inject("postgres");
  const sql = yield* administrator(url);
  const source = template === undefined ? "template0" : `${run}_template_${template.name}`;
  if (template !== undefined) {
    yield* Effect.acquireUseRelease(
      sql`select pg_advisory_lock(hashtext(${source}))`,
      () => ensureTemplate(sql, url, source, template),
      () => Effect.orDie(sql`select pg_advisory_unlock(hashtext(${source}))`),
    );
  }
  const name = `${run}_${randomBytes(6).toString("hex")}`;
  yield* Effect.acquireRelease(sql.unsafe(`create database "${name}" template "${source}"`), () =>
    Effect.orDie(sql.unsafe(`drop database if exists "${name}" with (force)`)),
  );
  return at(url, name);
});
