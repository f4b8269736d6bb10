import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiReport } from "./packages/api.ts";
import { publishedPackages } from "./packages/Published.ts";
import { run } from "./step.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const checksOnly = process.argv.includes("--check");

// The declarations are what is built from the sources as they are now.
const build = { name: "Building", command: "tsc", arguments: ["--build"] };
const { passed } = await run(build, root, { live: true });
const drifted = publishedPackages(root).filter((one) => {
  const file = join(root, one.folder, "api.md");
  const text = apiReport(one, root);
  const same = existsSync(file) && readFileSync(file, "utf8") === text;
  if (!same && !checksOnly) writeFileSync(file, text);
  return !same;
});
for (const { folder } of drifted) {
  const what = checksOnly
    ? "is not what the package promises now: run `npm run api`, add a changeset"
    : "written";
  process.stdout.write(`${folder}/api.md ${what}\n`);
}
process.exitCode = !passed || (checksOnly && drifted.length > 0) ? 1 : 0;
