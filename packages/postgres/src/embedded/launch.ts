import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { keeping } from "./capabilities.ts";
import type { ServerUser } from "./ServerUser.ts";

const isTheirs = ([name]: [string, unknown]): boolean => !name.startsWith("PG") && !name.startsWith("LC_");

const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(isTheirs)),
  LC_ALL: "C",
  TZ: "UTC",
});

/**
 * Starts one of PostgreSQL's programs as the given user, in a process group of its own: a Ctrl-C in the terminal
 * reaches the owner alone, which then stops the database when it is done with it.
 */
export const launch = (
  program: string,
  args: ReadonlyArray<string>,
  user: ServerUser,
  options: Pick<SpawnOptions, "cwd" | "stdio">,
): ChildProcess => {
  const common = { ...options, env: environment(), detached: true, windowsHide: true };
  if (user.account === undefined) return spawn(program, args, common);
  const { uid, gid } = user.account;
  if (user.capability === undefined) return spawn(program, args, { ...common, uid, gid });
  return spawn("setpriv", [...keeping(user.capability, uid, gid), "--", program, ...args], common);
};
