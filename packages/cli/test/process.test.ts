import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedPostgres } from "@resale/postgres/embedded";
import { Effect, Redacted } from "effect";
import { describe, expect, test } from "vitest";
import { emptyDatabase } from "./shop.ts";

const MAIN = join(import.meta.dirname, "..", "src", "main.ts");

/** Where commands are looked for, and what has been compiled before. */
const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
const surroundings = { PATH, NODE_COMPILE_CACHE };

/** Types a command in a process of its own. */
const type = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}, input = "") =>
  Effect.promise(
    () =>
      new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((done) => {
        const child = spawn(process.execPath, [MAIN, ...args], {
          env: { ...surroundings, ...env },
        });
        child.stdin.end(input);
        let out = "";
        let err = "";
        child.stdout.on("data", (chunk) => {
          out += chunk;
        });
        child.stderr.on("data", (chunk) => {
          err += chunk;
        });
        child.once("close", (code) => done({ code, out, err }));
      }),
  );

const folder = Effect.acquireRelease(
  Effect.sync(() => {
    const made = mkdtempSync(join(tmpdir(), "resale-command-"));
    // The embedded database may run under another account than this one.
    chmodSync(made, 0o755);
    return made;
  }),
  (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true })),
);

describe("resale, as a process", () => {
  test("ends with 0, 1 or 2, and takes its database from the environment", () =>
    Effect.gen(function* () {
      const DATABASE_URL = Redacted.value(yield* emptyDatabase);
      const good = yield* type(["verify", "--json"], { DATABASE_URL });
      expect([good.code, good.err]).toEqual([0, ""]);
      expect(JSON.parse(good.out)).toMatchObject({ _tag: "Verified", findings: 0, total: 0 });
      const no = yield* type(["tasks", "repeat", "nothing"], { DATABASE_URL });
      expect(no.code).toBe(1);
      const wrong = yield* type(["verify", "--what"], { DATABASE_URL });
      expect([wrong.code, wrong.out]).toEqual([2, ""]);
      for (const { err } of [no, wrong]) expect(err).not.toMatch(/\n +at /);
      expect((yield* type(["--version"])).out).toMatch(/^resale v\d+\.\d+\.\d+\n$/);
    }).pipe(Effect.scoped, Effect.runPromise));

  test("hands what is to be measured on to the benchmarks of the workspace, and their word back", () =>
    Effect.gen(function* () {
      const { code, out, err } = yield* type(["bench", "--quick", "--only", "nothing"]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^there is no group nothing, only decisions, /);
      expect(err).not.toMatch(/\n +at /);
    }).pipe(Effect.runPromise));

  test("ends an import in order when it is interrupted: what it told as done is there, the same file brings the rest", () =>
    Effect.gen(function* () {
      const url = yield* emptyDatabase;
      const DATABASE_URL = Redacted.value(url);
      const row = (n: number): string =>
        JSON.stringify({
          id: `m${n}`,
          email: `m${n}@example.com`,
          displayName: `M ${n}`,
          membership: "Active",
        });
      const child = spawn(process.execPath, [MAIN, "import", "members", "-", "--progress"], {
        env: { ...surroundings, DATABASE_URL },
      });
      let err = "";
      const code = yield* Effect.promise(
        () =>
          new Promise<number | null>((done) => {
            child.stderr.on("data", (chunk) => {
              err += chunk;
              // The first batch is told of while the file has not come to its end.
              if (!child.killed && /1,000 rows/.test(err)) child.kill("SIGINT");
            });
            child.once("close", done);
            child.stdin.write(`${Array.from({ length: 1_500 }, (_, n) => row(n)).join("\n")}\n`);
          }),
      );
      expect([code, err]).toEqual([130, expect.stringContaining("read up to line 1000 is in")]);
      const there = yield* type(
        ["import", "members", "-", "--json"],
        { DATABASE_URL },
        [0, 1, 2].map((n) => row(n * 400)).join("\n"),
      );
      expect(JSON.parse(there.out)).toMatchObject({ unchanged: 3, added: 0 });
    }).pipe(Effect.scoped, Effect.runPromise));

  test("has an embedded database of its own, and says who holds it if another process does", () =>
    Effect.gen(function* () {
      const DATA_DIR = yield* folder;
      const none = yield* type(["verify"], { DATA_DIR });
      expect([none.code, none.err]).toEqual([
        2,
        expect.stringContaining(`There is no database in ${DATA_DIR}.`),
      ]);
      expect((yield* type(["migrate"], { DATA_DIR })).code).toBe(0);
      expect((yield* type(["verify"], { DATA_DIR })).code).toBe(0);
      yield* EmbeddedPostgres.make({ dataDir: join(DATA_DIR, "postgres") });
      const held = yield* type(["verify"], { DATA_DIR });
      expect(held.code).toBe(2);
      expect(held.err).toContain(`is held by process ${process.pid}`);
      expect(held.err).not.toMatch(/\n +at /);
    }).pipe(Effect.scoped, Effect.runPromise));
});
