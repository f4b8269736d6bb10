import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read, root } from "../src/pages.ts";

const PAGE = "docs/reference/settings.md";

/** Words of providers' own that look like settings, and are none. */
const WORDS = new Set([
  "USPS",
  "USPS_GROUND_ADVANTAGE",
  "INTERNAL_ERROR",
  "TAKEN",
  "BALANCE",
  "PROD",
  "TEST",
]);

/** What the modules that read settings call by such a name: the reference server's, and its adapters'. */
const configured = (): ReadonlyArray<string> => {
  const modules = globSync(
    ["examples/server/src/wiring/*.ts", "packages/{carriers,loyalty,mail,payments,photos}/src/**/*.ts"],
    {
      cwd: root,
    },
  ).map((file) => readFileSync(join(root, file), "utf8"));
  const settings = modules.filter((text) => /^import \{[^}]*\bConfig\b[^}]*\} from "effect";/m.test(text));
  const names = settings.flatMap((text) => [...text.matchAll(/"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)"/g)]);
  return [...new Set(names.map(([, name = ""]) => name))].filter((name) => !WORDS.has(name)).sort();
};

/** What the page's tables name. */
const told = (): ReadonlyArray<string> => {
  const rows = read(PAGE)
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (variable|-)/.test(line));
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const named = cells.flatMap(([, variable = "", , , own = ""]) => [
    ...`${variable} ${own}`.matchAll(/`([A-Z0-9_]+)`/g),
  ]);
  return named.map(([, name = ""]) => name).sort();
};

describe("the page of settings", () => {
  it("names each that the reference server and its adapters read, once, and no other", () => {
    expect(told()).toEqual(configured());
    expect(told().length).toBeGreaterThan(80);
  });
});
