import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { said } from "./tarballs.ts";

/** Compilers and Nodes that strangers may have: from the oldest that we promise to the newest there is. */
const COMPILERS = ["5.8.3", "5.9.3", "6.0.3", "7.0.2"] as const;
const NODES = ["22.19.0", "24.21.0", "26.10.0"] as const;

/** A tool of a version: what it is called in a report, and where it stands. */
export interface Tool {
  readonly name: string;
  readonly file: string;
}

const binary = process.platform === "win32" ? "node.exe" : join("bin", "node");

/** Installs them all beside each other, each under a name of its own. */
export const makeTools = async (
  folder: string,
): Promise<{ readonly compilers: Array<Tool>; readonly nodes: Array<Tool> }> => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const compilers = COMPILERS.map((version) => ({ version, alias: `typescript-${version}` }));
  const nodes = NODES.map((version) => ({ version, alias: `node-${version}` }));
  const wanted = [
    ...compilers.map(({ alias, version }) => `${alias}@npm:typescript@${version}`),
    ...nodes.map(({ alias, version }) => `${alias}@npm:node-${process.platform}-${process.arch}@${version}`),
  ];
  await said("npm", ["install", "--no-audit", "--ignore-scripts", "--loglevel=error", ...wanted], folder);
  const within = (alias: string, file: string) => join(folder, "node_modules", alias, file);
  return {
    compilers: compilers.map(({ alias, version }) => ({
      name: `TypeScript ${version}`,
      file: within(alias, join("bin", "tsc")),
    })),
    nodes: nodes.map(({ alias, version }) => ({ name: `Node ${version}`, file: within(alias, binary) })),
  };
};
