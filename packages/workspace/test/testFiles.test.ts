import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { longestFirst, testFiles } from "../src/testFiles.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "resale-tests-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const place = (file: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), "");
};

test("all tests of packages and examples are found, and nothing else", () => {
  place("packages/core/test/deep/down/a.test.ts");
  place("packages/core/test/helper.ts");
  place("packages/core/src/b.test.ts");
  place("examples/server/test/c.test.ts");
  place("examples/server/test/node_modules/other/test/d.test.ts");

  expect(testFiles(root)).toEqual([
    "examples/server/test/c.test.ts",
    "packages/core/test/deep/down/a.test.ts",
  ]);
});

test("who waits for browsers begins first, the others stay in their order", () => {
  const files = [
    "packages/core/test/a.test.ts",
    "examples/storefront/test/b.test.ts",
    "packages/http/test/c.test.ts",
  ];
  expect(longestFirst(files, (file) => file)).toEqual([files[1], files[0], files[2]]);
});
