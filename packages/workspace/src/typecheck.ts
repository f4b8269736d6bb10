import { availableParallelism } from "node:os";
import { join } from "node:path";
import { writeSnippets } from "./snippets.ts";
import { run, type Step } from "./step.ts";

const root = join(import.meta.dirname, "..", "..", "..");

// Several checkers of one project each work out the same types anew: on two cores that took half as long again.
const apart = ["--checkers", "1", "--builders", `${availableParallelism()}`];

const steps: ReadonlyArray<Step> = [
  // Everything the root's references name (the architecture check holds them to be complete), all tests against it, and
  // what the docs show.
  {
    name: "packages, examples, their tests, and what the docs show",
    command: "tsc",
    arguments: ["--build", ...apart],
  },
  // These run in a browser: there, other things are known.
  {
    name: "tests of the shop",
    command: "tsc",
    arguments: ["--project", "examples/storefront/test", "--noEmit"],
  },
];

writeSnippets();
const passed: Array<boolean> = [];
for (const step of steps) passed.push((await run(step, root, { live: false })).passed);
process.exitCode = passed.every(Boolean) ? 0 : 1;
