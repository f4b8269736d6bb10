import type { Orders } from "./orders.ts";

/** One way to write steps: so many callers at once, each waiting for its own, until the time is over. */
export interface Writer {
  /** Answers how many were written. */
  readonly write: (orders: Orders, callers: number, until: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Callers that each await their commit and then make the next one. */
export const calling =
  (commit: (orders: Orders, caller: number, callers: number) => Promise<void>): Writer["write"] =>
  async (orders, callers, until) => {
    let written = 0;
    const call = async (caller: number): Promise<void> => {
      while (performance.now() < until) {
        await commit(orders, caller, callers);
        written++;
      }
    };
    await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
    return written;
  };

/** What a writer writes in a second. */
export const rateOf = async (
  { write }: Writer,
  orders: Orders,
  callers: number,
  milliseconds: number,
): Promise<number> => {
  const began = performance.now();
  const written = await write(orders, callers, began + milliseconds);
  return (written / (performance.now() - began)) * 1000;
};
