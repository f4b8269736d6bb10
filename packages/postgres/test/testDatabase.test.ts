import { Effect, type Redacted, Redacted as Secret } from "effect";
import { expect, inject, test } from "vitest";
import type {} from "../src/testing/globalSetup.ts";
import { testDatabase } from "../src/testing/index.ts";
import { sql } from "./ownerProcess.ts";

const use = (url: Redacted.Redacted, statement: string) =>
  Effect.promise(() => sql(Secret.value(url), statement));

const names = () => sql(inject("postgres").url, "select datname from pg_database");

test("each test database is empty, its own, and dropped in the end", async () => {
  const { first, second } = await Effect.gen(function* () {
    const first = yield* testDatabase();
    const second = yield* testDatabase();
    yield* use(first, "create table thing ()");
    yield* use(second, "create table thing ()");
    return { first, second };
  }).pipe(Effect.scoped, Effect.runPromise);
  const left = JSON.stringify(await names());
  for (const url of [first, second]) expect(left).not.toContain(new URL(Secret.value(url)).pathname.slice(1));
});

test("many that ask at once for the same template have it made once", async () => {
  let prepared = 0;
  const template = {
    name: "counted",
    prepare: (url: Redacted.Redacted) =>
      Effect.sync(() => {
        prepared += 1;
      }).pipe(Effect.andThen(use(url, "create table thing as select 1 as kept"))),
  };
  const ask = testDatabase(template).pipe(
    Effect.flatMap((url) => use(url, "select kept from thing")),
    Effect.scoped,
  );
  const kept = await Effect.runPromise(
    Effect.all(
      Array.from({ length: 5 }, () => ask),
      { concurrency: 5 },
    ),
  );
  expect(prepared).toBe(1);
  expect(kept).toEqual(Array.from({ length: 5 }, () => [{ kept: 1 }]));
});

test("a template that fails is made anew by the next who asks", async () => {
  const failing = { name: "repeated", prepare: () => Effect.fail("not yet") };
  const working = {
    name: "repeated",
    prepare: (url: Redacted.Redacted) => use(url, "create table thing ()"),
  };
  const outcome = await Effect.runPromise(Effect.scoped(Effect.flip(testDatabase(failing))));
  expect(outcome).toBe("not yet");
  await Effect.runPromise(Effect.scoped(testDatabase(working)));
});
