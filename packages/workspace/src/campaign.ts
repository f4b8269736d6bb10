import { join } from "node:path";
import { run } from "./step.ts";

/** How much longer than in the tests each property is tried: `npm run campaign -- 50`. */
const [times = "20", ...filters] = process.argv.slice(2);

process.env["RESALE_RUNS"] = times;
const outcome = await run(
  {
    name: `Every property ${times} times as often`,
    command: "vitest",
    arguments: ["run", "--config", "vitest.workspace.ts", "--project", "core", ...filters],
  },
  join(import.meta.dirname, "..", "..", ".."),
  { live: true },
);
process.exitCode = outcome.passed ? 0 : 1;
