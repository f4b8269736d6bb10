import type { Role } from "../access/Role.ts";
import { type Deadline, hasPassed } from "../calendar/Deadline.ts";
import type { Instant } from "../calendar/Instant.ts";

/** Something that happens by itself at a deadline, unless somebody acts before. */
export interface Timer<Name extends string = string> {
  readonly name: Name;
  readonly deadline: Deadline;
}

/** What happens then, in a sentence to everybody, or to whoever reads it as they stand to the subject (R58). */
export type Outcome<State> = string | ((state: State, reader: Role | undefined) => string);

/** A timer of a state: where its deadline stands; null, while it does not run. */
export interface TimerRow<State, Name extends string> {
  readonly name: Name;
  readonly deadline: (state: State) => Deadline | null;
  readonly outcome: Outcome<State>;
}

/** For each state the timers that may run in it. Of two at the same moment the one named first comes first. */
export type TimersOf<State extends { readonly _tag: string }, Name extends string> = {
  readonly [Tag in State["_tag"]]?: ReadonlyArray<TimerRow<Extract<State, { readonly _tag: Tag }>, Name>>;
};

const none: ReadonlyArray<never> = [];

/** The same, to be asked at every decision: a Map answers quicker than an object that was asked for many names. */
export type TimersByState<State extends { readonly _tag: string }, Name extends string> = ReadonlyMap<
  string,
  ReadonlyArray<TimerRow<State, Name>>
>;

/** Each row reads only states of its own type, and this is the one place that takes it on trust. */
export const timersByState = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersOf<State, Name>,
): TimersByState<State, Name> =>
  new Map(Object.entries<unknown>(timers) as Array<[string, ReadonlyArray<TimerRow<State, Name>>]>);

/** The timers that run in a state. */
export const timersIn = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersByState<State, Name>,
  state: State,
): ReadonlyArray<Timer<Name>> =>
  (timers.get(state._tag) ?? none).flatMap(({ name, deadline }) => {
    const at = deadline(state);
    return at === null ? [] : [{ name, deadline: at }];
  });

/** What a timer of a state comes to, told to a reader. */
export const outcomeOf = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersByState<State, Name>,
  state: State,
  timer: Name,
  reader: Role | undefined,
): string => {
  const outcome = timers.get(state._tag)?.find(({ name }) => name === timer)?.outcome ?? "";
  return typeof outcome === "string" ? outcome : outcome(state, reader);
};

/** The timer that comes first in a state. Asked at every decision: nothing is made but the answer. */
export const earliest = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersByState<State, Name>,
  state: State,
): Timer<Name> | undefined => {
  const rows = timers.get(state._tag);
  if (rows === undefined) return undefined;
  let first: TimerRow<State, Name> | undefined;
  let soonest: Deadline | undefined;
  for (const row of rows) {
    const deadline = row.deadline(state);
    if (deadline === null || (soonest !== undefined && deadline.at >= soonest.at)) continue;
    first = row;
    soonest = deadline;
  }
  if (first === undefined || soonest === undefined) return undefined;
  return { name: first.name, deadline: soonest };
};

/** Whether a timer of a state has come by now. */
export const isDue = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersByState<State, Name>,
  state: State,
  now: Instant,
): boolean => {
  const rows = timers.get(state._tag);
  if (rows === undefined) return false;
  for (const row of rows) {
    const deadline = row.deadline(state);
    if (deadline !== null && hasPassed(deadline, now)) return true;
  }
  return false;
};
