import { type Actor, type Decision, messageOf, type Rejection, type Tagged } from "@resale/core";
import type { Story } from "@resale/testkit";
import { Result } from "effect";
import { expect } from "vitest";

/** What a command came to, to be held against what the rule says. */
class Outcome<State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string> {
  readonly story: Story<State, Command, Event, Name>;
  readonly answer: Result.Result<Decision<State, Event>, Rejection>;

  constructor(
    story: Story<State, Command, Event, Name>,
    answer: Result.Result<Decision<State, Event>, Rejection>,
  ) {
    this.story = story;
    this.answer = answer;
  }

  private get decision(): Decision<State, Event> {
    if (Result.isFailure(this.answer)) throw new Error(`refused: ${messageOf(this.answer.failure)}`);
    return this.answer.success;
  }

  /** It made exactly these facts, in this order. */
  thenFacts(...tags: ReadonlyArray<Event["_tag"]>): this {
    expect(this.decision.facts.map(({ event }) => event._tag)).toEqual(tags);
    return this;
  }

  /** It left the subject in this state, of which at least this is so. */
  thenState(tag: State["_tag"], matching: object = {}): this {
    expect(this.decision.state).toMatchObject({ _tag: tag, ...matching });
    return this;
  }

  /** It asked for exactly these side effects: mails by their names, other tasks by theirs. */
  thenTasks(...names: ReadonlyArray<string>): this {
    const tasks = this.decision.facts.flatMap((fact) => fact.tasks);
    expect(tasks.map((task) => ("mail" in task ? task.mail : task._tag))).toEqual(names);
    return this;
  }

  /** It was refused in this way, and changed nothing. */
  thenRefusal(tag: Rejection["_tag"], matching: object = {}): this {
    if (Result.isSuccess(this.answer)) {
      const facts = this.answer.success.facts.map(({ event }) => event._tag);
      throw new Error(`not refused with ${tag}, but accepted: ${facts.join(", ")}`);
    }
    expect(this.answer.failure).toMatchObject({ _tag: tag, ...matching });
    expect(messageOf(this.answer.failure)).not.toBe("");
    return this;
  }
}

/** `given(aLiveListing()).when(asSeller, { _tag: "Withdraw" }).thenFacts("Withdrawn")`. */
export const given = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  story: Story<State, Command, Event, Name>,
) => ({
  /** The command is given, a while later. */
  when: (actor: Actor, command: Command, later = 0) =>
    new Outcome(story, story.decide(actor, command, later)),
  /** Nobody does anything for a while. */
  whenNothingHappensFor: (milliseconds: number) => {
    const after = story.after(milliseconds);
    return {
      thenFacts: (...tags: ReadonlyArray<Event["_tag"]>) =>
        expect(
          after.history.slice(story.version).map(({ event }) => (event as unknown as Event)._tag),
        ).toEqual(tags),
      thenState: (tag: State["_tag"], matching: object = {}) =>
        expect(after.state).toMatchObject({ _tag: tag, ...matching }),
      thenTasks: (...names: ReadonlyArray<string>) =>
        expect(
          after.tasks.slice(story.tasks.length).map(({ task }) => ("mail" in task ? task.mail : task._tag)),
        ).toEqual(names),
    };
  },
});
