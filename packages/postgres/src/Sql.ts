import { PgClient } from "@effect/sql-pg";
import { Context, Duration, Effect, Layer, type Redacted } from "effect";
import { Reactivity } from "effect/reactivity";
import { type Migrator, SqlClient, type SqlError } from "effect/sql";
import { migrations } from "./migrations/index.ts";
import { migrate } from "./migrations/migrate.ts";
import { ReplicaReads } from "./replica/Replica.ts";

/** Where the database is, and how much of it to take. */
export interface SqlOptions {
  readonly url: Redacted.Redacted;
  /** A streaming replica of it: reads that may lag go there (see `docs/explanation/growth.md`). */
  readonly readUrl?: Redacted.Redacted | undefined;
  /** Connections that read, to each database; each is shared by many readers at once. 4, if not told. */
  readonly readConnections?: number;
  /** Connections that write, each for itself. 6, if not told. */
  readonly writeConnections?: number;
  /** A statement that takes longer is given up by the server. 15 seconds, if not told. */
  readonly statementTimeout?: Duration.Input;
  readonly applicationName?: string;
}

/** The connections that read. Statements of many callers share one: nobody may begin a transaction on it. */
export class Reads extends Context.Service<Reads, PgClient.PgClient>()("@resale/postgres/Reads") {}

/** The connections that write: no commit waits behind another on the same one. */
export class Writes extends Context.Service<Writes, PgClient.PgClient>()("@resale/postgres/Writes") {}

/** What building the layer may come to. */
export type SqlFailure = SqlError.SqlError | Migrator.MigrationError;

/**
 * What writes finds its rows by their keys, however small the tables are when its plan is made: a plan made for the
 * empty tables of a new shop would be kept while they fill.
 */
const BY_KEYS = {
  enable_seqscan: "off",
  enable_bitmapscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  plan_cache_mode: "force_generic_plan",
};

const pool = (
  options: SqlOptions,
  maxConnections: number,
  multiplex: boolean,
  planning: { readonly [Name in string]: string },
) =>
  PgClient.make({
    url: options.url,
    applicationName: options.applicationName ?? "resale",
    maxConnections,
    multiplex,
    keepAlive: "30 seconds",
    connectTimeout: "5 seconds",
    idleTimeout: "5 minutes",
    preparedStatementCacheSize: 300,
    maxMessageSize: 256 * 1024 * 1024,
    startupParameters: {
      statement_timeout: `${Duration.toMillis(options.statementTimeout ?? "15 seconds")}`,
      idle_in_transaction_session_timeout: "60000",
      jit: "off",
      ...planning,
      // How much of a word must be alike: one wrong or missing letter of six is forgiven.
      "pg_trgm.word_similarity_threshold": "0.45",
    },
  });

/** A connection for the migrations and one that keeps others from them, for as long as that takes and no longer. */
const migrated = Effect.fnUntraced(function* (options: SqlOptions) {
  const client = yield* PgClient.make({
    url: options.url,
    applicationName: `${options.applicationName ?? "resale"} migrations`,
    maxConnections: 2,
    connectTimeout: "5 seconds",
    startupParameters: { statement_timeout: "0" },
  });
  yield* Effect.provideService(migrate(migrations), SqlClient.SqlClient, client);
}, Effect.scoped);

const make = Effect.fnUntraced(function* (options: SqlOptions) {
  yield* migrated(options);
  const writes = yield* pool(options, options.writeConnections ?? 6, false, BY_KEYS);
  const reads = yield* pool(options, options.readConnections ?? 4, true, {});
  const services = Context.add(Context.make(Reads, reads), Writes, writes);
  if (options.readUrl === undefined) return services;
  const applicationName = `${options.applicationName ?? "resale"} on a replica`;
  const elsewhere = { ...options, url: options.readUrl, applicationName };
  const replica = yield* pool(elsewhere, options.readConnections ?? 4, true, {});
  return Context.add(services, ReplicaReads, replica) as typeof services;
});

/** Connections to a database that has all migrations: whoever is built on this sees its tables. */
export const layer = (options: SqlOptions): Layer.Layer<Reads | Writes, SqlFailure> =>
  Layer.effectContext(make(options)).pipe(Layer.provide(Reactivity.layer));
