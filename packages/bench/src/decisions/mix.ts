import {
  type Actor,
  type Context,
  HOUR,
  type Order,
  type OrderCommand,
  plus,
  preLoved,
  system,
} from "@resale/core";
import {
  aDeliveredOrder,
  anOrderAwaitingShipment,
  anOrderInTransit,
  aScan,
  asBuyer,
  asCarrier,
  disputeCommand,
  type OrderStory,
  scansCommand,
} from "@resale/testkit";

/** One question to an order: a command, or what the clock alone makes of it. */
export interface Step {
  readonly order: Order;
  readonly command: OrderCommand | undefined;
  readonly context: Context;
}

const step = (story: OrderStory, actor: Actor, command: OrderCommand | undefined, later = HOUR): Step => ({
  order: story.state,
  command,
  context: { actor, now: plus(story.now, later), program: preLoved },
});

const overdue = (): Step => {
  const awaiting = anOrderAwaitingShipment();
  const reminded = awaiting.at(plus(awaiting.state.shipBy?.at ?? awaiting.now, -1));
  return step(reminded, system, undefined, 1);
};

const moving = (): Step => {
  const story = anOrderInTransit();
  return step(story, asCarrier, scansCommand(aScan("InTransit", plus(story.now, HOUR))));
};

/** What orders are asked most: each of the four in turn, of orders that have nothing in common. */
export const mix = (orders: number): ReadonlyArray<Step> =>
  Array.from({ length: orders }, () => [
    step(aDeliveredOrder(), asBuyer, { _tag: "Confirm" }),
    moving(),
    step(aDeliveredOrder(), asBuyer, disputeCommand()),
    overdue(),
  ]).flat();
