import {
  type Context,
  DAY,
  type Deadline,
  decide,
  differences,
  explain,
  HOUR,
  type Instant,
  type OrderCommand,
  orderMachine,
  outcomeOf,
  plus,
  preLoved,
  replay,
  settle,
  system,
  timersByState,
  timersIn,
} from "@resale/core";
import {
  aConfirmedOrder,
  aDeliveredOrder,
  aPaidOrder,
  aPlacedOrder,
  aProgram,
  asBuyer,
  asCarrier,
  asSupport,
  holdUntil,
  type OrderStory,
  START,
} from "@resale/testkit";
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { earliest, isDue } from "../../src/lifecycle/Timer.ts";

interface Egg {
  readonly _tag: "Raw" | "Boiled";
  readonly soft: Deadline | null;
  readonly hard: Deadline | null;
}

const after = (milliseconds: number): Deadline => holdUntil(preLoved, plus(START, milliseconds));
const eggs = timersByState<Egg, "soft" | "hard">({
  Raw: [
    {
      name: "hard",
      deadline: ({ hard }) => hard,
      outcome: (_, reader) => `${reader === "Buyer" ? "Your" : "The buyer's"} egg is hard.`,
    },
    { name: "soft", deadline: ({ soft }) => soft, outcome: "It is soft." },
  ],
});
const raw = (soft: Deadline | null, hard: Deadline | null): Egg => ({ _tag: "Raw", soft, hard });

describe("what runs in a state", () => {
  it("R58 is each timer whose deadline stands, with what it does", () => {
    const soft = after(1);
    expect(timersIn(eggs, raw(soft, null))).toEqual([{ name: "soft", deadline: soft }]);
    expect(outcomeOf(eggs, raw(soft, null), "soft", "Buyer")).toBe("It is soft.");
    expect(outcomeOf(eggs, raw(soft, null), "hard", "Buyer")).toBe("Your egg is hard.");
    expect(outcomeOf(eggs, raw(soft, null), "hard", undefined)).toBe("The buyer's egg is hard.");
    expect(timersIn(eggs, raw(soft, soft)).map(({ name }) => name)).toEqual(["hard", "soft"]);
    expect(timersIn(eggs, { ...raw(soft, soft), _tag: "Boiled" })).toEqual([]);
  });

  it("R41 the next is the one that comes first, of two at one moment the one named first", () => {
    expect(earliest(eggs, raw(after(1), after(2)))?.name).toBe("soft");
    expect(earliest(eggs, raw(after(2), after(1)))?.name).toBe("hard");
    expect(earliest(eggs, raw(after(1), after(1)))?.name).toBe("hard");
    expect(earliest(eggs, raw(after(1), null))).toEqual({
      name: "soft",
      deadline: after(1),
    });
    expect(earliest(eggs, raw(null, null))).toBeUndefined();
    expect(earliest(eggs, { ...raw(after(1), null), _tag: "Boiled" })).toBeUndefined();
  });

  it("R41 is due at its deadline, not a millisecond before", () => {
    const { at } = after(0);
    const egg = raw(after(1), after(0));
    expect(isDue(eggs, egg, plus(at, -1))).toBe(false);
    expect(isDue(eggs, egg, at)).toBe(true);
    expect(isDue(eggs, raw(after(1), null), at)).toBe(false);
    expect(isDue(eggs, raw(after(0), null), at)).toBe(true);
    expect(isDue(eggs, raw(null, null), at)).toBe(false);
    expect(isDue(eggs, { ...egg, _tag: "Boiled" }, at)).toBe(false);
  });
});

describe("what the clock does", () => {
  it("R41 R55 is the engine's own, whoever looks", () => {
    const paid = aPaidOrder();
    const seen: Array<Context["actor"]["_tag"]> = [];
    const machine: typeof orderMachine = {
      ...orderMachine,
      fire: (state, timer, context) => {
        seen.push(context.actor._tag);
        return orderMachine.fire(state, timer, context);
      },
    };
    const { facts } = settle(machine, paid.state, paid.context(asSupport, plus(paid.now, 5 * HOUR)));
    expect(facts.map(({ event, timer }) => [event._tag, timer])).toEqual([["LabelFellLate", "labelLate"]]);
    expect(seen).toEqual(["System"]);
  });

  it("R41 goes before a command in time, and after it where the command makes something due", () => {
    const story = aPaidOrder();
    const decision = story.decide(
      system,
      { _tag: "RecordLabelFailed", reason: "no", definite: true },
      5 * HOUR,
    );
    if (Result.isFailure(decision)) throw new Error("it was refused");
    expect(decision.success.facts.map(({ event }) => event._tag)).toEqual(["LabelFellLate", "LabelFailed"]);
    expect(decision.success.due?.name).toBe("update");
  });

  it("R41 a machine whose timers never come to rest says so, rather than to hang", () => {
    const delivered = aDeliveredOrder();
    const restless: typeof orderMachine = { ...orderMachine, fire: () => [] };
    const late = delivered.context(system, plus(delivered.now, 60 * HOUR));
    expect(() => settle(restless, delivered.state, late)).toThrow(
      "the timers of a order in Delivered never come to rest",
    );
  });
});

describe("a command that no machine can answer", () => {
  const { now, program } = aPlacedOrder();
  const context: Context = { now, program, actor: system };

  it("R54 is a defect: one that it does not know, or that makes nothing of nothing", () => {
    const unheard = { _tag: "Evaporate" } as unknown as OrderCommand;
    expect(() => decide(orderMachine, "o-1", undefined, unheard, context)).toThrow(
      "a order knows no Evaporate",
    );
    const commands = new Map(orderMachine.commands);
    const place = commands.get("Place");
    if (place === undefined) throw new Error("an order can't be placed");
    commands.set("Place", { ...place, handle: () => Result.succeed([]) });
    const idle: typeof orderMachine = { ...orderMachine, commands };
    const command = { _tag: "Place" } as OrderCommand;
    expect(() => decide(idle, "o-1", undefined, command, context)).toThrow("Place made nothing of nothing");
  });
});

describe("who is told what of a subject that is not theirs, or not there", () => {
  it("R54 offices are told that it is not for them, strangers that it is not there", () => {
    const delivered = aDeliveredOrder();
    const confirm = { _tag: "Confirm" } as const;
    const answer = (story: OrderStory, actor: Context["actor"]) => story.decide(actor, confirm);
    expect(answer(delivered, asCarrier)).toMatchObject({ failure: { _tag: "NotAllowed", actor: "Carrier" } });
    expect(answer(delivered, { _tag: "Visitor" })).toMatchObject({ failure: { _tag: "NotFound" } });
  });
});

describe("R58 explain", () => {
  it("R58 names the deadlines in the order in which they come, with timer, outcome and the state", () => {
    const paid = aPaidOrder();
    const told = explain(orderMachine, paid.id, paid.state, paid.context(asSupport));
    expect(told.state).toBe("Placed");
    expect(told.deadlines).toEqual([
      {
        timer: "labelLate",
        deadline: expect.objectContaining({ at: paid.state.placedAt + 4 * HOUR }),
        outcome: "The operators are alerted that the label is late.",
      },
      {
        timer: "update",
        deadline: paid.state.nextUpdate.deadline,
        outcome: "The buyer hears how the order stands.",
      },
    ]);
    const late = aPaidOrder().after(5 * HOUR);
    expect(explain(orderMachine, late.id, late.state, late.context(asSupport)).deadlines).toHaveLength(1);
  });
});

describe("replaying a history", () => {
  const programs = (other = preLoved) => ({ stored: preLoved, other });

  it("R53 R57 tells what was booked on each account, and what would have been", () => {
    const { id, history, now } = aConfirmedOrder();
    const { booked } = replay(orderMachine, id, history, programs(aProgram({ sellerShare: 7_500 })), now);
    expect(Object.fromEntries(booked.stored)).toEqual({
      Cash: 118_83,
      Held: 0,
      PayoutDue: -80_00,
      BrandShare: -20_00,
      Shipping: -9_95,
      Tax: -8_88,
    });
    expect(Object.fromEntries(booked.replayed)).toMatchObject({ PayoutDue: -75_00, BrandShare: -25_00 });
  });

  it("R53 R57 the clock runs on for both sides, and books what it does", () => {
    const { id, history, now } = aDeliveredOrder();
    const silent = replay(orderMachine, id, history, programs(), plus(now, 4 * DAY));
    expect(silent.stored).toMatchObject({ _tag: "ConfirmedAutomatically" });
    expect(silent.replayed).toEqual(silent.stored);
    expect(silent.booked.stored.get("PayoutDue")).toBe(-80_00);
    expect(silent.booked.replayed.get("PayoutDue")).toBe(-80_00);
    expect(silent.differences).toEqual([]);
  });

  it("R57 names each command that would have been refused, with its number and why", () => {
    const window = { _tag: "Elapsed", milliseconds: DAY } as const;
    const closing = { _tag: "Elapsed", milliseconds: HOUR } as const;
    const late = aDeliveredOrder().give(asBuyer, { _tag: "Confirm" }, 40 * HOUR);
    const other = aProgram({ delivery: { window, closing } });
    const { refused } = replay(orderMachine, late.id, late.history, programs(other), late.now);
    const number =
      late.history.findIndex(({ event }) => (event as { _tag: string })._tag === "Confirmed") + 1;
    expect(refused).toMatchObject([{ version: number, command: "Confirm", because: { _tag: "WrongState" } }]);
  });

  it("R57 of nothing is nothing", () => {
    const nothing = replay(orderMachine, "o-1", [], programs(), START as Instant);
    expect(nothing).toMatchObject({ stored: undefined, replayed: undefined, refused: [], differences: [] });
    expect(nothing.booked.stored.size).toBe(0);
  });

  it("R57 names each place that differs, down to the leaves, and a part that one side alone has as a whole", () => {
    const stored = { same: { a: 1 }, deep: { list: [1, 2], gone: true }, part: null, nan: Number.NaN };
    const replayed = { same: { a: 1 }, deep: { list: [1, 3, 4] }, part: { a: 1 }, nan: Number.NaN };
    expect(differences(stored, replayed)).toEqual([
      { path: "deep.list.1", stored: 2, replayed: 3 },
      { path: "deep.list.2", stored: undefined, replayed: 4 },
      { path: "deep.gone", stored: true, replayed: undefined },
      { path: "part", stored: null, replayed: { a: 1 } },
    ]);
    expect(differences(undefined, replayed)).toEqual([{ path: "", stored: undefined, replayed }]);
    expect(differences({ part: { a: 1 } }, { part: null })).toEqual([
      { path: "part", stored: { a: 1 }, replayed: null },
    ]);
    expect(differences("ab", "ac")).toEqual([{ path: "", stored: "ab", replayed: "ac" }]);
  });
});
