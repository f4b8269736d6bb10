import { isDeepStrictEqual } from "node:util";
import { decide, orderMachine, settle, type Tagged } from "@resale/core";
import { Result } from "effect";
import type { Bench, Group } from "../harness/Bench.ts";
import { type Contestant, compared, interleave } from "../harness/rounds.ts";
import { decideByHand } from "./byHand.ts";
import { type Asked, lived } from "./lives.ts";
import { mix, type Step } from "./mix.ts";
import { decideByXState, type Snapshot, snapshotOf } from "./xstateMachine.ts";

/** Asks again and again for a while; answers how many questions were answered in a second. */
const rate = (
  steps: ReadonlyArray<Step>,
  milliseconds: number,
  ask: (step: Step, at: number) => unknown,
): number => {
  let asked = 0;
  const began = performance.now();
  let ended = began;
  while (ended - began < milliseconds) {
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at];
      if (step !== undefined && ask(step, at) === undefined) throw new Error("no answer");
    }
    asked += steps.length;
    ended = performance.now();
  }
  return (asked / (ended - began)) * 1000;
};

const ours = ({ order, command, context }: Step): unknown => {
  if (command === undefined) return settle(orderMachine, order, context);
  const decision = decide(orderMachine, order.id, order, command, context);
  return Result.isSuccess(decision) ? decision : undefined;
};

const byHand = ({ order, command, context }: Step): unknown => {
  const answer = decideByHand(order, command, context);
  return answer.ok ? answer : undefined;
};

const OURS = "decide";
const XSTATE = "XState's pure transition";
const BY_HAND = "a switch by hand";

interface Fact {
  readonly event: unknown;
  readonly tasks: unknown;
  readonly postings: unknown;
}

const bare = (facts: ReadonlyArray<Fact>): ReadonlyArray<Fact> =>
  facts.map(({ event, tasks, postings }) => ({ event, tasks, postings }));

/** All three must make the same facts, tasks and postings, ours and the switch the same state and deadline as well. */
const check = (steps: ReadonlyArray<Step>): void => {
  for (const step of steps) {
    const { order, command, context } = step;
    const { state, facts, due } =
      command === undefined
        ? settle(orderMachine, order, context)
        : Result.getOrThrow(decide(orderMachine, order.id, order, command, context));
    const switched = decideByHand(order, command, context);
    const next = decideByXState(snapshotOf(order), command, context);
    const same =
      switched.ok &&
      isDeepStrictEqual(switched.state, state) &&
      isDeepStrictEqual(switched.due, due?.deadline) &&
      isDeepStrictEqual(bare(switched.facts), bare(facts)) &&
      isDeepStrictEqual(bare(next.context.facts), bare(facts)) &&
      next.value === state._tag;
    if (!same) throw new Error(`${command?._tag ?? "the clock"} does not come to the same with all three`);
  }
};

const asked = <State extends Tagged, Command extends Tagged, Event extends Tagged, Name extends string>(
  lives: ReadonlyArray<Asked<State, Command, Event, Name>>,
): void => {
  for (const { machine, id, state, command, context } of lives) {
    if (command === undefined) settle(machine, state, context);
    else decide(machine, id, state, command, context);
  }
};

/**
 * What is compiled for four questions alone is not what serves a shop. So everyone has been asked all they can answer
 * before they are measured: of orders in every state, ours of listings and checkouts too.
 */
const grow = (times: number): void => {
  const { orders, listings, checkouts } = lived();
  const snapshots = orders.map(({ state }) => snapshotOf(state));
  for (let time = 0; time < times; time++) {
    asked(orders);
    asked(listings);
    asked(checkouts);
    for (const { state, command, context } of orders) decideByHand(state, command, context);
  }
  for (const [at, { command, context }] of orders.entries()) {
    const snapshot = snapshots[at];
    if (snapshot !== undefined) decideByXState(snapshot, command, context);
  }
};

const run = async ({ quick, rounds, report }: Bench): Promise<void> => {
  const steps = mix(64);
  check(steps);
  grow(quick ? 20 : 100);
  const snapshots = steps.map(({ order }) => snapshotOf(order));
  const snapshotAt = (at: number): Snapshot => {
    const snapshot = snapshots[at];
    if (snapshot === undefined) throw new Error("no snapshot");
    return snapshot;
  };
  const length = quick ? 300 : 1000;
  const contestants: ReadonlyArray<Contestant> = [
    { name: OURS, round: () => rate(steps, length, ours) },
    { name: BY_HAND, round: () => rate(steps, length, byHand) },
    {
      name: XSTATE,
      round: () =>
        rate(steps, length, ({ command, context }, at) => decideByXState(snapshotAt(at), command, context)),
    },
  ];
  const measured = await interleave(contestants, 2 * rounds);
  report(
    ...compared("pure decisions", "1/s", measured, OURS, [
      { against: XSTATE, goal: { of: "ratio", atLeast: 300 } },
      { against: BY_HAND, goal: { of: "ratio", atLeast: 0.6 } },
    ]),
  );
};

export const decisions: Group = { name: "decisions", run };
