import { type Deadline, hasPassed } from "../calendar/Deadline.ts";
import type { Instant } from "../calendar/Instant.ts";

/** Something that happens by itself at a deadline, unless somebody acts before. `outcome` says what (R58). */
export interface Timer<Name extends string = string> {
  readonly name: Name;
  readonly deadline: Deadline;
  readonly outcome: string;
}

/** A timer of a state: where its deadline stands; null, while it does not run. */
export interface TimerRow<State, Name extends string> {
  readonly name: Name;
  readonly deadline: (state: State) => Deadline | null;
  readonly outcome: string;
}

/** For each state the timers that may run in it. Of two at the same moment the one named first comes first. */
export type TimersOf<State extends { readonly _tag: string }, Name extends string> = {
  readonly [Tag in State["_tag"]]?: ReadonlyArray<TimerRow<Extract<State, { readonly _tag: Tag }>, Name>>;
};

const none: ReadonlyArray<never> = [];

/** A state's own rows: each reads only states of its own type, and this is the one place that takes it on trust. */
const rowsOf = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersOf<State, Name>,
  state: State,
): ReadonlyArray<TimerRow<State, Name>> => {
  const tag: State["_tag"] = state._tag;
  const rows: unknown = timers[tag];
  return (rows as ReadonlyArray<TimerRow<State, Name>> | undefined) ?? none;
};

/** The timers that run in a state. */
export const timersIn = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersOf<State, Name>,
  state: State,
): ReadonlyArray<Timer<Name>> =>
  rowsOf(timers, state).flatMap(({ name, deadline, outcome }) => {
    const at = deadline(state);
    return at === null ? [] : [{ name, deadline: at, outcome }];
  });

/** The timer that comes first in a state. Asked at every decision: nothing is made but the answer. */
export const earliest = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersOf<State, Name>,
  state: State,
): Timer<Name> | undefined => {
  const rows = rowsOf(timers, state);
  let first: TimerRow<State, Name> | undefined;
  let soonest: Deadline | undefined;
  for (const row of rows) {
    const deadline = row.deadline(state);
    if (deadline === null || (soonest !== undefined && deadline.at >= soonest.at)) continue;
    first = row;
    soonest = deadline;
  }
  if (first === undefined || soonest === undefined) return undefined;
  return { name: first.name, deadline: soonest, outcome: first.outcome };
};

/** Whether a timer of a state has come by now. */
export const isDue = <State extends { readonly _tag: string }, Name extends string>(
  timers: TimersOf<State, Name>,
  state: State,
  now: Instant,
): boolean => {
  for (const row of rowsOf(timers, state)) {
    const deadline = row.deadline(state);
    if (deadline !== null && hasPassed(deadline, now)) return true;
  }
  return false;
};
