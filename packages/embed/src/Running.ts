import type { ManagedRuntime } from "effect";
import type { Ports } from "./calls/Row.ts";

/** What a built engine runs in, until it is closed. */
export interface Running {
  readonly runtime: ManagedRuntime.ManagedRuntime<Ports, unknown>;
  /** Fires when the engine is closed: whoever follows anything comes to its end. */
  readonly closed: AbortSignal;
}
