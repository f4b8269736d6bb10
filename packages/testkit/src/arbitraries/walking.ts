import {
  type Actor,
  DAY,
  earliest,
  HOUR,
  type Machine,
  MINUTE,
  type Role,
  type Row,
  system,
  type Tagged,
} from "@resale/core";
import {
  asBuyer,
  asCarrier,
  asPaymentProvider,
  asReviewer,
  asSeller,
  asStranger,
  asSupport,
  asVisitor,
} from "../builders/people.ts";
import type { Story } from "../builders/Story.ts";
import type { Dice } from "./Dice.ts";

/** What somebody does next, a while later; or nobody does anything, and time passes. */
export interface Play<Command> {
  readonly actor: Actor;
  readonly command: Command | undefined;
  readonly later: number;
}

/** Somebody in each role, for the people of the builders' stories. */
export const actorsIn: { readonly [R in Role]: readonly [Actor, ...ReadonlyArray<Actor>] } = {
  Anyone: [asVisitor, asBuyer],
  Seller: [asSeller],
  Buyer: [asBuyer],
  Reviewer: [asReviewer],
  Support: [asSupport],
  Carrier: [asCarrier],
  PaymentProvider: [asPaymentProvider],
  System: [system],
};

const everybody: readonly [Actor, ...ReadonlyArray<Actor>] = [
  system,
  asStranger,
  asVisitor,
  asSeller,
  asBuyer,
  asReviewer,
  asSupport,
  asCarrier,
  asPaymentProvider,
];

/** A pause: often none, sometimes long. */
const pause = (dice: Dice): number =>
  dice.pick([0, 0, 0, MINUTE, 7 * MINUTE, HOUR, 20 * HOUR, DAY, 3 * DAY, 11 * DAY, 40 * DAY]);

/** Up to the next thing that is due: a millisecond before, just then, or a little after. */
const untilDue = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  story: Story<State, Command, Event, Name>,
  dice: Dice,
): number => {
  const due = earliest(story.machine.timers, story.state);
  if (due === undefined) return pause(dice);
  return Math.max(0, due.deadline.at - story.now + dice.pick([0, -1, 1, HOUR]));
};

/** Chooses what happens next in a life: mostly what the table has open, by somebody who may. */
export const play = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  story: Story<State, Command, Event, Name>,
  commandOf: (tag: Command["_tag"], story: Story<State, Command, Event, Name>, dice: Dice) => Command,
  dice: Dice,
): Play<Command> => {
  const machine: Machine<State, Command, Event, Name> = story.machine;
  if (dice.chance(25)) return { actor: system, command: undefined, later: untilDue(story, dice) };
  const tags = Object.keys(machine.table) as ReadonlyArray<Command["_tag"]>;
  const row = (tag: Command["_tag"]): Row => machine.table[tag];
  const open = tags.filter((tag) => story.state._tag in row(tag).moves);
  const [first, ...others] = dice.chance(8) || open.length === 0 ? tags : open;
  if (first === undefined) throw new Error("a machine without commands");
  const tag = dice.pick([first, ...others]);
  const [role, ...roles] = row(tag).by;
  const actor =
    dice.chance(8) || role === undefined
      ? dice.pick(everybody)
      : dice.pick(actorsIn[dice.pick([role, ...roles])]);
  return { actor, command: commandOf(tag, story, dice), later: pause(dice) };
};
