import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./step.ts";

// Which lines and branches no test comes by: a by-product of the tests, which says where to look, not how good they are.
const root = join(import.meta.dirname, "..", "..", "..");
const report = join(root, "coverage");
process.env["RESALE_RUNS"] ??= "0.5";

const tests = {
  name: "Tests, and what they come by",
  command: "vitest",
  arguments: [
    "run",
    "--config",
    "vitest.workspace.ts",
    "--coverage.enabled",
    "--coverage.provider=v8",
    "--coverage.include=packages/*/src/**/*.ts",
    "--coverage.reporter=json-summary",
    "--coverage.reporter=html",
    "--coverage.reportOnFailure",
    ...process.argv.slice(2),
  ],
};

interface Count {
  readonly total: number;
  readonly covered: number;
}
type Counts = Readonly<Record<"lines" | "branches", Count>>;

const percent = ({ total, covered }: Count): string =>
  total === 0 ? "–" : `${((100 * covered) / total).toFixed(1)} %`;

const sum = (files: ReadonlyArray<Counts>, of: keyof Counts): Count => ({
  total: files.reduce((all, file) => all + file[of].total, 0),
  covered: files.reduce((all, file) => all + file[of].covered, 0),
});

const rowOf = (name: string, files: ReadonlyArray<Counts>): string =>
  [
    name.padEnd(14),
    String(sum(files, "lines").total).padStart(8),
    percent(sum(files, "lines")).padStart(9),
    percent(sum(files, "branches")).padStart(9),
  ].join("");

const { passed } = await run(tests, root, { live: true });
const { total: _, ...files }: Readonly<Record<string, Counts>> = JSON.parse(
  readFileSync(join(report, "coverage-summary.json"), "utf8"),
);
const byPackage = Map.groupBy(
  Object.entries(files),
  ([file]) => /packages[\\/]([^\\/]+)[\\/]src/.exec(file)?.[1] ?? "elsewhere",
);
const rows = [...byPackage]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, found]) =>
    rowOf(
      name,
      found.map(([, counts]) => counts),
    ),
  );
const heading = `${"package".padEnd(14)}${"lines".padStart(8)}${"of them".padStart(9)}${"branches".padStart(9)}`;
process.stdout.write(
  `\n${[heading, ...rows, rowOf("all", Object.values(files))].join("\n")}\n\nline by line: coverage/index.html\n`,
);
process.exitCode = passed ? 0 : 1;
