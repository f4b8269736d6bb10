import type { Effect, ManagedRuntime } from "effect";
import { Cause, Exit } from "effect";
import type { Ports } from "./calls/Row.ts";
import { settle } from "./calls/settle.ts";

/** What a built engine runs in, until it is closed. */
export interface Running {
  readonly runtime: ManagedRuntime.ManagedRuntime<Ports, unknown>;
  /** Fires when the engine is closed: whoever follows anything comes to its end. */
  readonly closed: AbortSignal;
}

/** The engine was closed before it was asked, or before it could answer. */
export class ResaleClosed extends Error {
  override readonly name = "ResaleClosed";

  constructor() {
    super("This engine was closed.");
  }
}

/** The engine's answer as promises give it: typed refusals, the signal's reason for who gives up, and no answer once it is closed. */
export const runIn = async <A, R>(
  { closed }: Running,
  runtime: ManagedRuntime.ManagedRuntime<R, unknown>,
  effect: Effect.Effect<A, unknown, R>,
  signal?: AbortSignal,
): Promise<A> => {
  signal?.throwIfAborted();
  if (closed.aborted) throw new ResaleClosed();
  const exit = await runtime.runPromiseExit(effect, signal === undefined ? {} : { signal });
  if (closed.aborted && Exit.isFailure(exit) && !Cause.hasFails(exit.cause)) throw new ResaleClosed();
  return settle(exit, signal);
};
