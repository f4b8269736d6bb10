import { PgClient } from "@effect/sql-pg";
import { sqlLayer, Writes } from "@resale/postgres";
import { testDatabase } from "@resale/postgres/testing";
import { Effect, Layer } from "effect";
import { SqlClient } from "effect/sql";
import { describe, expect, test } from "vitest";
import { migrations } from "../src/migrations/index.ts";
import { migrate } from "../src/migrations/migrate.ts";
import { schemaOf } from "./schemaOf.ts";

describe("migrations", () => {
  test("make the schema that is committed beside them", async () => {
    const schema = await Effect.gen(function* () {
      const url = yield* testDatabase();
      const services = yield* Layer.build(sqlLayer({ url }));
      return yield* Effect.provide(schemaOf, services);
    }).pipe(Effect.scoped, Effect.runPromise);
    await expect(schema).toMatchFileSnapshot("../schema.sql");
  });

  test("are run once by many processes that start at the same time", async () => {
    const applied = await Effect.gen(function* () {
      const url = yield* testDatabase();
      const start = Effect.scoped(
        Effect.gen(function* () {
          const services = yield* Layer.build(PgClient.layer({ url, maxConnections: 2 }));
          yield* Effect.provide(migrate(migrations), services);
        }),
      );
      yield* Effect.all(
        Array.from({ length: 8 }, () => start),
        { concurrency: "unbounded" },
      );
      const services = yield* Layer.build(PgClient.layer({ url, maxConnections: 1 }));
      const sql = SqlClient.SqlClient.use(
        (client) => client`
        select migration_id::int as id from resale.migrations order by migration_id`,
      );
      return yield* Effect.provide(sql, services);
    }).pipe(Effect.scoped, Effect.runPromise);
    expect(applied).toEqual(Object.keys(migrations).map((name) => ({ id: Number.parseInt(name, 10) })));
  });

  test("change nothing where they have run", async () => {
    await Effect.gen(function* () {
      const url = yield* testDatabase();
      for (const _ of [1, 2]) yield* Effect.scoped(Layer.build(sqlLayer({ url })));
      const services = yield* Layer.build(sqlLayer({ url }));
      const base = Writes.use((sql) => sql`select base::int as base from resale.positions`);
      expect(yield* Effect.provide(base, services)).toEqual([{ base: 0 }]);
    }).pipe(Effect.scoped, Effect.runPromise);
  });
});
