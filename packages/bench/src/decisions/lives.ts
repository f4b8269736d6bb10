import type { Context, Machine, Tagged } from "@resale/core";
import {
  aDeliveredOrder,
  aDraftListing,
  aHeldCheckout,
  anOrderInTransit,
  anOverdueOrder,
  aPaidOrder,
  aPlacedOrder,
  aSubmittedListing,
  type Story,
} from "@resale/testkit";
import { checkoutCommandOf, Dice, listingCommandOf, orderCommandOf, play } from "@resale/testkit/arbitraries";
import { Result } from "effect";

/** One question of a life: what was asked of whom, or what the clock alone makes of it. */
export interface Asked<
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
> {
  readonly machine: Machine<State, Command, Event, Name>;
  readonly id: string;
  readonly state: State;
  readonly command: Command | undefined;
  readonly context: Context;
}

/** Numbers that look thrown, and are the same in every run. */
const throwsFrom = (seed: number): (() => ReadonlyArray<number>) => {
  let thrown = seed;
  const next = (): number => {
    thrown = (thrown * 48_271) % 2_147_483_647;
    return thrown % 10_000;
  };
  return () => Array.from({ length: 14 }, next);
};

type CommandOf<State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string> = (
  tag: Command["_tag"],
  story: Story<State, Command, Event, Name>,
  dice: Dice,
) => Command;

/** Goes on with a life as the dice lead it, and tells what was asked at every step. */
const live = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  begun: Story<State, Command, Event, Name>,
  commandOf: CommandOf<State, Command, Event, Name>,
  throws: () => ReadonlyArray<number>,
  steps: number,
): ReadonlyArray<Asked<State, Command, Event, Name>> => {
  const { machine, id } = begun;
  const asked: Array<Asked<State, Command, Event, Name>> = [];
  let story = begun;
  for (let step = 0; step < steps; step++) {
    const { actor, command, later } = play(story, commandOf, new Dice(throws()));
    const aged = story.after(later);
    asked.push({ machine, id, state: story.state, command, context: aged.context(actor) });
    const told = command !== undefined && Result.isSuccess(story.decide(actor, command, later));
    story = told ? story.give(actor, command, later) : aged;
  }
  return asked;
};

const LIVES = 12;
const STEPS = 24;

const lives = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  begin: ReadonlyArray<() => Story<State, Command, Event, Name>>,
  commandOf: CommandOf<State, Command, Event, Name>,
): ReadonlyArray<Asked<State, Command, Event, Name>> =>
  Array.from({ length: LIVES }, (_, life) =>
    begin.flatMap((story, kind) => live(story(), commandOf, throwsFrom(1 + life * 97 + kind), STEPS)),
  ).flat();

/** Orders in all of their states, listings and checkouts: what a server has decided before it is measured. */
export const lived = () => ({
  orders: lives(
    [aPlacedOrder, aPaidOrder, anOverdueOrder, anOrderInTransit, aDeliveredOrder],
    orderCommandOf,
  ),
  listings: lives([aDraftListing, aSubmittedListing], listingCommandOf),
  checkouts: lives([aHeldCheckout], checkoutCommandOf),
});
