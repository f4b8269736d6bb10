import { Effect, Stream } from "effect";
import type { Failure, Ports } from "./calls/Row.ts";
import { thrownFor } from "./calls/settle.ts";
import { ResaleClosed, type Running } from "./Running.ts";

const aborted = (signal: AbortSignal) =>
  Effect.callback<void>((resume) => {
    const end = () => resume(Effect.void);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
    return Effect.sync(() => signal.removeEventListener("abort", end));
  });

/**
 * A stream as `for await` reads it, one element at a time: what is not taken is not read. It ends when the engine is
 * closed, and is rejected with the signal's reason when the caller gives up.
 */
export const followed = <A>(
  { runtime, closed }: Running,
  stream: Stream.Stream<A, Failure, Ports>,
  signal: AbortSignal | undefined,
): AsyncIterable<A> => ({
  async *[Symbol.asyncIterator]() {
    signal?.throwIfAborted();
    if (closed.aborted) throw new ResaleClosed();
    const context = await runtime.context();
    const end = signal === undefined ? closed : AbortSignal.any([closed, signal]);
    const until = Stream.interruptWhen(Stream.mapError(stream, thrownFor), aborted(end));
    yield* Stream.toAsyncIterableWith(until, context);
    signal?.throwIfAborted();
  },
});
