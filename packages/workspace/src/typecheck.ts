import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { sideBySide } from "./sideBySide.ts";
import { run, type Step } from "./step.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** Everything the root's references name: the architecture check holds them to be complete. */
const build: Step = { name: "packages and examples", command: "tsc", arguments: ["--build"] };

const tests: ReadonlyArray<Step> = globSync(
  ["packages/*/test/tsconfig.json", "examples/*/test/tsconfig.json"],
  {
    cwd: root,
  },
)
  .filter(
    (file) =>
      globSync("**/*.{ts,tsx}", { cwd: join(root, dirname(file)), exclude: ["node_modules"] }).length > 0,
  )
  .sort()
  .map((file) => ({ name: dirname(file), command: "tsc", arguments: ["--project", file, "--noEmit"] }));

const width = Math.min(4, availableParallelism());
const outcomes = await sideBySide([build, ...tests], width, (step) => run(step, root, { live: false }));
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
