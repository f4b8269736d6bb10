import { Effect } from "effect";
import type { Order } from "../order/Order.ts";
import type { OrderEvent } from "../order/OrderEvent.ts";
import { type OrderView, orderView } from "../order/OrderView.ts";
import { History } from "../ports/Store.ts";
import { tagOf } from "../subscriptions/published.ts";
import { rejectionOf } from "./rejecting.ts";

/** The fact that made a task due, where an order does not keep its time. */
const madeDueBy: ReadonlyMap<string, OrderEvent["_tag"]> = new Map([
  ["LabelLate", "LabelFellLate"],
  ["Intercept", "InterceptWanted"],
  ["LabelFailed", "LabelFailed"],
  ["LabelRefundRefused", "LabelRefundRefused"],
  ["PayoutFailed", "PayoutFailed"],
  ["RefundFailed", "RefundFailed"],
  ["ReturnLabelFailed", "ReturnLabelFailed"],
  ["ChargebackOpen", "ChargebackOpened"],
  ["ChargebackLost", "ChargebackLost"],
]);

/** An order as its desk sees it, with each task since what made it due: its history knows when, if the order does not. */
export const deskOrder = Effect.fnUntraced(function* (order: Order) {
  const view = orderView(order, "Support");
  const { desk } = view;
  if (desk === null || !desk.operatorTasks.some(({ task }) => madeDueBy.has(task))) return view;
  const history = yield* History;
  const events = yield* Effect.mapError(history.of({ kind: "order", id: order.id }), rejectionOf);
  const sinceOf = (task: string) => {
    const tag = madeDueBy.get(task);
    return events.findLast(({ event }) => tagOf(event) === tag)?.at;
  };
  const operatorTasks = desk.operatorTasks.map(({ task, since }) => ({
    task,
    since: sinceOf(task) ?? since,
  }));
  return { ...view, desk: { ...desk, operatorTasks } } satisfies OrderView;
});

/** How many histories are read at once. */
const AT_ONCE = 8;

/** Some orders as their desk sees them. */
export const deskOrders = (orders: ReadonlyArray<Order>) =>
  Effect.forEach(orders, deskOrder, { concurrency: AT_ONCE });
