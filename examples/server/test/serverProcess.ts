import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const SOURCES = join(import.meta.dirname, "..", "src");
const PATIENCE = 40_000;

/** A server or worker in a process of its own. */
export interface ServerProcess {
  /** All that it has said so far, on both channels. */
  readonly said: () => string;
  /** Comes when it has said this; fails if it ends before. */
  readonly says: (words: string) => Promise<void>;
  /** Where it listens, once it is ready. */
  readonly ready: () => Promise<string>;
  /** Its exit code; null, if a signal killed it. */
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Waits for something that a real process has to do, for so long and no longer. */
export const eventually = async <A>(
  what: string,
  look: () => Promise<A | undefined> | A | undefined,
  patience: number = PATIENCE,
): Promise<A> => {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((next) => setTimeout(next, 25));
  }
  throw new Error(`In ${patience} ms it never came to this: ${what}.`);
};

const environment = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, SMTP_URL: __, SHOP_URL: ___, NODE_OPTIONS: ____, ...mine } = process.env;
  return { ...mine, ...env };
};

/** Starts `main.ts`, or another entry of the server. */
export const launch = (env: Readonly<Record<string, string>>, entry = "main.ts"): ServerProcess => {
  const child = spawn(process.execPath, [join(SOURCES, entry)], { env: environment(env) });
  let said = "";
  let isOver = false;
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = once(child, "close").then(([code]): number | null => {
    isOver = true;
    return code;
  });
  const says = (words: string): Promise<void> =>
    eventually(`it says “${words}”`, () => {
      if (said.includes(words)) return true;
      if (isOver) throw new Error(`It ended without saying “${words}”: ${said}`);
      return undefined;
    }).then(() => undefined);
  return {
    said: () => said,
    says,
    ready: async () => {
      await says("Ctrl-C");
      const [, url] = /API +(\S+)\/docs/.exec(said) ?? [];
      if (url === undefined) throw new Error(`It does not say where it listens: ${said}`);
      return url;
    },
    ended,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

/** The processes whose command names a folder. */
export const processesIn = (folder: string): ReadonlyArray<string> =>
  execFileSync("ps", ["-ww", "-A", "-o", "pid=,command="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(folder));
