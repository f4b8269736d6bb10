import type { Problem } from "../contract/Problem.ts";
import { refusalIn } from "./RequestRefused.ts";

/** What a stream of the contract tells, an event at a time. */
export type Told =
  | { readonly event: "changed"; readonly id: string; readonly data: unknown }
  | { readonly event: "gone"; readonly data: Problem };

/** Asks for the changes after the one with this id. It fails, if they are refused; a connection that breaks, ends. */
export type Connect = (last: string | undefined, signal: AbortSignal) => Promise<AsyncIterable<Told>>;

/** A reader who was cut off comes back after one second, then two, and so on: never after more than this. */
const LONGEST_PAUSE = 15_000;
const PAUSE = 1000;

/** Part of the pause is left to chance: a server that begins anew is not asked by all at the same moment. */
const pause = (failures: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const length = Math.min(PAUSE * 2 ** failures, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, length);
    signal.addEventListener("abort", end);
  });

/**
 * An answer as it is now and after each change, for as long as somebody reads on. A connection that was lost is made
 * again: nothing is told twice, and what has changed meanwhile comes first.
 */
export async function* follow(
  connect: Connect,
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<unknown, void> {
  let last: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const events = await connect(last, signal).catch((error: unknown) => {
      const refusal = refusalIn(error);
      if (refusal !== undefined) throw refusal;
    });
    for await (const event of events ?? []) {
      failures = 0;
      if (event.event === "gone") {
        const refusal = refusalIn(event.data);
        if (refusal !== undefined) throw refusal;
        return;
      }
      last = event.id;
      yield event.data;
    }
    if (!signal.aborted) await pause(failures++, signal);
  }
}
