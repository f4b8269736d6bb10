import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiReport } from "./packages/api.ts";
import { publishedPackages } from "./packages/Published.ts";
import { run } from "./step.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const checksOnly = process.argv.includes("--check");
const packages = publishedPackages(root);
const folders = packages.map(({ folder }) => folder);

/** The declarations are what is built from the sources as they are now. */
const build = (...how: ReadonlyArray<string>) =>
  run({ name: "Building", command: "tsc", arguments: ["--build", ...folders, ...how] }, root, { live: true });

const drifted = () =>
  packages.flatMap((one) => {
    const path = `${one.folder}/api.md`;
    const file = join(root, path);
    const text = apiReport(one, root);
    return existsSync(file) && readFileSync(file, "utf8") === text ? [] : [{ path, file, text }];
  });

let { passed } = await build(...(checksOnly ? [] : ["--force"]));
let found = drifted();
// In which order the members of a union are told depends on what was built before: built anew, it is always the same.
if (checksOnly && found.length > 0) {
  ({ passed } = await build("--force"));
  found = drifted();
}
for (const { path, file, text } of found) {
  if (!checksOnly) writeFileSync(file, text);
  const what = checksOnly
    ? "is not what the package promises now: run `npm run api`, add a changeset"
    : "written";
  process.stdout.write(`${path} ${what}\n`);
}
process.exitCode = !passed || (checksOnly && found.length > 0) ? 1 : 0;
