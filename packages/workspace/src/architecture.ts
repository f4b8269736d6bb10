import { join } from "node:path";
import { render } from "./architecture/Violation.ts";
import { violations } from "./architecture/violations.ts";
import { workspaceFiles } from "./architecture/workspaceFiles.ts";

const files = workspaceFiles(join(import.meta.dirname, "..", "..", ".."));
const found = violations(files);
for (const violation of found) process.stdout.write(`${render(violation)}\n`);
process.stdout.write(`${files.length} files, ${found.length} out of order\n`);
process.exitCode = found.length > 0 ? 1 : 0;
