import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Published } from "./Published.ts";

export const PNPM = "pnpm@12.21.0";

/** What a command says; what it fails with is thrown, with all it said. */
export const said = (command: string, args: ReadonlyArray<string>, cwd: string): string => {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1", npm_config_update_notifier: "false", npm_config_fund: "false" },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
};

/** Packs a package as it would be published, into a folder; answers the tarball. */
export const pack = (one: Published, root: string, into: string): string => {
  said("npx", ["--yes", PNPM, "pack", "--pack-destination", into], join(root, one.folder));
  const file = `${one.name.replace("@", "").replace("/", "-")}-${String(one.manifest["version"])}.tgz`;
  return join(into, file);
};
