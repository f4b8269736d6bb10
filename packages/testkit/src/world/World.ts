import { type Instant, type Program, Programs, preLoved } from "@resale/core";
import { Layer, ManagedRuntime } from "effect";
import { START } from "../builders/times.ts";
import { MemoryStore } from "../memory/MemoryStore.ts";
import { memoryProviders, randomIds, testLinks } from "./memoryProviders.ts";
import { SettableClock, settableClockLayer } from "./SettableClock.ts";

const adapters = Layer.mergeAll(MemoryStore.layer, memoryProviders, testLinks, randomIds);

/** The whole engine in memory, with a clock that a test sets. Use cases run in its `runtime`. */
export const makeWorld = (program: Program = preLoved, start: Instant = START) => {
  const clock = new SettableClock(start);
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(adapters, Programs.layer(program), settableClockLayer(clock)),
  );
  return { clock, runtime, program };
};
/** The engine in memory, its clock and its Program. */
export type World = ReturnType<typeof makeWorld>;
