import { join } from "node:path";
import { run, type Step } from "./step.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const steps: ReadonlyArray<Step> = [
  // Everything the root's references name (the architecture check holds them to be complete), and all tests against it.
  { name: "packages, examples and their tests", command: "tsc", arguments: ["--build"] },
  // These run in a browser: there, other things are known.
  {
    name: "tests of the shop",
    command: "tsc",
    arguments: ["--project", "examples/storefront/test", "--noEmit"],
  },
];

const passed: Array<boolean> = [];
for (const step of steps) passed.push((await run(step, root, { live: false })).passed);
process.exitCode = passed.every(Boolean) ? 0 : 1;
