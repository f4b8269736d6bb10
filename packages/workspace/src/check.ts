import { join } from "node:path";
import { runChecks } from "./checks.ts";
import { stepLines } from "./summary.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const outcomes = await runChecks(root);
process.stdout.write(`\n${stepLines(outcomes)}\n`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
