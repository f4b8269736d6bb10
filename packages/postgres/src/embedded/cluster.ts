import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import type { Binaries } from "./binaries.ts";
import { type DataFolder, UNFINISHED } from "./DataFolder.ts";
import { StartFailed } from "./EmbeddedPostgresError.ts";
import { launch } from "./launch.ts";
import { handOver } from "./password.ts";
import type { ServerUser } from "./ServerUser.ts";

/** The database's only account of its own. */
export const SUPERUSER = "resale";

const flags = (folder: DataFolder): ReadonlyArray<string> => [
  `--username=${SUPERUSER}`,
  `--pwfile=${folder.password}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--locale=C.UTF-8",
  "--lc-messages=C",
];

const clearUnfinished = (folder: DataFolder): void => {
  for (const name of readdirSync(folder.path)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(folder.path, name), { recursive: true, force: true });
  }
};

const runInitdb = (binaries: Binaries, folder: DataFolder, unfinished: string, user: ServerUser) =>
  Effect.callback<void, StartFailed>((resume, signal) => {
    const output: Array<Buffer> = [];
    const fail = (cause?: unknown) =>
      resume(
        Effect.fail(
          new StartFailed({
            folder: folder.path,
            program: "initdb",
            output: `${Buffer.concat(output)}${cause ?? ""}`,
            cause,
          }),
        ),
      );
    const child = launch(binaries.initdb, [`--pgdata=${unfinished}`, ...flags(folder)], user, {
      cwd: folder.path,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? resume(Effect.void) : fail()));
    signal.addEventListener("abort", () => child.kill("SIGKILL"));
  });

/**
 * Makes PostgreSQL's data directory if it is not there. It is built beside its place and moved there when finished:
 * a start that was cut off is repeated from nothing.
 */
export const ensureCluster = Effect.fnUntraced(function* (
  binaries: Binaries,
  folder: DataFolder,
  user: ServerUser,
) {
  if (existsSync(folder.cluster)) return;
  const unfinished = join(folder.path, `${UNFINISHED}${randomBytes(4).toString("hex")}`);
  yield* Effect.sync(() => {
    clearUnfinished(folder);
    mkdirSync(unfinished, { mode: 0o700 });
    handOver(folder, user.account);
    if (user.account !== undefined) chownSync(unfinished, user.account.uid, user.account.gid);
  });
  yield* runInitdb(binaries, folder, unfinished, user);
  yield* Effect.sync(() => renameSync(unfinished, folder.cluster));
});
