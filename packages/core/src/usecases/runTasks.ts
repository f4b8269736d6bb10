import { Cause, Effect, Option, Schema } from "effect";
import { DAY, type Instant, instant, MINUTE } from "../calendar/Instant.ts";
import { messageOf } from "../lifecycle/message.ts";
import { Rejection } from "../lifecycle/Rejection.ts";
import type { Task } from "../lifecycle/Task.ts";
import { type LeasedTask, Tasks } from "../ports/Tasks.ts";
import { now } from "./execute.ts";
import { giveUp } from "./tasks/giveUp.ts";
import { type Lane, lanesOf } from "./tasks/lanes.ts";
import { performTask } from "./tasks/performTask.ts";

/** After how many milliseconds another process may take a task that nobody finished. */
const LEASE = 2 * MINUTE;
/** A provider that takes half a minute for each answer is still done with so many rounds before the lease ends. */
const MOST_ROUNDS = 3;
/** After so many tries, some nine hours, a task waits for an operator: a night in which a provider is away needs nobody. */
const MOST_TRIES = 15;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = DAY / 4;

/** Growing pauses, each a little different, so that what failed together is not tried again together. */
const pauseBefore = (attempt: number, key: string): number => {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
  let scatter = 0;
  for (let index = 0; index < key.length; index++) scatter = (scatter * 31 + key.charCodeAt(index)) % 1000;
  return Math.round(pause * (0.75 + scatter / 2000));
};

/** A payment that may still turn up is looked for as long as it may; nobody can do more about it (R21). */
const isPatient = ({ _tag }: Task): boolean => _tag === "CancelPayment";

const isRejection = Schema.is(Rejection);

const wordsOf = (cause: Cause.Cause<unknown>): string => {
  const error = Option.getOrUndefined(Cause.findErrorOption(cause));
  if (isRejection(error)) return messageOf(error);
  if (typeof error === "object" && error !== null && "reason" in error) return String(error.reason);
  return Cause.pretty(cause).split("\n")[0] ?? "unknown";
};

const isRefused = (cause: Cause.Cause<unknown>): boolean => {
  const error = Option.getOrUndefined(Cause.findErrorOption(cause));
  return typeof error === "object" && error !== null && "_tag" in error && error._tag === "ProviderRefused";
};

/** How long the provider wants to be left alone, where it says so: asking it earlier would be in vain. */
const wishedPause = (cause: Cause.Cause<unknown>): number => {
  const error = Option.getOrUndefined(Cause.findErrorOption(cause));
  if (typeof error !== "object" || error === null || !("retryAfter" in error)) return 0;
  return typeof error.retryAfter === "number" ? Math.min(error.retryAfter, LONGEST_PAUSE) : 0;
};

const work = Effect.fnUntraced(function* (leased: LeasedTask) {
  const tasks = yield* Tasks;
  const exit = yield* Effect.exit(performTask(leased.task));
  const moment = yield* now;
  if (exit._tag === "Success") return yield* tasks.finish(leased, moment);
  if (Cause.hasInterruptsOnly(exit.cause)) return yield* tasks.postpone(leased, "interrupted", moment);
  const words = wordsOf(exit.cause);
  const last = leased.attempt >= MOST_TRIES && !isPatient(leased.task);
  if (last || isRefused(exit.cause)) {
    yield* Effect.ignore(giveUp(leased.task, words));
    yield* Effect.logWarning("task given up", { task: leased.task._tag, key: leased.key, error: words });
    return yield* tasks.postpone(leased, words, undefined);
  }
  const pause = Math.max(pauseBefore(leased.attempt, leased.key), wishedPause(exit.cause));
  yield* tasks.postpone(leased, words, instant(moment + pause));
});

/** A page in one worker's hands. A worker that is stopped gives back what it has not done: nobody waits for the lease. */
const workThrough = Effect.fnUntraced(function* (
  taken: ReadonlyArray<LeasedTask>,
  atOnce: number,
  turn: Effect.Effect<void>,
) {
  const open = new Set(taken);
  const one = (leased: LeasedTask) =>
    Effect.andThen(Effect.andThen(turn, work(leased)), () => Effect.sync(() => open.delete(leased)));
  const giveBack = Effect.gen(function* () {
    if (open.size > 0) yield* Effect.ignore((yield* Tasks).release([...open], yield* now));
  });
  yield* Effect.onInterrupt(
    Effect.forEach(taken, one, { concurrency: atOnce, discard: true }),
    () => giveBack,
  );
  return taken.length;
});

/**
 * Takes a page of a lane's tasks that are due, and does them, each after `turn`. Answers how many there were: few enough
 * to be done before their lease ends.
 */
export const runLane = Effect.fn("Running.lane")(function* (
  { kinds, atOnce }: Lane,
  limit: number,
  turn: Effect.Effect<void> = Effect.void,
) {
  const tasks = yield* Tasks;
  const request = { now: yield* now, limit: Math.min(limit, MOST_ROUNDS * atOnce), lease: LEASE, kinds };
  // Taking is never cut off: nobody would know of what was taken, and all would wait for the lease.
  return yield* Effect.uninterruptibleMask((restore) =>
    Effect.flatMap(tasks.take(request), (taken) => restore(workThrough(taken, atOnce, turn))),
  );
});

/** Takes a page of each provider's tasks and does them. Answers how many there were. */
export const runTasks = Effect.fn("Running.tasks")(function* (limit: number, turn?: Effect.Effect<void>) {
  const done = yield* Effect.forEach(lanesOf(), (lane) => runLane(lane, limit, turn), {
    concurrency: "unbounded",
  });
  return done.reduce((sum, one) => sum + one, 0);
});

/** When there is next something to do. */
export const nextTaskAt: Effect.Effect<Option.Option<Instant>, never, Tasks> = Effect.gen(function* () {
  return yield* Effect.catch((yield* Tasks).next, () => Effect.succeed(Option.none<Instant>()));
});
