import type { Decision, Machine, Tagged } from "@resale/core";

/** A move from state to state: by a command, or by a timer. */
export interface Move {
  readonly by: string;
  readonly timer: boolean;
  readonly from: string;
  readonly to: string;
}

/** The moves that the facts of a decision made, timers and command apart. */
export const movesOf = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  before: State,
  command: Command | undefined,
  decision: Decision<State, Event>,
): ReadonlyArray<Move> => {
  const moves: Array<Move> = [];
  let state = before;
  let commanded = false;
  const commandMove = (from: State, to: State): void => {
    if (command === undefined) return;
    commanded = true;
    moves.push({ by: command._tag, timer: false, from: from._tag, to: to._tag });
  };
  const { facts } = decision;
  for (let index = 0; index < facts.length; ) {
    const { timer } = facts[index] ?? {};
    const from = state;
    // A timer may fire twice in a row: only while it leaves the state as it is.
    for (; index < facts.length && facts[index]?.timer === timer; index++) {
      const fact = facts[index];
      if (fact !== undefined) state = machine.evolve(state, fact.event);
    }
    if (timer === undefined) commandMove(from, state);
    else moves.push({ by: timer, timer: true, from: from._tag, to: state._tag });
  }
  if (!commanded) commandMove(state, state);
  return moves;
};
