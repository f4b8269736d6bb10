import type { Contract } from "./Contract.ts";

/** What a test runner offers: `timeout` is in milliseconds. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, run: () => Promise<void>, timeout: number) => void;
  readonly afterAll: (close: () => Promise<void>) => void;
}

/** Time enough for a busy machine. */
const TIMEOUT = 60_000;

/** Has a runner try each promise of a contract: `const check = walk({ describe, it, afterAll })`. */
export const walk =
  ({ describe, it, afterAll }: Runner) =>
  ({ name, promises, close }: Contract): void =>
    describe(name, () => {
      afterAll(close);
      for (const promise of promises) it(promise.name, promise.run, TIMEOUT);
    });
