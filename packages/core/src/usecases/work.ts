import { type Duration, Effect } from "effect";
import { runLane } from "./runTasks.ts";
import { runTimers } from "./runTimers.ts";
import { whileClockRuns } from "./standstill.ts";
import { type AtOnce, lanesOf } from "./tasks/lanes.ts";

/** How one worker goes about it. */
export interface Work {
  /** How many timers or tasks are taken at a time. */
  readonly page: number;
  /** How long a worker rests when nothing is due. */
  readonly rest: Duration.Input;
  /** Comes back when there may be something to do before the rest is over. */
  readonly wake: Effect.Effect<void>;
  /** How many tasks this process has with a provider at a time, where it is to be more or fewer than usual. */
  readonly atOnce?: Partial<AtOnce>;
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

/** A full page is hardly the last: then two at a time, so that one is decided while the other is written. */
const catchUp = (page: number) =>
  Effect.flatMap(runTimers(page), (fired) =>
    fired < page
      ? Effect.succeed(fired)
      : Effect.map(
          Effect.all([runTimers(page), runTimers(page)], { concurrency: "unbounded" }),
          ([one, other]) => fired + one + other,
        ),
  );

/**
 * Fires timers and does tasks for as long as the process lives. Any number of workers, in any number of processes, share
 * what there is: a timer fires once, a task has one worker at a time.
 */
export const work = Effect.fn("Running.work")(function* (how: Work) {
  const lanes = lanesOf(how.atOnce).map((lane) => onceAndAgain(runLane(lane, how.page, how.turn), how));
  return yield* Effect.all([onceAndAgain(catchUp(how.page), how), ...lanes], {
    concurrency: "unbounded",
    discard: true,
  });
});
