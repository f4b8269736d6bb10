import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

// Asks of core's tests whether they notice: each mutant is core with one thing changed, and a test has to fail.
const root = join(import.meta.dirname, "..", "..", "..");
process.chdir(root);
process.env["RESALE_RUNS"] ??= "0.2";

const { values } = parseArgs({
  options: {
    mutate: { type: "string", multiple: true, default: ["packages/core/src/**/*.ts"] },
    tests: { type: "string", multiple: true, default: ["**/*"] },
    concurrency: { type: "string", default: "1" },
    again: { type: "boolean", default: false },
  },
});

process.env["RESALE_MUTATION_TESTS"] = values.tests.join("\n");

const report = join(root, ".mutation");
const results = await new Stryker({
  packageManager: "pnpm",
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  testRunner: "vitest",
  vitest: { configFile: "packages/core/vitest.mutation.config.ts", related: false },
  mutate: values.mutate,
  ignorePatterns: ["**", "!*.json", "!packages/{core,testkit}/**", "node_modules", "dist", "*.tsbuildinfo"],
  // Rewritten by an API of the compiler that today's no longer has; nothing in a copy needs it.
  tsconfigFile: "none.json",
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  incremental: true,
  incrementalFile: join(report, "incremental.json"),
  force: values.again,
  concurrency: Number(values.concurrency),
  timeoutMS: 20_000,
  // Of a machine that is busy with other things.
  dryRunTimeoutMinutes: 30,
  tempDirName: ".mutation/sandbox",
  reporters: ["clear-text", "progress-append-only", "json", "html"],
  jsonReporter: { fileName: join(report, "report.json") },
  htmlReporter: { fileName: join(report, "report.html") },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  allowConsoleColors: false,
}).runMutationTest();
process.stdout.write(
  `${results.length} mutants; ${existsSync(report) ? "report in .mutation/report.html" : ""}\n`,
);
