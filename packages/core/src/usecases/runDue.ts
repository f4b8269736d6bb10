import { Effect } from "effect";
import { now } from "./execute.ts";
import { countEvents } from "./figures/countEvents.ts";
import { forgetOld, type RetentionPolicy } from "./forgetting.ts";
import { collectPhotos } from "./photos/collectPhotos.ts";
import { runTasks } from "./runTasks.ts";
import { runTimers } from "./runTimers.ts";
import { tellAllOnce } from "./subscribers/tellSubscribers.ts";

/** How far one invocation came. */
export interface Drained {
  readonly timers: number;
  readonly tasks: number;
  /** Whether its time was up before nothing was due any more: ask again at once. */
  readonly more: boolean;
}

const PAGE = 100;

/**
 * Fires what is due, does what is wanted, counts, tells subscribers, removes photos that nothing shows, forgets what is old, and comes back
 * once nothing is due: for places where nothing runs by itself for long, and somebody else's clock calls every minute.
 * After `milliseconds` it begins nothing new. Any number may run at once, beside workers as well.
 */
export const runDue = Effect.fn("Running.due")(function* (milliseconds: number, keep: RetentionPolicy = {}) {
  const until = (yield* now) + milliseconds;
  let timers = 0;
  let tasks = 0;
  let more = false;
  while (true) {
    const fired = yield* runTimers(PAGE);
    const done = yield* runTasks(PAGE);
    timers += fired;
    tasks += done;
    if (fired + done === 0) break;
    more = (yield* now) >= until;
    if (more) break;
  }
  yield* Effect.repeat(countEvents(), { while: (more) => more });
  yield* collectPhotos();
  yield* forgetOld(keep);
  yield* tellAllOnce();
  const drained: Drained = { timers, tasks, more };
  return drained;
});
