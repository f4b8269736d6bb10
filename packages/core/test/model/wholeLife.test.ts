import { DAY } from "@resale/core";
import { aProgram, elapsed } from "@resale/testkit";
import { programs } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { actions, begin } from "./actions.ts";
import { checkLaws, checkRest } from "./laws.ts";
import { World } from "./World.ts";
import { drain } from "./worker.ts";

const commands = fc.commands(actions, { maxCommands: 60, size: "max" });

/** Lets everything come to its end, and looks whether all is in order then. */
const rest = (world: World): void => {
  drain(world);
  for (let month = 0; month < 4; month++) {
    world.pass(30 * DAY, true);
    drain(world);
    checkLaws(world);
  }
  checkRest(world);
};

describe("the whole life of listings, checkouts and orders", () => {
  it("R27 R49 R53 R55 R58 keeps every law, whatever happens in whatever order", () => {
    fc.assert(
      fc.property(commands, (told) => {
        const world = begin(new World());
        fc.modelRun(() => ({ model: { tale: [] }, real: world }), told);
        rest(world);
      }),
      tries(70),
    );
  });

  it("R57 under every Program", () => {
    fc.assert(
      fc.property(programs, commands, (program, told) => {
        const world = begin(new World(program));
        fc.modelRun(() => ({ model: { tale: [] }, real: world }), told);
        rest(world);
      }),
      tries(25),
    );
  });

  it("goes far: sampled lives reach every state of an order", () => {
    const cancelling = aProgram({ shipping: { cancelAfter: elapsed(5 * DAY) } });
    const seen = new Set<string>();
    for (const told of fc.sample(fc.array(fc.oneof(...actions), { maxLength: 60, size: "max" }), {
      numRuns: 300,
      seed: 53,
    })) {
      const world = begin(new World(cancelling));
      for (const action of told) action.act(world);
      for (const { history, state } of world.orders.kept.values()) {
        seen.add(state._tag);
        for (const { event } of history) seen.add((event as { readonly _tag: string })._tag);
      }
    }
    for (const state of [
      "Confirmed",
      "ConfirmedAutomatically",
      "DisputeUpheld",
      "DisputeRejected",
      "Cancelled",
      "Shipped",
      "Delivered",
      "DeliveryUnverified",
      "TransitStalled",
      "PayoutIssued",
      "Refunded",
      "ChargebackLost",
    ]) {
      expect(seen, state).toContain(state);
    }
  });
});
