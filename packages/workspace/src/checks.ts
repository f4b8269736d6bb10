import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { sideBySide } from "./sideBySide.ts";
import { type Outcome, run, type Step } from "./step.ts";

const script = (name: string, file: string, ...rest: ReadonlyArray<string>): Step => ({
  name,
  command: "node",
  arguments: [`packages/workspace/src/${file}`, ...rest],
});

const DOCS = "docs.ts";

/** Everything the house demands but the tests themselves. A new demand is one more line here. */
const checks: ReadonlyArray<Step> = [
  script("Types", "typecheck.ts"),
  { name: "Lint and format", command: "biome", arguments: ["check", "--error-on-warnings"] },
  script("Architecture", "architecture.ts"),
  // Tests that open a browser find them built.
  script("The shop's pages", "storefront.ts"),
  ...(existsSync(join(import.meta.dirname, DOCS)) ? [script("Generated docs", DOCS, "--check")] : []),
];

/** What would be published, tried as a stranger would. */
const published: Step = script("Packages as published", "packages.ts", "--quick");

/** Runs all of it: side by side what can be, and then what takes what the others have built. */
export const runChecks = async (root: string): Promise<ReadonlyArray<Outcome>> => {
  const outcomes = await sideBySide(checks, availableParallelism(), (step) =>
    run(step, root, { live: false }),
  );
  return [...outcomes, await run(published, root, { live: false })];
};
