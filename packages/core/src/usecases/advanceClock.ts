import { Effect, Option } from "effect";
import type { Instant } from "../calendar/Instant.ts";
import type { StoredEvent } from "../lifecycle/Change.ts";
import { SandboxClock, SimulatedWorld } from "../ports/Sandbox.ts";
import { History, type StoreUnavailable } from "../ports/Store.ts";
import { Timers } from "../ports/Timers.ts";
import { now } from "./execute.ts";
import { rejectionOf } from "./rejecting.ts";
import { nextTaskAt, runTasks } from "./runTasks.ts";
import { runTimers } from "./runTimers.ts";
import { whileOthersRest } from "./standstill.ts";
import { tellAllOnce } from "./subscribers/tellSubscribers.ts";

const PAGE = 200;
/** More rounds than this at one moment is a world that never comes to rest. */
const MOST_ROUNDS = 1000;
const MOST_STEPS = 100_000;

/** Lets everything happen that is due at this moment: what providers tell, timers, tasks, what follows from them, and who is told. */
export const comeToRest = Effect.fn("Sandbox.comeToRest")(function* () {
  const world = yield* SimulatedWorld;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const told = yield* world.play;
    const fired = yield* runTimers(PAGE);
    const done = yield* runTasks(PAGE);
    if (told + fired + done === 0) return yield* tellAllOnce();
  }
  return yield* Effect.die(new Error("the sandbox never comes to rest"));
});

const nextMoment = Effect.fnUntraced(function* () {
  const timers = yield* Timers;
  const world = yield* SimulatedWorld;
  const moments = [yield* timers.next, yield* nextTaskAt, yield* world.next];
  const known = moments.flatMap((moment) => (Option.isSome(moment) ? [moment.value] : []));
  return known.sort((one, other) => one - other)[0];
});

/**
 * Moves the sandbox's clock to a moment, stopping wherever something is due on the way: orders, mails, carriers and gift
 * cards move together. Answers everything that happened, in order (R59).
 */
export const advanceClock = Effect.fn("Sandbox.advance")(
  function* (until: Instant) {
    const clock = yield* SandboxClock;
    const history = yield* History;
    const before = yield* history.last;
    yield* comeToRest();
    for (let step = 0; step < MOST_STEPS; step++) {
      const present = yield* now;
      if (present >= until) break;
      const next = yield* nextMoment();
      // What is overdue and still there is somebody else's at this moment, or waits for a provider.
      const target = next === undefined || next > until ? until : next;
      yield* clock.set(target > present ? target : until);
      yield* comeToRest();
    }
    const events: Array<StoredEvent> = [];
    while (true) {
      const page: ReadonlyArray<StoredEvent> = yield* history.all(events.at(-1)?.position ?? before, 1000);
      if (page.length === 0) return events as ReadonlyArray<StoredEvent>;
      events.push(...page);
    }
  },
  whileOthersRest,
  Effect.mapError((error) =>
    error._tag === "StoreUnavailable" ? rejectionOf(error satisfies StoreUnavailable) : error,
  ),
);
