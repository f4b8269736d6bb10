import { availableParallelism } from "node:os";
import { join } from "node:path";
import { sideBySide } from "./sideBySide.ts";
import { writeSnippets } from "./snippets.ts";
import { run, type Step } from "./step.ts";

const root = join(import.meta.dirname, "..", "..", "..");

// Several checkers of one project each work out the same types anew.
const tsc = (name: string, ...given: ReadonlyArray<string>): Step => ({
  name,
  command: "tsc",
  arguments: [...given, "--checkers", "1"],
});

const onNode: ReadonlyArray<Step> = [
  // One program of everything: a project for each package reads Effect's types as often as there are packages.
  tsc("packages, examples, their tests, and what the docs show", "--project", "tsconfig.whole.json"),
];
const inBrowser: ReadonlyArray<Step> = [
  // What the shop takes of core and of the client has neither Node nor a page: other things are known there.
  tsc("the shop, core, and the client between them", "--build", "examples/storefront"),
  tsc("tests of the shop", "--project", "examples/storefront/test", "--noEmit"),
];

const allPass = async (steps: ReadonlyArray<Step>): Promise<boolean> => {
  const passed: Array<boolean> = [];
  for (const step of steps) passed.push((await run(step, root, { live: false })).passed);
  return passed.every(Boolean);
};

writeSnippets();
const passed = await sideBySide([onNode, inBrowser], availableParallelism(), allPass);
process.exitCode = passed.every(Boolean) ? 0 : 1;
