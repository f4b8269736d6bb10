import type { Database } from "../server/Database.ts";

/** Orders, or jobs, that one worker takes at once. */
export const PAGE = 500;

/** One way to let timers fire. */
export interface Drainer {
  readonly name: string;
  readonly database: Database;
  /** Makes so many due. */
  readonly sow: (count: number, batch: number) => Promise<void>;
  /** Lets them all fire. */
  readonly drain: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Timers a second in one round: what is sown is not counted. */
export const drainRate = async (drainer: Drainer, count: number, batch: number): Promise<number> => {
  await drainer.sow(count, batch);
  const began = performance.now();
  await drainer.drain(count);
  return (count / (performance.now() - began)) * 1000;
};
