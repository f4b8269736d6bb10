import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const SUITE = `
import { test } from "vitest";
test("runs", () => {});
test("waits for a browser", (context) => context.skip("no browser here"));
test.todo("is still to be written");
`;

const CONFIG = `
import { defineConfig } from "vitest/config";
import { TestReporter } from "../src/testReporter.ts";
export default defineConfig({ test: { include: ["*.test.ts"], reporters: [new TestReporter()] } });
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(import.meta.dirname, "..", ".run-"));
  writeFileSync(join(folder, "suite.test.ts"), SUITE);
  writeFileSync(join(folder, "config.ts"), CONFIG);
});
afterEach(() => rmSync(folder, { recursive: true }));

const runSuite = (environment: NodeJS.ProcessEnv) => {
  const { CI: _, VITEST: __, ...inherited } = process.env;
  const { status, stdout } = spawnSync("vitest", ["run", "--root", ".", "--config", "config.ts"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...inherited, RESALE_TEST_TALLY: join(folder, "tally.json"), ...environment },
  });
  return { status, stdout, tally: JSON.parse(readFileSync(join(folder, "tally.json"), "utf8")) };
};

test("a skipped test is named with its reason", () => {
  const { status, stdout, tally } = runSuite({});
  expect(status).toBe(0);
  expect(stdout).toContain("suite.test.ts > waits for a browser: no browser here");
  expect(stdout).toContain("suite.test.ts > is still to be written: to do");
  expect(tally).toEqual({ passed: 1, failed: 0, skipped: 2 });
});

test("a skipped test fails the run in CI", () => {
  expect(runSuite({ CI: "true" }).status).toBe(1);
});
