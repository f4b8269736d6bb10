import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { TextFile } from "./SourceFile.ts";

const LOOKED_AT = [
  "{package.json,tsconfig.json,pnpm-lock.yaml}",
  "{packages,examples}/*/{package.json,tsconfig.json}",
  "{packages,examples}/*/{src,test}/**/*.{ts,tsx,mts,js,jsx,mjs}",
];

const SKIPPED = new Set(["node_modules", "dist"]);

/** Reads from disk what the architecture check looks at. */
export const workspaceFiles = (root: string): ReadonlyArray<TextFile> =>
  globSync(LOOKED_AT, { cwd: root, exclude: (name) => SKIPPED.has(name) })
    .sort()
    .map((path) => ({ path: path.split(sep).join("/"), text: readFileSync(join(root, path), "utf8") }));
