import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const text = (...path: ReadonlyArray<string>): string => readFileSync(join(root, ...path), "utf8");

/** Each metric by its kind, as the reference lists them. */
const documented: ReadonlyMap<string, string> = new Map(
  [...text("docs", "reference", "metrics.md").matchAll(/^\| `(\w+)` +\| (\w+) /gm)].map(([, name, kind]) => [
    name ?? "",
    kind ?? "",
  ]),
);

const namesIn = (source: string): ReadonlyArray<string> =>
  [...source.matchAll(/\b(?:resale|process|nodejs)_[a-z0-9_]+\b/g)].map(([name]) => name);

interface Dashboard {
  readonly panels: ReadonlyArray<{
    readonly title: string;
    readonly targets: ReadonlyArray<{ readonly expr: string }>;
  }>;
}

/** What a counter, a gauge or a histogram is asked for by. */
const series = [...documented].flatMap(([name, kind]) =>
  kind === "histogram" ? ["_bucket", "_count", "_sum"].map((end) => `${name}${end}`) : [name],
);

describe("the metrics' documents", () => {
  it("list what the code measures, all of it and nothing else", () => {
    const measured = ["http", "postgres"].flatMap((name) => {
      const folder = join("packages", name, "src", "observing");
      return readdirSync(join(root, folder)).flatMap((file) => namesIn(text(folder, file)));
    });
    const names = new Set(measured.filter((name) => !name.endsWith("_")));
    expect([...documented.keys()].sort()).toEqual(
      [...names].filter((name) => name !== "resale_journal").sort(),
    );
  });

  it("the dashboard asks for nothing that is not there, and shows all of it", () => {
    const { panels } = JSON.parse(text("docs", "operate", "dashboard.json")) as Dashboard;
    const asked = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr))));
    expect([...asked].filter((name) => !series.includes(name))).toEqual([]);
    const shown = new Set([...asked].map((name) => name.replace(/_bucket$/, "")));
    expect([...documented.keys()].filter((name) => !shown.has(name))).toEqual([]);
  });

  it("the alerts ask for nothing that is not there", () => {
    const asked = namesIn(text("docs", "how-to", "operate.md"));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !series.includes(name) && !documented.has(name))).toEqual([]);
  });
});
