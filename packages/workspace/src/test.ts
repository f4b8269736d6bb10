import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./checks.ts";
import { memoryFolder } from "./memoryFolder.ts";
import { run } from "./step.ts";
import { stepLines, tallyLine } from "./summary.ts";
import { TALLY_FILE, type Tally } from "./testTally.ts";

const root = join(import.meta.dirname, "..", "..", "..");
// Databases are made of a thousand files each: to make one on a disk takes several times as long as in memory.
process.env["TMPDIR"] ??= memoryFolder() ?? tmpdir();
const scratch = mkdtempSync(join(tmpdir(), "resale-test-"));
const tallyFile = join(scratch, "tally.json");
process.env[TALLY_FILE] = tallyFile;
// What `npm run campaign` tries much longer is tried a little here: it runs with every change.
process.env["RESALE_RUNS"] ??= "0.5";
// Many tests start the same programs: what one of them has compiled, the next one finds.
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules", ".cache", "compiled");

const readTally = (): Tally => {
  try {
    return JSON.parse(readFileSync(tallyFile, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
};

const tests = {
  name: "Tests",
  command: "vitest",
  arguments: ["run", "--config", "vitest.workspace.ts", ...process.argv.slice(2)],
};

const outcomes = [...(await runChecks(root)), await run(tests, root, { live: true })];
process.stdout.write(`\n${stepLines(outcomes)}\n\n${tallyLine(readTally())}\n`);
rmSync(scratch, { recursive: true });
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
