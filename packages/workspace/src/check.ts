import { availableParallelism } from "node:os";
import { join } from "node:path";
import { checks, published } from "./checks.ts";
import { sideBySide } from "./sideBySide.ts";
import { run } from "./step.ts";
import { stepLines } from "./summary.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const checked = await sideBySide(checks, availableParallelism(), (step) => run(step, root, { live: false }));
const outcomes = [...checked, await run(published, root, { live: false })];
process.stdout.write(`\n${stepLines(outcomes)}\n`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
