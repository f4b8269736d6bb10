import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { MovableClock, SandboxClock } from "@resale/core";
import { Clock, Duration, Effect, Layer } from "effect";
import { Settings } from "./Settings.ts";

/** The machine's time, moved by so many milliseconds. */
class ShiftedClock extends MovableClock {
  offset = 0;

  currentTimeMillisUnsafe(): number {
    return Date.now() + this.offset;
  }
}

export const readOffset = async (path: string): Promise<number> => {
  try {
    const offset = Number(await readFile(path, "utf8"));
    return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
  } catch {
    return 0;
  }
};

/** How long another process may not know yet that the clock was set, in milliseconds. */
const LOOK_AGAIN = 500;

/** The sandbox's clock: it is set forward, never back, and stays so over a restart. Several processes share it (R59). */
export const shiftedClock: Layer.Layer<SandboxClock, never, Settings> = Layer.unwrap(
  Effect.gen(function* () {
    const { folder } = yield* Settings;
    const path = folder("clock");
    const clock = new ShiftedClock();
    clock.offset = yield* Effect.promise(() => readOffset(path));
    const follow = Effect.gen(function* () {
      yield* clock.sleep(Duration.millis(LOOK_AGAIN));
      const known = yield* Effect.promise(() => readOffset(path));
      if (known > clock.offset) clock.offset = known;
    });
    const set: SandboxClock["Service"]["set"] = (moment) =>
      Effect.promise(async () => {
        const offset = moment - Date.now();
        if (offset <= clock.offset) return;
        clock.offset = Math.ceil(offset);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(`${path}.draft`, `${clock.offset}`);
        await rename(`${path}.draft`, path);
      });
    return Layer.mergeAll(
      Layer.succeed(Clock.Clock, clock),
      Layer.succeed(SandboxClock, { set }),
      Layer.effectDiscard(Effect.forkScoped(Effect.forever(follow))),
    );
  }),
);
