import { PgClient } from "@effect/sql-pg";
import { testDatabase } from "@resale/postgres/testing";
import { Effect, Layer, Redacted, type Scope } from "effect";
import { SqlClient } from "effect/sql";
import { describe, expect, test } from "vitest";
import { aSale, emptyDatabase, openShop } from "./shop.ts";
import { type } from "./typed.ts";

const at = (url: Redacted.Redacted) => {
  const resale = (...args: ReadonlyArray<string>) => type([...args, "--database-url", Redacted.value(url)]);
  const sql = (statement: string) =>
    Effect.scoped(
      Effect.gen(function* () {
        const services = yield* Layer.build(PgClient.layer({ url, maxConnections: 1 }));
        return yield* Effect.provide(
          SqlClient.SqlClient.use((client) => client.unsafe(statement)),
          services,
        );
      }),
    );
  return { resale, sql };
};

const play = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>) => Effect.runPromise(Effect.scoped(effect));

interface Status {
  readonly made: ReadonlyArray<string>;
  readonly pending: ReadonlyArray<string>;
  readonly applied: ReadonlyArray<unknown>;
}

describe("resale migrate", () => {
  test("makes what is missing, once among many processes, and says what it made", () =>
    play(
      Effect.gen(function* () {
        const { resale } = at(yield* testDatabase());
        const before = yield* resale("migrate", "--status");
        expect(before.code).toBe(1);
        expect(before.out).toContain("0001_create_subjects  pending");
        const runs = yield* Effect.forEach([1, 2, 3, 4], () => resale("migrate", "--json"), {
          concurrency: "unbounded",
        });
        expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
        const [status] = (runs[0]?.json() ?? []) as ReadonlyArray<Status>;
        expect(status?.pending).toEqual([]);
        expect(status?.applied.length).toBeGreaterThan(9);
        const again = yield* resale("migrate");
        expect(again.out).toMatch(/^Nothing to do: the database has all \d+ migrations, the last one \d{4}_/);
        expect((yield* resale("migrate", "--status")).code).toBe(0);
      }),
    ));

  test("is a command of its own: no other one brings a database up to date, or down", () =>
    play(
      Effect.gen(function* () {
        const { resale, sql } = at(yield* emptyDatabase);
        const [last] = yield* sql(
          "delete from resale.migrations where migration_id = (select max(migration_id) from resale.migrations) returning name",
        );
        const behind = yield* resale("verify");
        expect(behind.code).toBe(2);
        expect(behind.err).toMatch(
          /^The database lacks 1 migration \(\d{4}_\w+\)\. Bring it up to date first: resale migrate$/,
        );
        expect(behind.err).toContain(String((last as { name: string }).name));
        yield* sql("insert into resale.migrations (migration_id, name) values (9998, 'of_tomorrow')");
        const ahead = yield* resale("verify");
        expect([ahead.code, ahead.err]).toEqual([2, expect.stringContaining("9998_of_tomorrow")]);
        expect((yield* resale("migrate", "--status")).out).toContain("not known to this version");
      }),
    ));
});

describe("resale seed", () => {
  test("fills a database through the doors that everybody uses: all of it is verified, nobody is written to", () =>
    play(
      Effect.gen(function* () {
        const { resale } = at(yield* testDatabase());
        const first = yield* resale("seed", "--listings", "70", "--progress");
        expect([first.code, first.out]).toEqual([0, expect.stringMatching(/^70 pieces put up in /)]);
        expect(first.err).toMatch(/of 70 pieces put up/);
        const verified = (yield* resale("verify", "--json")).json().at(-1);
        expect(verified).toMatchObject({ findings: 0, subjects: { listing: 70 } });
        expect((yield* resale("tasks", "list", "--status", "waiting", "--json")).json()).toEqual([]);
        expect((yield* resale("seed", "--listings", "5")).code).toBe(0);
        expect((yield* resale("verify", "--json")).json().at(-1)).toMatchObject({
          subjects: { listing: 75 },
        });
        expect((yield* resale("seed", "--listings", "0")).code).toBe(2);
      }),
    ));

  test("refuses a shop that has sold something, unless it is forced", () =>
    play(
      Effect.gen(function* () {
        const { url, inside } = yield* openShop;
        yield* inside(aSale);
        const resale = (...args: ReadonlyArray<string>) => type([...args, "--database-url", url]);
        const refused = yield* resale("seed", "--listings", "3");
        expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("--force")]);
        expect((yield* resale("seed", "--listings", "3", "--force")).code).toBe(0);
      }),
    ));
});

describe("resale", () => {
  test("says in one sentence what is wrong with what was typed, and where to read on", () =>
    play(
      Effect.gen(function* () {
        const cases: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
          [["verfy"], 'Unknown subcommand "verfy"'],
          [["verify", "--fast"], "--fast"],
          [["tasks", "list", "--status", "lost"], "--status"],
          [["tasks", "list", "--limit", "0"], "at least 1"],
          [["explain"], "ID"],
        ];
        for (const [args, words] of cases) {
          const { code, out, err } = yield* type(args);
          expect([code, out]).toEqual([2, ""]);
          expect(err).toContain(words);
          expect(err).toMatch(/Usage: resale .*\nMore: {2}resale .*--help$/);
        }
      }),
    ));

  test("says where it has looked for a database, and never a password", () =>
    play(
      Effect.gen(function* () {
        const away = yield* type(["verify"], {
          env: { DATABASE_URL: "postgres://sam:hunter2@127.0.0.1:1/shop" },
        });
        expect([away.code, away.err]).toEqual([
          2,
          expect.stringMatching(/can't be used: .*Check --database-url or DATABASE_URL\.$/),
        ]);
        expect(away.err).not.toContain("hunter2");
        const none = yield* type(["verify"], { env: { DATA_DIR: "/nowhere/at/all" } });
        expect([none.code, none.err]).toEqual([
          2,
          expect.stringContaining("There is no database in /nowhere/at/all."),
        ]);
      }),
    ));

  test("tells everybody who asks what each command is for, with examples", () =>
    play(
      Effect.gen(function* () {
        for (const args of [
          ["migrate"],
          ["verify"],
          ["tasks", "drop"],
          ["replay"],
          ["explain"],
          ["seed"],
          ["bench"],
        ]) {
          const { code, out } = yield* type([...args, "--help"]);
          expect(code).toBe(0);
          for (const part of ["DESCRIPTION", "USAGE", "EXAMPLES", "--json"]) expect(out).toContain(part);
          expect(out).not.toContain("\u001b");
        }
      }),
    ));
});
