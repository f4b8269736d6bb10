import type { Deadline } from "../calendar/Deadline.ts";

/** Something that happens by itself at a deadline, unless somebody acts before. `outcome` says what (R58). */
export interface Timer<Name extends string = string> {
  readonly name: Name;
  readonly deadline: Deadline;
  readonly outcome: string;
}

/** The timer that comes first; at the same moment, the one named first. */
export const earliest = <Name extends string>(
  timers: ReadonlyArray<Timer<Name>>,
): Timer<Name> | undefined => {
  let first: Timer<Name> | undefined;
  for (const timer of timers) {
    if (first === undefined || timer.deadline.at < first.deadline.at) first = timer;
  }
  return first;
};
