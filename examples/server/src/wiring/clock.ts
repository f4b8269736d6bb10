import { SandboxClock } from "@resale/core";
import { Effect, Layer, Schema } from "effect";
import { Settings } from "./Settings.ts";
import { readOffset, shiftedClock } from "./ShiftedClock.ts";

/** A data folder whose clock was set forward meets providers that live in the present. */
export class ClockWasSet extends Schema.TaggedError<ClockWasSet>()("ClockWasSet", {
  folder: Schema.String,
}) {}

/** The machine's own clock, for as long as a real provider has a part in the shop: it can't be set (R59). */
const realClock = Layer.effect(
  SandboxClock,
  Effect.gen(function* () {
    const { folder, dataDir } = yield* Settings;
    const offset = yield* Effect.promise(() => readOffset(folder("clock")));
    if (offset > 0) return yield* new ClockWasSet({ folder: dataDir });
    return SandboxClock.of({
      set: () => Effect.die(new Error("the clock of a shop in business is not set")),
    });
  }),
);

/** The clock of this shop: one that can be set, if everybody around it is simulated. */
export const clock: Layer.Layer<SandboxClock, ClockWasSet, Settings> = Layer.unwrap(
  Effect.map(
    Settings,
    ({ isSandbox }): Layer.Layer<SandboxClock, ClockWasSet, Settings> =>
      isSandbox ? shiftedClock : realClock,
  ),
);
