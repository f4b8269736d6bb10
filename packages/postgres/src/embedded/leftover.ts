import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import type { DataFolder } from "./DataFolder.ts";
import { FolderUnusable } from "./EmbeddedPostgresError.ts";

type Leftover = "Gone" | "Running" | "SomebodyElse";

const pidIn = (folder: DataFolder): number | undefined => {
  try {
    return Number.parseInt(readFileSync(join(folder.cluster, "postmaster.pid"), "utf8"), 10) || undefined;
  } catch {
    return undefined;
  }
};

const commandOf = (pid: number): string => {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", `${pid}`], { encoding: "utf8" });
  } catch {
    return "";
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
};

const state = (folder: DataFolder, pid: number): Leftover => {
  if (!isAlive(pid)) return "Gone";
  return commandOf(pid).includes(folder.cluster) ? "Running" : "SomebodyElse";
};

const GENTLE_TO_HARSH: ReadonlyArray<readonly [NodeJS.Signals, seconds: number]> = [
  ["SIGINT", 30],
  ["SIGQUIT", 5],
  ["SIGKILL", 5],
];

const stop = Effect.fnUntraced(function* (folder: DataFolder, pid: number) {
  for (const [signal, seconds] of GENTLE_TO_HARSH) {
    if (state(folder, pid) !== "Running") return;
    yield* Effect.try({
      try: () => process.kill(pid, signal),
      catch: (cause) =>
        new FolderUnusable({ folder: folder.path, reason: `process ${pid} cannot be stopped`, cause }),
    });
    for (let waited = 0; waited < seconds * 100 && state(folder, pid) === "Running"; waited++) {
      yield* Effect.sleep("10 millis");
    }
  }
});

/**
 * Ends what an owner that was killed left running in the folder; to be called by the owner of the folder only. A
 * `postmaster.pid` whose number meanwhile belongs to some other program is removed, or PostgreSQL would not start;
 * one whose process is gone is left to PostgreSQL, which knows what else to clean up.
 */
export const endLeftover = Effect.fnUntraced(function* (folder: DataFolder) {
  const pid = pidIn(folder);
  if (pid === undefined || process.platform === "win32") return;
  if (state(folder, pid) === "Running") yield* stop(folder, pid);
  if (state(folder, pid) === "SomebodyElse") {
    yield* Effect.sync(() => rmSync(join(folder.cluster, "postmaster.pid"), { force: true }));
  }
});
