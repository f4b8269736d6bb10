import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import type { Binaries } from "./binaries.ts";
import type { DataFolder } from "./DataFolder.ts";
import { StartFailed } from "./EmbeddedPostgresError.ts";
import { launch } from "./launch.ts";
import type { ServerUser } from "./ServerUser.ts";

/** All that starting the server takes, and stays the same when it is started again. */
export interface ServerPlan {
  readonly binaries: Binaries;
  readonly folder: DataFolder;
  readonly user: ServerUser;
  /** PostgreSQL's settings by name, over our own. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A `postgres` process that we started. */
export interface Server {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
}

/** Errors of a statement go to its caller and, as they may quote personal data, not into the log. */
const OWN_SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

/** The end of what the server wrote into its log. */
export const logTail = (folder: DataFolder): string => {
  try {
    return readFileSync(folder.log, "utf8").split("\n").slice(-20).join("\n").trim();
  } catch {
    return "";
  }
};

const failed = (folder: DataFolder, cause?: unknown): StartFailed =>
  new StartFailed({
    folder: folder.path,
    program: "postgres",
    output: logTail(folder) || String(cause),
    cause,
  });

/** Starts the process; whether it gets ready is another matter. */
export const spawnServer = (plan: ServerPlan, port: number): Effect.Effect<Server, StartFailed> =>
  Effect.callback((resume) => {
    const settings = Object.entries({ ...OWN_SETTINGS, ...plan.settings });
    const log = openSync(plan.folder.log, "w", 0o600);
    const child = launch(
      plan.binaries.postgres,
      [
        "-D",
        plan.folder.cluster,
        "-p",
        `${port}`,
        ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      plan.user,
      { cwd: plan.folder.path, stdio: ["ignore", log, log] },
    );
    closeSync(log);
    child.on("error", (cause) => resume(Effect.fail(failed(plan.folder, cause))));
    if (child.pid !== undefined) resume(Effect.succeed({ child, pid: child.pid, port }));
  });

/** Whether the process has ended. */
export const hasExited = ({ child }: Server): boolean => child.exitCode !== null || child.signalCode !== null;

/** Waits until the process has ended. */
export const exited = (server: Server): Effect.Effect<void> =>
  Effect.callback((resume) => {
    const done = () => resume(Effect.void);
    if (hasExited(server)) return done();
    server.child.once("exit", done);
    return Effect.sync(() => void server.child.off("exit", done));
  });

const READY_LINE = 7;

const isReady = (folder: DataFolder, pid: number): boolean => {
  try {
    const lines = readFileSync(join(folder.cluster, "postmaster.pid"), "utf8").split("\n");
    return lines[0] === `${pid}` && lines[READY_LINE]?.trim() === "ready";
  } catch {
    return false;
  }
};

/** Waits until the server takes connections, however long it recovers; fails when it ends instead. */
export const ready = Effect.fnUntraced(function* (folder: DataFolder, server: Server) {
  while (!isReady(folder, server.pid)) {
    if (hasExited(server)) return yield* failed(folder);
    yield* Effect.sleep("10 millis");
  }
});

const GENTLE_TO_HARSH: ReadonlyArray<readonly [NodeJS.Signals, "30 seconds" | "5 seconds"]> = [
  ["SIGINT", "30 seconds"],
  ["SIGQUIT", "5 seconds"],
  ["SIGKILL", "5 seconds"],
];

/** Ends the server: connections are closed, a checkpoint is written; if that takes too long, without. */
export const stop = Effect.fnUntraced(function* (server: Server) {
  for (const [signal, patience] of GENTLE_TO_HARSH) {
    if (hasExited(server)) return;
    server.child.kill(signal);
    yield* exited(server).pipe(Effect.timeoutOption(patience));
  }
});
