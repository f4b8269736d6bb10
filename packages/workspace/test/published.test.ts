import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedFaults, publishedPackages } from "../src/packages/Published.ts";

const root = join(import.meta.dirname, "..", "..", "..");

it("every package can be published as it is: what it opens is there, and what it needs can be had", () => {
  expect(publishedFaults(root)).toEqual([]);
  const names = publishedPackages(root).map(({ name }) => name);
  expect(names).toContain("@resale/core");
  expect(names).not.toContain("@resale/bench");
});

const house = (manifest: object): string => {
  const folder = mkdtempSync(join(tmpdir(), "resale-published-"));
  mkdirSync(join(folder, "packages", "one", "src"), { recursive: true });
  writeFileSync(join(folder, "packages", "one", "src", "index.ts"), "export const one = 1;\n");
  writeFileSync(join(folder, "packages", "one", "package.json"), JSON.stringify(manifest));
  writeFileSync(
    join(folder, "packages", "one", "README.md"),
    "[out](../../docs/index.md) [packed](src/index.ts) [gone](src/gone.ts) [here](#one) [web](https://example.com)\n",
  );
  return folder;
};

it("tells what would surprise whoever installs it", () => {
  const folder = house({
    name: "@resale/one",
    license: "MIT",
    files: ["dist", "src"],
    exports: { ".": "./src/index.ts", "./gone": "./src/gone.ts" },
    publishConfig: {
      exports: {
        ".": { types: "./dist/main.d.ts", default: "./dist/index.js" },
        "./other": { types: "./dist/other.d.ts", default: "./dist/other.js" },
      },
    },
    dependencies: { "@resale/secret": "workspace:*", effect: "catalog:" },
  });
  try {
    expect(publishedFaults(folder)).toEqual([
      '@resale/one publishes "." as something else than ./dist/index.d.ts and ./dist/index.js',
      '@resale/one exports "./gone" from ./src/gone.ts, which is not there',
      '@resale/one publishes "./gone" as something else than ./dist/gone.d.ts and ./dist/gone.js',
      '@resale/one publishes "./other", which it does not export',
      "@resale/one has no description",
      "@resale/one needs @resale/secret, which is not published",
      '@resale/one brings "effect" itself: it is a peer',
      '@resale/one does not name "effect" as a peer',
      "@resale/one leads from its README to ../../docs/index.md, which is not packed: name the page in words",
      "@resale/one leads from its README to src/gone.ts, which is not packed: name the page in words",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
