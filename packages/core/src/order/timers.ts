import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Context } from "../lifecycle/Machine.ts";
import { earliest, type Timer } from "../lifecycle/Timer.ts";
import type { Program } from "../program/Program.ts";
import { payoutEvents, refundEvents } from "./money.ts";
import { isUnderWay, type Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import type { OrderTimer } from "./table.ts";

/** What is due by itself in an order's state. */
export const orderTimers = (order: Order): ReadonlyArray<Timer<OrderTimer>> => {
  const timers: Array<Timer<OrderTimer>> = [];
  const at = (name: OrderTimer, deadline: Timer["deadline"] | null, outcome: string): void => {
    if (deadline !== null) timers.push({ name, deadline, outcome });
  };
  switch (order._tag) {
    case "Placed":
      at("labelLate", order.labelLate, "The operators are alerted that the label is late.");
      break;
    case "AwaitingShipment":
      at("reminder", order.reminder, "The seller is reminded to ship.");
      at("shipBy", order.shipBy, "The order is overdue: the brand may cancel it, the seller may still ship.");
      break;
    case "ShipmentOverdue":
      at("cancel", order.cancelBy, "The order is cancelled and the buyer gets everything back.");
      break;
    case "InTransit":
      at("stalled", order.stalled, "The parcel counts as stalled: an operator looks for it.");
      break;
    case "Delivered":
      at("closing", order.closing, "The buyer is reminded that the window closes.");
      at("acceptance", order.window, "Silence counts as confirmation, and the seller is paid.");
      break;
    case "Disputed":
      if (!order.late) at("dispute", order.decideBy, "The operators are alerted; nothing is decided.");
      break;
    case "DisputeUpheld":
      if (order.returning._tag === "Mailed") {
        at("return", order.returning.deadline, "The return is closed; the refund stands.");
      }
      break;
    default:
      break;
  }
  if (isUnderWay(order)) at("update", order.nextUpdate.deadline, "The buyer hears how the order stands.");
  return timers;
};

/**
 * The next update after now: those that were slept through are not sent in a row (R35). Counted no further than to the
 * next other timer: it may end the order's way, and with it the updates.
 */
const nextUpdate = (order: Order, { program, now }: Context): OrderEvent => {
  const { deadline, count } = order.nextUpdate;
  const others = orderTimers(order).filter(({ name }) => name !== "update");
  const horizon = earliest(others)?.deadline.at ?? Number.POSITIVE_INFINITY;
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
