import { type Duration, Effect } from "effect";
import { runTasks } from "./runTasks.ts";
import { runTimers } from "./runTimers.ts";
import { whileClockRuns } from "./standstill.ts";

/** How one worker goes about it. */
export interface Work {
  /** How many timers or tasks are taken at a time. */
  readonly page: number;
  /** How long a worker rests when nothing is due. */
  readonly rest: Duration.Input;
  /** Comes back when there may be something to do before the rest is over. */
  readonly wake: Effect.Effect<void>;
  /** Waited for before each task: a process that answers requests as well lets them go first. At once, if left out. */
  readonly turn?: Effect.Effect<void>;
}

/** How long a worker stands back when the store can't be reached. */
const TROUBLE: Duration.Input = "2 seconds";

const onceAndAgain = <E, R>(once: Effect.Effect<number, E, R>, { rest, wake }: Work) =>
  whileClockRuns(once).pipe(
    Effect.catchCause((cause) =>
      Effect.andThen(Effect.logError("a worker stumbled", cause), Effect.succeed(-1)),
    ),
    Effect.flatMap((done) => {
      if (done > 0) return Effect.void;
      return done < 0 ? Effect.sleep(TROUBLE) : Effect.race(Effect.sleep(rest), wake);
    }),
    Effect.forever,
  );

/**
 * Fires timers and does tasks for as long as the process lives. Any number of workers, in any number of processes, share
 * what there is: a timer fires once, a task has one worker at a time.
 */
export const work = Effect.fn("Running.work")(function* (how: Work) {
  return yield* Effect.all(
    [onceAndAgain(runTimers(how.page), how), onceAndAgain(runTasks(how.page, how.turn), how)],
    {
      concurrency: "unbounded",
      discard: true,
    },
  );
});
