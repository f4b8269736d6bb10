import { assert, it } from "@effect/vitest";
import { sqlLayer, Writes } from "@resale/postgres";
import { testDatabase } from "@resale/postgres/testing";
import { Cause, Effect, Exit } from "effect";
import { SqlError } from "effect/sql";
import { inTransaction } from "../src/inTransaction.ts";

const database = Effect.map(testDatabase(), (url) => sqlLayer({ url }));

it.live("a transaction whose connection is cut fails, and is no defect", () =>
  Effect.gen(function* () {
    const exit = yield* Writes.use((sql) =>
      Effect.exit(inTransaction(sql, sql`select pg_terminate_backend(pg_backend_pid())`)),
    ).pipe(Effect.provide(yield* database));
    assert.isTrue(Exit.isFailure(exit) && !Cause.hasDies(exit.cause));
    const error = Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined;
    assert.isTrue(SqlError.isSqlError(error));
  }).pipe(Effect.scoped),
);

it.live("a mistake within a transaction stays one", () =>
  Effect.gen(function* () {
    const mistake = new Error("ours");
    const exit = yield* Writes.use((sql) => Effect.exit(inTransaction(sql, Effect.die(mistake)))).pipe(
      Effect.provide(yield* database),
    );
    assert.strictEqual(Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined, mistake);
  }).pipe(Effect.scoped),
);
