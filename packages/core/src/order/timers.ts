import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Context } from "../lifecycle/Machine.ts";
import { type TimerRow, timersByState, timersIn } from "../lifecycle/Timer.ts";
import type { Program } from "../program/Program.ts";
import { payoutEvents, refundEvents } from "./money.ts";
import type { Order, OrderBase } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import { outcomes } from "./outcomes.ts";
import type { OrderTimer } from "./table.ts";

/** The buyer hears of an order on its way every few days: until it is received or refunded (R35). */
const update: TimerRow<OrderBase, OrderTimer> = {
  name: "update",
  deadline: ({ nextUpdate }) => nextUpdate.deadline,
  outcome: outcomes.update,
};

/** What is due by itself in each state of an order. */
export const orderTimers = timersByState<Order, OrderTimer>({
  Placed: [
    {
      name: "labelLate",
      deadline: ({ labelLate }) => labelLate,
      outcome: outcomes.labelLate,
    },
    update,
  ],
  AwaitingShipment: [
    { name: "reminder", deadline: ({ reminder }) => reminder, outcome: outcomes.reminder },
    {
      name: "shipBy",
      deadline: ({ shipBy }) => shipBy,
      outcome: outcomes.shipBy,
    },
    update,
  ],
  ShipmentOverdue: [
    {
      name: "cancel",
      deadline: ({ cancelBy }) => cancelBy,
      outcome: outcomes.cancel,
    },
    update,
  ],
  InTransit: [
    {
      name: "stalled",
      deadline: ({ stalled }) => stalled,
      outcome: outcomes.stalled,
    },
    update,
  ],
  TransitStalled: [update],
  Delivered: [
    {
      name: "closing",
      deadline: ({ closing }) => closing,
      outcome: outcomes.closing,
    },
    {
      name: "acceptance",
      deadline: ({ window }) => window,
      outcome: outcomes.acceptance,
    },
  ],
  DeliveryUnverified: [update],
  Disputed: [
    {
      name: "dispute",
      deadline: ({ late, decideBy }) => (late ? null : decideBy),
      outcome: outcomes.dispute,
    },
  ],
  DisputeUpheld: [
    {
      name: "return",
      deadline: ({ returning }) => (returning._tag === "Mailed" ? returning.deadline : null),
      outcome: outcomes.return,
    },
  ],
});

/**
 * The next update after now: those that were slept through are not sent in a row (R35). Counted no further than to the
 * next other timer: it may end the order's way, and with it the updates.
 */
const nextUpdate = (order: Order, { program, now }: Context): OrderEvent => {
  const { deadline, count } = order.nextUpdate;
  const others = timersIn(orderTimers, order).filter(({ name }) => name !== "update");
  const horizon = Math.min(...others.map(({ deadline: { at } }) => at));
  let next = deadline;
  let passed = count;
  while (next.at <= now && next.at < horizon) {
    next = deadlineAfter(program.calendar, next.at, program.shipping.updateEvery);
    passed++;
  }
  return { _tag: "UpdateFellDue", next, count: passed };
};

const overdue = (order: Order, program: Program): OrderEvent => {
  const { cancelAfter } = program.shipping;
  const from = order.shipBy?.at;
  const cancels = cancelAfter !== undefined && from !== undefined;
  return {
    _tag: "ShipmentFellOverdue",
    cancelBy: cancels ? deadlineAfter(program.calendar, from, cancelAfter) : null,
  };
};

/**
 * The facts a timer makes. What ends by itself ended at its deadline, whenever a worker came to it: the state does not
 * depend on that (R41).
 */
export const fireOrderTimer = (
  order: Order,
  timer: OrderTimer,
  context: Context,
): ReadonlyArray<OrderEvent> => {
  switch (timer) {
    case "labelLate":
      return [{ _tag: "LabelFellLate" }];
    case "reminder":
      return [{ _tag: "ShipReminderFellDue" }];
    case "shipBy":
      return [overdue(order, context.program)];
    case "cancel": {
      if (order._tag !== "ShipmentOverdue" || order.cancelBy === null) return [];
      const reason = { code: "NotShipped", text: "It was not shipped in time." };
      return [{ _tag: "Cancelled", reason, at: order.cancelBy.at }, ...refundEvents(order)];
    }
    case "update":
      return [nextUpdate(order, context)];
    case "stalled":
      return order._tag === "InTransit" ? [{ _tag: "TransitStalled", at: order.stalled.at }] : [];
    case "closing":
      return [{ _tag: "WindowClosing" }];
    case "acceptance":
      return order._tag === "Delivered"
        ? [{ _tag: "ConfirmedAutomatically", at: order.window.at }, ...payoutEvents(order)]
        : [];
    case "dispute":
      return [{ _tag: "DisputeFellDue" }];
    case "return":
      return [{ _tag: "ReturnClosed", how: "TimeOut" }];
  }
};
