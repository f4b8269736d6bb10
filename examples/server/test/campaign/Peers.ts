import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Place } from "./engine.ts";

/** A process of the campaign, and what becomes of it. */
export interface Peer {
  readonly child: ChildProcess;
  /** It has loaded its code and begins. */
  readonly begun: Promise<void>;
  /** Its exit code, or the signal that killed it; with what it complained of. */
  readonly ended: Promise<{ readonly how: number | NodeJS.Signals | null; readonly said: string }>;
}

const running = new Set<ChildProcess>();
let isOver = false;

/** Starts a script of this folder with its orders. Code that was compiled once is taken from there by the next. */
export const startPeer = (script: string, orders: Place): Peer => {
  if (isOver) throw new Error("Nothing is started any more: the campaign is over.");
  const child = spawn(process.execPath, [join(import.meta.dirname, script), JSON.stringify(orders)], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { NODE_COMPILE_CACHE: join(orders.folder, "code"), ...process.env },
  });
  running.add(child);
  let said = "";
  const begun = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      resolve();
    });
    child.once("close", () => resolve());
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = once(child, "close").then(([code, signal]) => {
    running.delete(child);
    return { how: code ?? signal, said };
  });
  return { child, begun, ended };
};

/** From now on peers may be started. */
export const beginPeers = (): void => {
  isOver = false;
};

/** Ends all that still runs, and lets none begin; nothing is left behind, whatever a test came to. */
export const endPeers = async (): Promise<void> => {
  isOver = true;
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, "close");
      child.kill("SIGKILL");
      await closed;
    }),
  );
};
