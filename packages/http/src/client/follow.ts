import { Cause, Effect, Exit, Stream } from "effect";
import type { Problem } from "../contract/Problem.ts";

/** What a stream of the contract tells, an event at a time. */
type Told =
  | { readonly event: "changed"; readonly id: string; readonly data: unknown }
  | { readonly event: "gone"; readonly data: Problem };

export interface Connection {
  /** Asks for the changes after the one with this id. */
  readonly connect: (last: string | undefined) => Effect.Effect<Stream.Stream<Told, unknown>, unknown>;
  /** What a refusal is to the caller; nothing for what may go better in a moment. */
  readonly refusalIn: (error: unknown) => Error | undefined;
  readonly signal?: AbortSignal;
}

/** A reader who was cut off comes back after one second, then two, and so on: never after more than this. */
const LONGEST_PAUSE = 15_000;
const PAUSE = 1000;

/** Part of the pause is left to chance: a server that begins anew is not asked by all at the same moment. */
const pause = (failures: number): Effect.Effect<void> =>
  Effect.sleep(Math.min(PAUSE * 2 ** failures, LONGEST_PAUSE) * (0.5 + Math.random() / 2));

/**
 * An answer as it is now and after each change, for as long as somebody reads on. A connection that was lost is made
 * again: nothing is told twice, and what has changed meanwhile comes first.
 */
export async function* follow({ connect, refusalIn, signal }: Connection): AsyncGenerator<unknown, void> {
  const options = signal === undefined ? {} : { signal };
  const isOver = (): boolean => signal?.aborted === true;
  let last: string | undefined;
  let failures = 0;
  while (!isOver()) {
    const opened = await Effect.runPromiseExit(connect(last), options);
    if (Exit.isSuccess(opened)) {
      const aborted = Effect.callback<void>((resume) => {
        signal?.addEventListener("abort", () => resume(Effect.void), { once: true });
      });
      // A connection that breaks ends: it is made again below.
      const events = opened.value.pipe(
        Stream.catchCause(() => Stream.empty),
        Stream.interruptWhen(aborted),
        Stream.catchCause(() => Stream.empty),
      );
      for await (const event of Stream.toAsyncIterable(events)) {
        failures = 0;
        if (event.event === "gone") {
          const refusal = refusalIn(event.data);
          if (refusal !== undefined) throw refusal;
          return;
        }
        last = event.id;
        yield event.data;
      }
    } else {
      const refusal = refusalIn(Cause.squash(opened.cause));
      if (refusal !== undefined) throw refusal;
    }
    if (!isOver()) await Effect.runPromiseExit(pause(failures++), options);
  }
}
