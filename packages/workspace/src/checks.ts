import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "./step.ts";

const script = (name: string, file: string, ...rest: ReadonlyArray<string>): Step => ({
  name,
  command: "node",
  arguments: [`packages/workspace/src/${file}`, ...rest],
});

const DOCS = "docs.ts";

/** Everything the house demands but the tests themselves. A new demand is one more line here. */
export const checks: ReadonlyArray<Step> = [
  script("Types", "typecheck.ts"),
  { name: "Lint and format", command: "biome", arguments: ["check", "--error-on-warnings"] },
  script("Architecture", "architecture.ts"),
  // Tests that open a browser find them built.
  script("The shop's pages", "storefront.ts"),
  ...(existsSync(join(import.meta.dirname, DOCS)) ? [script("Generated docs", DOCS, "--check")] : []),
];

/** What would be published, tried as a stranger would: once the checks have built it. */
export const published: Step = script("Packages as published", "packages.ts", "--quick");
