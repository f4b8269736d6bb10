import type { Layer, ManagedRuntime } from "effect";
import type { engine } from "./wiring/engine.ts";

/** Everything the server's parts may ask for. */
export type Services = Layer.Success<ReturnType<typeof engine>>;
export type Runtime = ManagedRuntime.ManagedRuntime<Services, unknown>;
