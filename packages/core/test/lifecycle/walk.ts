import { type Decision, type Machine, plus, type Rejection, settle, system, type Tagged } from "@resale/core";
import type { Story } from "@resale/testkit";
import { Dice, type Play, play } from "@resale/testkit/arbitraries";
import { Result } from "effect";
import type { Subjects } from "./subjects.ts";

/** One step of a walk: what was tried, and what came of it. */
export interface Step<
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
> {
  readonly before: Story<State, Command, Event, Name>;
  readonly play: Play<Command>;
  readonly answer: Result.Result<Decision<State, Event>, Rejection>;
  readonly after: Story<State, Command, Event, Name>;
}

/** A move from state to state: by a command, or by a timer. */
export interface Move {
  readonly by: string;
  readonly timer: boolean;
  readonly from: string;
  readonly to: string;
}

/** Walks on from a story, one throw of the dice a step, and shows every step. */
export const walk = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  begun: Story<State, Command, Event, Name>,
  commandOf: Subjects<State, Command, Event, Name>["commandOf"],
  throws: ReadonlyArray<ReadonlyArray<number>>,
  show: (step: Step<State, Command, Event, Name>) => void,
): Story<State, Command, Event, Name> => {
  let story = begun;
  for (const numbers of throws) {
    const next = play(story, commandOf, new Dice(numbers));
    const { actor, command, later } = next;
    const before = story;
    if (command === undefined) {
      story = story.after(later);
      const decision = settle(before.machine, before.state, before.context(system, story.now));
      show({ before, play: next, answer: Result.succeed(decision), after: story });
    } else {
      const answer = story.decide(actor, command, later);
      story = Result.isSuccess(answer) ? story.give(actor, command, later) : story.after(later);
      show({ before, play: next, answer, after: story });
    }
  }
  return story;
};

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

/** A moment later than a story's. */
export const later = (story: { readonly now: Parameters<typeof plus>[0] }, milliseconds: number) =>
  plus(story.now, milliseconds);
