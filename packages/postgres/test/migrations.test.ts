import { PgClient } from "@effect/sql-pg";
import { testDatabase } from "@resale/postgres/testing";
import { Context, Deferred, Effect, Fiber, Layer, type Redacted } from "effect";
import { SqlClient } from "effect/sql";
import { describe, expect, test } from "vitest";
import { indexConcurrently } from "../src/migrations/Migration.ts";
import { type Manners, type Migrations, migrate } from "../src/migrations/migrate.ts";
import { statements } from "../src/migrations/statements.ts";

const first: Migrations = {
  "0001_create_shelf": statements(
    "create table resale.positions (base bigint not null)",
    "create table resale.events (position bigint primary key)",
    "create table resale.shelf (piece int not null)",
    "insert into resale.shelf select n from generate_series(1, 100) n",
  ),
};

const manners: Manners = { patience: "40 millis", pause: "30 millis", tries: 200 };

const connect = (url: Redacted.Redacted, maxConnections: number) =>
  Effect.map(Layer.build(PgClient.layer({ url, maxConnections })), Context.get(PgClient.PgClient));

/** A database at the first migration, as a version of yesterday has left it. */
const shop = Effect.gen(function* () {
  const url = yield* testDatabase();
  const sql = yield* connect(url, 6);
  const bring = (migrations: Migrations, how = manners) =>
    Effect.provideService(migrate(migrations, how), SqlClient.SqlClient, sql);
  yield* bring(first);
  return { url, sql, bring };
});

/** A transaction that holds the shelf until it is told to end: a report, a backup. */
const holding = Effect.fnUntraced(function* (sql: PgClient.PgClient) {
  const begun = yield* Deferred.make<void>();
  const end = yield* Deferred.make<void>();
  const fiber = yield* Effect.forkScoped(
    sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`select count(*) from resale.shelf`;
        yield* Deferred.succeed(begun, undefined);
        yield* Deferred.await(end);
      }),
    ),
  );
  yield* Deferred.await(begun);
  return Effect.andThen(Deferred.succeed(end, undefined), Fiber.join(fiber));
});

const columns = (sql: PgClient.PgClient) =>
  Effect.map(
    sql<{ name: string }>`
      select attname::text as name from pg_attribute
      where attrelid = 'resale.shelf'::regclass and attnum > 0 order by attnum`,
    (rows) => rows.map(({ name }) => name),
  );

const widened: Migrations = {
  ...first,
  "0002_widen_shelf": statements("alter table resale.shelf add column colour text"),
};

describe("a migration beside those who are at work", () => {
  test("asks again and again for a table that others hold, keeps nobody for long, and is made in the end", async () => {
    const longest = await Effect.gen(function* () {
      const { sql, bring } = yield* shop;
      const release = yield* holding(sql);
      const migrating = yield* Effect.forkScoped(bring(widened));
      // Whoever reads while the migration waits for the table stands in line behind it.
      const waits: Array<number> = [];
      for (let read = 0; read < 40; read++) {
        const began = performance.now();
        yield* sql`select count(*) from resale.shelf`;
        waits.push(performance.now() - began);
        yield* Effect.sleep("5 millis");
      }
      expect(migrating.pollUnsafe()).toBeUndefined();
      expect(yield* columns(sql)).toEqual(["piece"]);
      yield* release;
      yield* Fiber.join(migrating);
      expect(yield* columns(sql)).toEqual(["piece", "colour"]);
      return Math.max(...waits);
    }).pipe(Effect.scoped, Effect.runPromise);
    // Forty milliseconds of patience, and a machine with other work: without it, readers wait for the transaction's end.
    expect(longest).toBeLessThan(2_000);
    expect(longest).toBeGreaterThan(10);
  });

  test("gives up after its tries, and has changed nothing", async () => {
    await Effect.gen(function* () {
      const { sql, bring } = yield* shop;
      const release = yield* holding(sql);
      const error = yield* Effect.flip(bring(widened, { ...manners, tries: 2 }));
      expect(error).toMatchObject({ cause: { reason: { _tag: "LockTimeoutError" } } });
      yield* release;
      expect(yield* columns(sql)).toEqual(["piece"]);
      const done = yield* sql`select migration_id::int as id from resale.migrations`;
      expect(done).toEqual([{ id: 1 }]);
      yield* bring(widened);
      expect(yield* columns(sql)).toEqual(["piece", "colour"]);
    }).pipe(Effect.scoped, Effect.runPromise);
  });

  test("builds an index while others go on writing, once among many processes", async () => {
    const indexed: Migrations = {
      ...first,
      "0002_index_shelf": indexConcurrently("shelf_piece", "resale.shelf (piece)"),
    };
    await Effect.gen(function* () {
      const { url, sql, bring } = yield* shop;
      const writing = yield* connect(url, 1);
      const begun = yield* Deferred.make<void>();
      const end = yield* Deferred.make<void>();
      // The build waits for a transaction that has written to its table; nobody waits for the build.
      const old = yield* Effect.forkScoped(
        writing.withTransaction(
          Effect.gen(function* () {
            yield* writing`insert into resale.shelf values (0)`;
            yield* Deferred.succeed(begun, undefined);
            yield* Deferred.await(end);
          }),
        ),
      );
      yield* Deferred.await(begun);
      const others = yield* Effect.forEach([1, 2, 3], () => connect(url, 2));
      const building = yield* Effect.forkScoped(
        Effect.all(
          [
            bring(indexed),
            ...others.map((client) =>
              Effect.provideService(migrate(indexed, manners), SqlClient.SqlClient, client),
            ),
          ],
          { concurrency: "unbounded" },
        ),
      );
      const isBuilding = sql`select 1 as found from pg_index where indexrelid = to_regclass('resale.shelf_piece')`;
      yield* Effect.repeat(isBuilding, { until: (rows) => rows.length > 0 });
      yield* sql`insert into resale.shelf values (101)`.pipe(Effect.timeout("2 seconds"));
      expect(building.pollUnsafe()).toBeUndefined();
      yield* Deferred.succeed(end, undefined);
      yield* Fiber.join(old);
      yield* Fiber.join(building);
      const made = yield* sql`
        select indisvalid from pg_index where indexrelid = to_regclass('resale.shelf_piece')`;
      expect(made).toEqual([{ indisvalid: true }]);
    }).pipe(Effect.scoped, Effect.runPromise);
  });

  test("builds an index anew that was cut off half-way", async () => {
    const unique = indexConcurrently("shelf_piece", "resale.shelf (piece)");
    await Effect.gen(function* () {
      const { sql, bring } = yield* shop;
      yield* sql`insert into resale.shelf values (1)`;
      // A unique index over what stands twice fails, and stays behind as one that is of no use.
      yield* Effect.flip(sql`create unique index concurrently shelf_piece on resale.shelf (piece)`);
      yield* bring({ ...first, "0002_index_shelf": unique });
      const made = yield* sql`
        select indisvalid, indisunique from pg_index where indexrelid = to_regclass('resale.shelf_piece')`;
      expect(made).toEqual([{ indisvalid: true, indisunique: false }]);
    }).pipe(Effect.scoped, Effect.runPromise);
  });
});
