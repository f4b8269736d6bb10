import { DAY, type Program, preLoved } from "@resale/core";
import fc from "fast-check";
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

/** How often, and from where, lives are made up; `seed` repeats what a failure has told. */
export interface Lives {
  readonly numRuns: number;
  readonly seed?: number;
  /** Tells the life that failed as it was, and looks for no shorter one. */
  readonly endOnFailure?: boolean;
}

/**
 * Makes up lives of listings, checkouts and orders under a Program, or under one Program of many, with clocks, carriers,
 * banks and workers that do as they please, and throws at the first law that is broken, with the shortest life that breaks
 * it (R27, R49, R53, R55, R57, R58). What a Program of your own is to be tried with.
 */
export const checkWholeLife = (lives: Lives, program: Program | fc.Arbitrary<Program> = preLoved): void => {
  const programs = program instanceof fc.Arbitrary ? program : fc.constant(program);
  const life = fc.property(programs, commands, (chosen, told) => {
    const world = begin(new World(chosen));
    fc.modelRun(() => ({ model: { tale: [] }, real: world }), told);
    rest(world);
  });
  fc.assert(life, lives);
};

/** How far made-up lives go under a Program: the states and facts of orders they come to. */
export const reachedBy = (program: Program, lives: Lives): ReadonlySet<string> => {
  const seen = new Set<string>();
  for (const told of fc.sample(fc.array(fc.oneof(...actions), { maxLength: 60, size: "max" }), lives)) {
    const world = begin(new World(program));
    for (const action of told) action.act(world);
    for (const { history, state } of world.orders.kept.values()) {
      seen.add(state._tag);
      for (const { event } of history)
        if (event !== null && typeof event === "object" && "_tag" in event) seen.add(String(event["_tag"]));
    }
  }
  return seen;
};
