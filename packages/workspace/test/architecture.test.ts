import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { UNSTABLE_MODULES } from "../src/architecture/arrows.ts";
import { violations } from "../src/architecture/violations.ts";
import { broken, house } from "./house.ts";

test("a house in order has no violation", () => {
  expect(violations(house())).toEqual([]);
});

test.each([
  ["a subpath of effect", 'import { SqlClient } from "effect/sql";', "arrows"],
  ["a subpath of effect, lazily", 'export const sql = () => import("effect/sql");', "arrows"],
  ["a type out of a subpath of effect", 'export type A = import("effect/sql").A;', "arrows"],
  ["a type-only import of a subpath", 'import type { TestClock } from "effect/testing";', "arrows"],
  ["an unstable module of effect", 'import { Arbitrary } from "effect";', "arrows"],
  ["all of effect at once", 'import * as E from "effect";', "arrows"],
  ["a part of Node", 'import { readFileSync } from "node:fs";', "arrows"],
  ["another package", 'export { x } from "@resale/mail";', "arrows"],
  ["a file outside its package", 'import { x } from "../../../mail/src/index.ts";', "arrows"],
  ["its own tests", 'import { x } from "../../test/x.ts";', "arrows"],
  ["Date.now", "export const at = Date.now();", "purity"],
  ["new Date", "export const at = new Date();", "purity"],
  ["Date as a function", "export const at = Date();", "purity"],
  ["Date passed on", "export const clock = { Date };", "purity"],
  ["Math.random", "export const x = Math.random();", "purity"],
  ["Math.random by another spelling", 'export const x = Math["random"]();', "purity"],
  ["performance", "export const x = performance.now();", "purity"],
  ["console", 'console.log("x");', "purity"],
  ["process", 'export const x = process.env["X"];', "purity"],
  ["process behind an assertion", "export const x = (process as unknown);", "purity"],
  ["globalThis", "export const x = globalThis;", "purity"],
  ["setTimeout", "setTimeout(() => 1, 1);", "purity"],
  ["fetch", 'export const x = fetch("x");', "purity"],
  ["crypto", "export const x = crypto.randomUUID();", "purity"],
  ["the clock", 'import { Clock } from "effect"; export const x = Clock;', "purity"],
  ["the time of day", 'import { DateTime } from "effect"; export const x = DateTime.now;', "purity"],
] as const)("core may not use %s", (_, text, rule) => {
  expect(broken({ "packages/core/src/order/Order.ts": text })).toContain(rule);
});

test.each([
  ["a comment", "// Date.now(), process, import 'node:fs'\nexport const x = 1;"],
  ["a text", 'export const x = "Date.now() of process and console";'],
  ["a key", "export const x = { process: 1, fetch: 2 }; export const y = x.process + x.fetch;"],
  ["a type", "export interface Port { readonly fetch: (crypto: string) => Date }"],
  ["a schema", 'import { Schema } from "effect"; export const x = Schema.Date;'],
])("core may speak of impure things in %s", (_, text) => {
  expect(broken({ "packages/core/src/order/Order.ts": text })).toEqual([]);
});

test("use cases may read the clock", () => {
  const text = 'import { DateTime } from "effect"; export const x = DateTime.now;';
  expect(broken({ "packages/core/src/usecases/confirm.ts": text })).toEqual([]);
});

test.each(["utils/text.ts", "helpers/x.ts", "infrastructure/Db.ts", "stray.ts"])(
  "core has no place for %s",
  (inner) => {
    expect(broken({ [`packages/core/src/${inner}`]: "export const x = 1;" })).toEqual(["folders"]);
  },
);

test("an adapter knows core and no other adapter", () => {
  const mail = (text: string) => broken({ "packages/mail/src/index.ts": text });
  expect(mail('export { x } from "@resale/core";')).toEqual([]);
  expect(mail('export { x } from "@resale/postgres";')).toContain("arrows");
  expect(mail('export { x } from "@resale/testkit";')).toContain("arrows");
});

test("the tests of an adapter may put packages together", () => {
  expect(broken({ "packages/mail/test/a.test.ts": 'import "@resale/postgres";' })).toEqual([]);
});

test("the testkit knows core, effect and the test libraries only", () => {
  const kit = (text: string) => broken({ "packages/testkit/src/index.ts": text });
  expect(kit('import "fast-check"; import "effect/testing"; import "@resale/core";')).toEqual([]);
  expect(kit('import "@resale/mail";')).toContain("arrows");
  expect(kit('import "node:fs";')).toEqual([]);
});

test("examples put packages together, by their exports", () => {
  const example = (text: string) => broken({ "examples/server/src/main.ts": text });
  expect(example('import "@resale/mail"; import "@resale/postgres/testing";')).toEqual([]);
  expect(example('import "@resale/mail/src/index.ts";')).toEqual(["arrows"]);
});

test("what is imported is declared where it is imported", () => {
  expect(broken({ "packages/mail/src/index.ts": 'import "nodemailer";' })).toEqual(["dependencies"]);
  expect(broken({ "packages/mail/src/index.ts": 'import "vitest";' })).toEqual(["dependencies"]);
  expect(broken({ "packages/mail/test/a.test.ts": 'import "vitest";' })).toEqual([]);
});

test("versions stand in the catalog", () => {
  const manifest = { name: "@resale/bench", dependencies: { pg: "^8.0.0" } };
  expect(broken({ "packages/bench/package.json": JSON.stringify(manifest) })).toEqual(["dependencies"]);
});

test("imports inside a package go in no circle", () => {
  const files = {
    "packages/mail/src/a.ts": 'import { b } from "./b.ts"; export const a = b;',
    "packages/mail/src/b.ts": 'import { c } from "./c.ts"; export const b = c;',
    "packages/mail/src/c.ts": 'import type { a } from "./a.ts"; export type c = typeof a;',
  };
  expect(broken(files)).toEqual(["cycles"]);
});

test("a file has at most 250 lines", () => {
  const lines = (count: number) => `${"export {};\n".repeat(count)}`;
  expect(broken({ "packages/mail/src/index.ts": lines(250) })).toEqual([]);
  expect(broken({ "packages/mail/src/index.ts": lines(251) })).toEqual(["length"]);
  expect(broken({ "packages/mail/test/a.test.ts": lines(251) })).toEqual([]);
});

test("packages are built after those they depend on", () => {
  expect(broken({ "tsconfig.json": '{ "references": [] }' })).toContain("references");
  expect(broken({ "packages/mail/tsconfig.json": "{}" })).toEqual(["references"]);
});

test("the lockfile names no registry", () => {
  const text = "resolution: {tarball: https://registry.example/x.tgz}\n";
  expect(broken({ "pnpm-lock.yaml": text })).toEqual(["lockfile"]);
});

test("the list of unstable modules is that of the installed effect", () => {
  const core = createRequire(join(import.meta.dirname, "..", "..", "core", "package.json"));
  const folder = join(dirname(core.resolve("effect/package.json")), "src");
  const unstable = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .filter((file) => !/@stability stable/.test(readFileSync(join(folder, file), "utf8")))
    .map((file) => file.slice(0, -3));
  expect([...UNSTABLE_MODULES].sort()).toEqual(unstable.sort());
});
