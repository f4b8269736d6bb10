import {
  advanceClock,
  type Instant,
  nextTaskAt,
  plus,
  type Rejection,
  SimulatedWorld,
  type StoredEvent,
  Timers,
} from "@resale/core";
import { Effect, Option, Schema, Semaphore } from "effect";
import { type Advance, Advanced, LONGEST_JUMP } from "../../contract/sandbox.ts";
import type { HandlersOf } from "../Handlers.ts";
import { now } from "./now.ts";
import { once } from "./once.ts";

const Named = Schema.Struct({ _tag: Schema.String });
const nameOf = (value: unknown): string => (Schema.is(Named)(value) ? value._tag : "Unknown");

const causeOf = ({ cause }: StoredEvent): string => {
  if (cause._tag === "Timer") return cause.timer;
  return cause._tag === "Command" ? nameOf(cause.command) : "SameCommand";
};

const happening = (event: StoredEvent) => ({
  position: event.position,
  at: event.at,
  subject: event.subject,
  version: event.version,
  event: nameOf(event.event),
  actor: event.actor._tag,
  cause: causeOf(event),
});

const nextMoment = Effect.gen(function* () {
  const moments = [yield* (yield* Timers).next, yield* nextTaskAt, yield* (yield* SimulatedWorld).next];
  return moments.flatMap(Option.toArray).sort((one, other) => one - other)[0];
});

const clock = Effect.gen(function* () {
  const moment: Instant = yield* now;
  return { now: moment, next: (yield* nextMoment) ?? null };
});

/** One step at a time: a clock that two set at once would go back for one of them. */
const oneAtATime = Semaphore.makeUnsafe(1);

export const sandbox: HandlersOf<"sandbox"> = {
  clock: () => clock,
  advance: ({ caller, payload }) =>
    once(caller, Advanced, advanceTo(payload)).pipe(oneAtATime.withPermits(1)),
};
const wrongMoment = (problem: string) =>
  Effect.fail<Rejection>({ _tag: "Invalid", faults: [{ field: "moment", problem }] });

const within = (present: Instant, moment: Instant): Effect.Effect<Instant, Rejection> => {
  if (moment < present) return wrongMoment(`is not before ${present}: the clock never goes back`);
  const latest = plus(present, LONGEST_JUMP);
  return moment > latest
    ? wrongMoment(`is not after ${latest}: ten years at once. Go on from there`)
    : Effect.succeed(moment);
};

const advanceTo = Effect.fnUntraced(function* (how: typeof Advance.Type) {
  const { now: present, next } = yield* clock;
  const until = yield* how._tag === "By"
    ? Effect.succeed(plus(present, how.milliseconds))
    : how._tag === "To"
      ? within(present, how.moment)
      : Effect.succeed(next === null || next < present ? present : next);
  const happened = yield* advanceClock(until);
  return { ...(yield* clock), happened: happened.map(happening) };
});
