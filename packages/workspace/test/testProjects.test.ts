import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projects } from "../src/testProjects.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "resale-projects-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const place = (folder: string, manifest: object, tests: ReadonlyArray<string>) => {
  mkdirSync(join(root, folder, "test"), { recursive: true });
  writeFileSync(join(root, folder, "package.json"), JSON.stringify(manifest));
  for (const file of tests) writeFileSync(join(root, folder, "test", file), "");
};

test("packages and examples with tests are projects, named after their folder", () => {
  place("packages/core", { name: "@resale/core" }, ["a.test.ts"]);
  place("packages/empty", { name: "@resale/empty" }, []);
  place("examples/server", { name: "server" }, ["a.test.ts"]);

  expect(projects(root).map(({ test }) => test.name)).toEqual(["examples/server", "core"]);
});

test("only who knows the store starts a database", () => {
  place("packages/core", { name: "@resale/core" }, ["a.test.ts"]);
  place("packages/postgres", { name: "@resale/postgres" }, ["a.test.ts"]);
  place("packages/http", { name: "@resale/http", devDependencies: { "@resale/postgres": "workspace:*" } }, [
    "a.test.ts",
  ]);

  const withDatabase = projects(root).filter(({ test }) => test.globalSetup.length > 0);
  expect(withDatabase.map(({ test }) => test.name)).toEqual(["http", "postgres"]);
});
