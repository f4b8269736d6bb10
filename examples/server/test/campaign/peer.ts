// One of several processes that do all there is to do: seller, reviewer, buyer, support, timers, tasks and the clock.
import { flushCompileCache } from "node:module";
import { instant, nextTaskAt, runTasks, runTimers, SimulatedWorld, Timers } from "@resale/core";
import { Effect, Layer, Option, Result, Schedule } from "effect";
import { clockAt, engineAt, type Manner, type Place } from "./engine.ts";
import { stepSale } from "./sales.ts";

/** What one process is told. */
export interface PeerOrders extends Place, Manner {
  readonly sales: ReadonlyArray<number>;
}

const PAGE = 20;
/** So often in a row a process may find nothing to do, while sales are still open. */
const MOST_IDLE = 2_000;

const told: PeerOrders = JSON.parse(process.argv[2] ?? "");
const clock = clockAt(told.folder);

/** All that can be done at this moment; `failed`, if some of it could not be. */
const turn = Effect.gen(function* () {
  const { play } = yield* SimulatedWorld;
  const sales = yield* Effect.forEach(told.sales, (n) => Effect.result(stepSale(n)), { concurrency: 6 });
  const results = yield* Effect.all(
    [Effect.result(play), Effect.result(runTimers(PAGE)), Effect.result(runTasks(PAGE))],
    { concurrency: "unbounded" },
  );
  const done = results.reduce((sum, result) => sum + (Result.isSuccess(result) ? result.success : 0), 0);
  const standings = sales.map((result) => (Result.isSuccess(result) ? result.success : "Failed"));
  const failed = standings.includes("Failed") || results.some(Result.isFailure);
  return { done: done + standings.filter((one) => one === "Acted").length, failed, standings };
});

const nextMoment = Effect.gen(function* () {
  const timers = yield* Timers;
  const world = yield* SimulatedWorld;
  const moments = [yield* timers.next, yield* nextTaskAt, yield* world.next];
  const known = moments.flatMap((moment) => (Option.isSome(moment) ? [moment.value] : []));
  return known.sort((one, other) => one - other)[0];
});

/** Moves the clock to where something is due next, unless that is now: then somebody else is at it. */
const goOn = Effect.gen(function* () {
  const next = yield* nextMoment;
  if (next !== undefined && next > clock.currentTimeMillisUnsafe()) clock.set(instant(next));
  return next;
});

const peer = Effect.gen(function* () {
  let idle = 0;
  for (;;) {
    const { done, failed, standings } = yield* turn;
    if (done > 0) {
      idle = 0;
      continue;
    }
    const open = standings.filter((one) => one !== "Over").length;
    const next = failed ? undefined : yield* Effect.catch(goOn, () => Effect.undefined);
    if (open === 0 && !failed && next === undefined) return;
    idle += 1;
    if (idle > MOST_IDLE) return yield* Effect.die(new Error(`no way out: ${standings.join(" ")}`));
    yield* Effect.sleep("5 millis");
  }
});

/** Whoever is started while the database is away is started again. */
const engine = Effect.suspend(() => Layer.build(engineAt(told, told))).pipe(
  Effect.retry({ schedule: Schedule.spaced("50 millis"), times: 200 }),
);

await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      const services = yield* engine;
      process.stdout.write("begun\n");
      flushCompileCache();
      yield* Effect.provide(peer, services);
    }),
  ),
);
