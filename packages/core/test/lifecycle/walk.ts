import { type Decision, plus, type Rejection, settle, system, type Tagged } from "@resale/core";
import type { Story } from "@resale/testkit";
import { Dice, type Play, play } from "@resale/testkit/arbitraries";
import { Result } from "effect";
import type { Subjects } from "./subjects.ts";

export { type Move, movesOf } from "@resale/testkit/model";

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

/** A moment later than a story's. */
export const later = (story: { readonly now: Parameters<typeof plus>[0] }, milliseconds: number) =>
  plus(story.now, milliseconds);
