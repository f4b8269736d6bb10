import {
  type Context,
  deadlineAfter,
  isOfParcel,
  joinScans,
  labelOf,
  type Order,
  type OrderCommand,
  type OrderEvent,
  orderTable,
  orderTimerTable,
  type Posting,
  type Role,
  type Task,
} from "@resale/core";
import { type AnyStateMachine, assign, createMachine, type SnapshotFrom, transition } from "xstate";
import { earned } from "./earned.ts";

interface Fact {
  readonly event: OrderEvent;
  readonly tasks: ReadonlyArray<Task>;
  readonly postings: ReadonlyArray<Posting>;
}

/** What the machine remembers: the order's facts, and those of the last step. */
interface Memory {
  readonly order: Order;
  readonly facts: ReadonlyArray<Fact>;
}

interface Told {
  readonly type: string;
  readonly command: OrderCommand | undefined;
  readonly context: Context;
}

interface Given {
  readonly context: Memory;
  readonly event: Told;
}

const roleOf = ({ context: { order }, event: { context } }: Given): Role | undefined => {
  const { actor } = context;
  if (actor._tag === "Member") return actor.id === order.buyer.member ? "Buyer" : "Seller";
  if (actor._tag === "Guest") return "Buyer";
  return actor._tag === "Visitor" ? undefined : actor._tag;
};

const allowed =
  (roles: ReadonlyArray<Role>) =>
  (given: Given): boolean => {
    const role = roleOf(given);
    return role !== undefined && roles.includes(role);
  };

const mail = (order: Order, name: string): Task => ({
  _tag: "SendOrderMail",
  order: order.id,
  mail: name,
  occurrence: 1,
});

const confirmed = assign(({ context: { order }, event }: Given): Memory => {
  const { id, listing, terms } = order;
  const at = event.context.now;
  return {
    order: { ...order, payout: { _tag: "Pending", amount: terms.payout, refusals: 0 } },
    facts: [
      {
        event: { _tag: "Confirmed", at },
        tasks: [{ _tag: "CloseListing", listing, order: id, completed: true }],
        postings: earned(terms),
      },
      { event: { _tag: "PayoutFellDue" }, tasks: [{ _tag: "IssueCredit", order: id }], postings: [] },
    ],
  };
});

const disputed = assign(({ context: { order }, event: { command, context } }: Given): Partial<Memory> => {
  if (command?._tag !== "OpenDispute") return {};
  const { program, now } = context;
  const { kind, text, photos } = command;
  const decideBy = deadlineAfter(program.calendar, now, program.dispute.decideWithin);
  const event: OrderEvent = {
    _tag: "DisputeOpened",
    dispute: { kind, text, photos, openedAt: now },
    decideBy,
  };
  const tasks = [mail(order, "DisputeOpened"), mail(order, "DisputeReceived")];
  return { order: { ...order }, facts: [{ event, tasks, postings: [] }] };
});

const scanned = assign(({ context: { order }, event: { command, context } }: Given): Partial<Memory> => {
  const label = labelOf(order);
  if (command?._tag !== "RecordScans" || label === undefined) return {};
  const { program, now } = context;
  const scans = command.scans.filter((scan) => isOfParcel(scan, label, now));
  const facts = joinScans(order.facts, scans);
  const stalled = deadlineAfter(program.calendar, facts.moved ?? now, program.shipping.stalledAfter);
  return {
    order: { ...order, facts },
    facts: [
      { event: { _tag: "ScansRecorded", scans }, tasks: [], postings: [] },
      { event: { _tag: "Moved", stalled }, tasks: [], postings: [] },
    ],
  };
});

const overdue = assign(({ context: { order }, event: { context } }: Given): Partial<Memory> => {
  const { calendar, shipping } = context.program;
  const { shipBy } = order;
  if (shipBy === null) return {};
  const cancelBy =
    shipping.cancelAfter === undefined ? null : deadlineAfter(calendar, shipBy.at, shipping.cancelAfter);
  const event: OrderEvent = { _tag: "ShipmentFellOverdue", cancelBy };
  return {
    order: { ...order },
    facts: [{ event, tasks: [mail(order, "ShipmentOverdue")], postings: [] }],
  };
});

const actions: Readonly<Record<string, typeof confirmed>> = {
  Confirm: confirmed,
  OpenDispute: disputed,
  RecordScans: scanned,
  shipBy: overdue,
};

type Moves = Readonly<Record<string, ReadonlyArray<string> | undefined>>;
interface Transition {
  readonly target: string;
  readonly guard?: (given: Given) => boolean;
  readonly actions?: typeof confirmed;
}

const statesOf = (): Record<string, { on: Record<string, Transition> }> => {
  const states: Record<string, { on: Record<string, Transition> }> = {};
  const add = (type: string, moves: Moves, guard?: (given: Given) => boolean): void => {
    for (const [from, targets] of Object.entries(moves)) {
      const target = targets?.includes(from) ? from : targets?.[0];
      if (target === undefined) continue;
      states[from] ??= { on: {} };
      const action = actions[type];
      states[from].on[type] = { target, ...(guard && { guard }), ...(action && { actions: action }) };
    }
  };
  for (const [name, { by, moves }] of Object.entries(orderTable)) add(name, moves, allowed(by));
  for (const [name, moves] of Object.entries(orderTimerTable)) add(name, moves);
  return states;
};

/** The order's states, commands and timers as an XState machine, with the four steps of the mix done in full. */
const machine: AnyStateMachine = createMachine({
  types: {} as { context: Memory; events: Told; input: Memory },
  id: "order",
  initial: "Nothing",
  context: ({ input }) => input,
  states: statesOf(),
});

export type Snapshot = SnapshotFrom<AnyStateMachine>;

export const snapshotOf = (order: Order): Snapshot =>
  machine.resolveState({ value: order._tag, context: { order, facts: [] } });

/** Decides by XState's pure transition. */
export const decideByXState = (
  snapshot: Snapshot,
  command: OrderCommand | undefined,
  context: Context,
): Snapshot => transition(machine, snapshot, { type: command?._tag ?? "shipBy", command, context })[0];
