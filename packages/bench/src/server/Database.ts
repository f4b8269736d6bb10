import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedPostgres } from "@resale/postgres/embedded";
import { Effect, Exit, Redacted, Scope } from "effect";
import pg from "pg";

/** A database of one contestant: fresh, and dropped at the end. */
export interface Database {
  readonly url: string;
  /** Runs statements on a connection of their own. */
  readonly run: (...statements: ReadonlyArray<string>) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** The one server of all contestants. */
export interface DatabaseServer {
  readonly postgres: string;
  readonly fsync: string;
  readonly database: (name: string) => Promise<Database>;
  readonly close: () => Promise<void>;
}

const connected = async <A>(url: string, use: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

/** Drops a database as soon as its connections have gone; those that stay for seconds are ended. */
const dropWhenLeft = async (client: pg.Client, name: string): Promise<void> => {
  for (let tries = 0; tries < 50; tries++) {
    const { rows } = await client.query("select 1 from pg_stat_activity where datname = $1 limit 1", [name]);
    if (rows.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await client.query(`drop database if exists "${name}" with (force)`);
};

const embedded = async (): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const dataDir = mkdtempSync(join(tmpdir(), "resale-bench-"));
  const scope = await Effect.runPromise(Scope.make());
  // Room for contestants with many connections; all else, and above all `fsync`, is as a shop would run it.
  const settings = { max_connections: "200", shared_buffers: "512MB", max_wal_size: "4GB" };
  const server = await Effect.runPromise(Scope.provide(EmbeddedPostgres.make({ dataDir, settings }), scope));
  return {
    url: Redacted.value(server.url),
    close: async () => {
      await Effect.runPromise(Scope.close(scope, Exit.void));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** The server of `BENCH_DATABASE_URL`, or an embedded one in a folder that is removed at the end. */
export const startServer = async (): Promise<DatabaseServer> => {
  const given = process.env["BENCH_DATABASE_URL"];
  const { url, close } =
    given === undefined || given === "" ? await embedded() : { url: given, close: () => Promise.resolve() };
  const [postgres = "", fsync = ""] = await connected(url, async (client) => {
    const { rows } = await client.query<{ version: string; fsync: string }>(
      "select current_setting('server_version') as version, current_setting('fsync') as fsync",
    );
    return [rows[0]?.version, rows[0]?.fsync];
  });
  let number = 0;
  return {
    postgres,
    fsync,
    close,
    database: async (name) => {
      const unique = `bench_${name}_${process.pid}_${number++}`;
      await connected(url, (client) => client.query(`create database "${unique}" template template0`));
      const own = new URL(url);
      own.pathname = `/${unique}`;
      return {
        url: own.href,
        run: (...statements) =>
          connected(own.href, async (client) => {
            for (const statement of statements) await client.query(statement);
          }),
        drop: () => connected(url, (client) => dropWhenLeft(client, unique)),
      };
    },
  };
};
