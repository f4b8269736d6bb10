import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A server that runs as a process of its own. */
export interface ServerProcess {
  /** What it said when it was ready. */
  readonly said: string;
  /** From the start of the process to that, in seconds. */
  readonly seconds: number;
  /** What it holds in memory, in megabytes; nothing, where the system does not tell. */
  readonly memory: () => number | undefined;
  readonly stop: () => Promise<void>;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

const residentOf = (pid: number): number | undefined => {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
};

/** Starts a file with this Node and waits until it says that it is ready. */
export const startProcess = async (
  file: string,
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> => {
  const began = performance.now();
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("Ready") && text.includes("\n")) resolve(text);
    });
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return {
    said,
    seconds: (performance.now() - began) / 1000,
    memory: () => (child.pid === undefined ? undefined : residentOf(child.pid)),
    stop: async () => {
      child.kill("SIGTERM");
      await ended(child);
    },
  };
};
