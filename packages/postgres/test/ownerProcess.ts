import { type ChildProcess, type StdioOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PgClient } from "@effect/sql-pg";
import { Effect, Redacted } from "effect";
import { keeping, traversal } from "../src/embedded/capabilities.ts";
import type { Account } from "../src/embedded/ServerUser.ts";

const stdio: StdioOptions = ["ignore", "pipe", "pipe"];
const OWNER = join(import.meta.dirname, "owner.ts");

/** What the owner says once its database is up. */
export interface Report {
  readonly url: string;
  readonly pid: number;
  readonly took: number;
}

/** A process of its own that runs a database in a folder. */
export interface OwnerProcess extends Report {
  readonly child: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals>;
}

interface Manner {
  readonly handlesSignals?: boolean;
  /** Another account, which only root can take. */
  readonly account?: Account;
}

const canRunNode = (account: Account): boolean =>
  spawnSync(process.execPath, ["--check", OWNER], { ...account, cwd: "/" }).status === 0;

/** Where this repository lies in a folder of root's alone, the account is let through to it. */
const commandAs = (account: Account, args: ReadonlyArray<string>): ChildProcess => {
  const capability = traversal();
  if (capability === undefined || canRunNode(account))
    return spawn(process.execPath, args, { ...account, stdio });
  return spawn("setpriv", [...keeping(capability, account.uid, account.gid), process.execPath, ...args], {
    stdio,
  });
};

const started = (dataDir: string, { handlesSignals = false, account }: Manner) => {
  const args = [OWNER, dataDir, handlesSignals ? "handles-signals" : "is-plain"];
  const child = account === undefined ? spawn(process.execPath, args, { stdio }) : commandAs(account, args);
  const ended = once(child, "exit").then(([code, signal]) => code ?? signal);
  return { child, ended };
};

/** Starts an owner and gives its first line of output, whatever it says. */
export const firstWord = async (dataDir: string, manner: Manner = {}) => {
  const owner = started(dataDir, manner);
  const complaint: Array<Buffer> = [];
  owner.child.stderr?.on("data", (chunk: Buffer) => complaint.push(chunk));
  if (owner.child.stdout === null) throw new Error("no output");
  for await (const line of createInterface(owner.child.stdout)) return { ...owner, word: JSON.parse(line) };
  throw new Error(`the owner ended without a word: ${Buffer.concat(complaint)}`);
};

/** Starts an owner and waits until its database is up. */
export const owner = async (dataDir: string, manner: Manner = {}): Promise<OwnerProcess> => {
  const { child, ended, word } = await firstWord(dataDir, manner);
  if (word.error !== undefined) throw new Error(word.message);
  return { child, ended, ...word };
};

const isZombie = (pid: number): boolean => {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

/** Whether the process still runs; one that only waits for its parent to take note doesn't. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch {
    return false;
  }
};

/** Runs SQL on a connection of its own. */
export const sql = (url: string, statement: string) =>
  Effect.gen(function* () {
    const client = yield* PgClient.PgClient;
    return yield* client.unsafe<Record<string, unknown>>(statement);
  }).pipe(Effect.provide(PgClient.layer({ url: Redacted.make(url), maxConnections: 1 })), Effect.runPromise);
