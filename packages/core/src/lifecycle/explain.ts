import { Schema } from "effect";
import { Deadline } from "../calendar/Deadline.ts";
import { refusalOfActor, refusalOfState } from "./decide.ts";
import type { Context, Machine, Tagged } from "./Machine.ts";
import { Rejection } from "./Rejection.ts";
import { earliest, outcomeOf, type Timer, timersIn } from "./Timer.ts";

const Waiting = Schema.Struct({ timer: Schema.String, deadline: Deadline, outcome: Schema.String });

/** Where a subject stands for an actor: what may be done, what may not and why, and what happens by itself (R58). */
export const Explanation = Schema.Struct({
  state: Schema.String,
  open: Schema.Array(Schema.String),
  closed: Schema.Array(Schema.Struct({ command: Schema.String, because: Rejection })),
  /** Every deadline with its reckoning, the next one first. */
  deadlines: Schema.Array(Waiting),
  /** What comes first if nobody acts; null, if it stays as it is. */
  ifNobodyActs: Schema.NullOr(Waiting),
});
export type Explanation = typeof Explanation.Type;

const people: ReadonlySet<string> = new Set(["Anyone", "Seller", "Buyer", "Reviewer", "Support"]);

/** Reads off the table, the timers and the guards how a settled subject stands for an actor. Changes nothing. */
export const explain = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  id: string,
  state: State,
  context: Context,
): Explanation => {
  const open: Array<string> = [];
  const closed: Array<{ command: string; because: Rejection }> = [];
  for (const [command, row] of machine.commands) {
    if (row.from.has("Nothing") || !row.by.some((role) => people.has(role))) continue;
    const because =
      refusalOfActor(machine, row, state, command, id, context) ??
      refusalOfState(row, command, state) ??
      row.ready?.(state);
    if (because === undefined) open.push(command);
    else closed.push({ command, because });
  }
  const reader = machine.roleOf(state, context.actor);
  const told = ({ name, deadline }: Timer<Name>) => {
    const outcome = outcomeOf(machine.timers, state, name, reader);
    return { timer: name, deadline, outcome };
  };
  const waiting = timersIn(machine.timers, state).map(told);
  const first = earliest(machine.timers, state);
  return {
    state: state._tag,
    open,
    closed,
    deadlines: waiting.sort((one, other) => one.deadline.at - other.deadline.at),
    ifNobodyActs: first === undefined ? null : told(first),
  };
};
