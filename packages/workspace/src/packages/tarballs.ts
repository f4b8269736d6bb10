import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Published } from "./Published.ts";

export const PNPM = "pnpm@12.21.0";

const execute = promisify(execFile);

/** What a command says; what it fails with is thrown, with all it said. */
export const said = async (command: string, args: ReadonlyArray<string>, cwd: string): Promise<string> => {
  try {
    const { stdout } = await execute(command, args, {
      cwd,
      shell: process.platform === "win32",
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NO_COLOR: "1", npm_config_update_notifier: "false", npm_config_fund: "false" },
    });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
};

/** Packs a package as it would be published, into a folder; answers the tarball. */
export const pack = async (one: Published, root: string, into: string): Promise<string> => {
  await said("npx", ["--yes", PNPM, "pack", "--pack-destination", into], join(root, one.folder));
  const file = `${one.name.replace("@", "").replace("/", "-")}-${String(one.manifest["version"])}.tgz`;
  return join(into, file);
};
