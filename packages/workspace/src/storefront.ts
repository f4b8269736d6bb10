import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./step.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const shop = join(root, "examples", "storefront");
const built = join(shop, "dist");
const STAMP = ".built-from";

/** All that the shop's pages are made of. */
const MADE_OF = [
  "pnpm-lock.yaml",
  "examples/storefront/{package.json,vite.config.ts,index.html}",
  "examples/storefront/src/**/*.{ts,tsx,css}",
  "examples/storefront/public/*",
  "packages/core/src/**/*.ts",
  "packages/http/src/{client,contract}/**/*.ts",
];

const sources = (): string => {
  const hash = createHash("sha256");
  for (const file of globSync(MADE_OF, { cwd: root }).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
};

const stamp = sources();

const isBuilt = (): boolean => {
  try {
    return readFileSync(join(built, STAMP), "utf8") === stamp;
  } catch {
    return false;
  }
};

/** Whoever builds the same at the same moment may have been quicker: their pages are as good, and read by now. */
const putInPlace = (fresh: string, tries = 5): void => {
  if (isBuilt()) {
    rmSync(fresh, { recursive: true, force: true });
    return;
  }
  const old = `${fresh}-old`;
  try {
    if (existsSync(built)) renameSync(built, old);
    renameSync(fresh, built);
  } catch (error) {
    if (tries === 1) throw error;
    putInPlace(fresh, tries - 1);
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
};

/** Built beside the old pages and put in their place at once: nobody is served half of it. */
const build = async (): Promise<boolean> => {
  const fresh = join(shop, "node_modules", `.built-${process.pid}`);
  const vite = join(shop, "node_modules", "vite", "bin", "vite.js");
  const build = [vite, "build", shop, "--logLevel", "warn", "--outDir"];
  const pages = {
    name: "Building the shop's pages (first run, or they have changed)",
    command: "node",
    arguments: [...build, fresh],
  };
  const ahead = {
    name: "What writes the first of them ahead",
    command: "node",
    arguments: [...build, join(fresh, "ahead"), "--ssr", "src/ahead/writeAhead.tsx"],
  };
  const passed =
    (await run(pages, root, { live: true })).passed && (await run(ahead, root, { live: true })).passed;
  if (passed) {
    writeFileSync(join(fresh, STAMP), stamp);
    putInPlace(fresh);
  } else rmSync(fresh, { recursive: true, force: true });
  return passed;
};

// Whoever builds it, a test as well, gets the pages that people get.
process.env["NODE_ENV"] = "production";
if (!isBuilt() && !(await build())) process.exitCode = 1;
