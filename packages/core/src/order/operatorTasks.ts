import type { Instant } from "../calendar/Instant.ts";
import type { Order } from "./Order.ts";

/** Something that waits for an operator, and since when: the sale, where the order does not keep when it fell due. */
export interface OperatorTask {
  readonly task: string;
  readonly since: Instant;
}

const ofState = (order: Order): ReadonlyArray<OperatorTask> => {
  switch (order._tag) {
    case "Placed":
      return order.labelLate === null ? [{ task: "LabelLate", since: order.placedAt }] : [];
    case "ShipmentOverdue":
      return [{ task: "Overdue", since: order.shipBy?.at ?? order.placedAt }];
    case "TransitStalled":
      return [{ task: "Stalled", since: order.since }];
    case "DeliveryUnverified":
      return [{ task: "DeliveryUnverified", since: order.since }];
    case "Disputed": {
      const open = { task: "DisputeOpen", since: order.dispute.openedAt };
      return order.late ? [open, { task: "DisputeDue", since: order.decideBy.at }] : [open];
    }
    case "Cancelled":
      return order.intercept === "Wanted" ? [{ task: "Intercept", since: order.cancelledAt }] : [];
    default:
      return [];
  }
};

/** All that waits for an operator in an order; what is done is gone from it by itself. */
export const operatorTasksOf = (order: Order): ReadonlyArray<OperatorTask> => {
  const tasks = [...ofState(order)];
  const when = (is: boolean, task: string, since = order.placedAt): void => {
    if (is) tasks.push({ task, since });
  };
  when(order.label._tag === "Failed", "LabelFailed");
  when(order.label._tag === "RefundRefused", "LabelRefundRefused");
  when(order.payout._tag === "Failed", "PayoutFailed");
  when(order.refund._tag === "Failed", "RefundFailed");
  when(order.returning._tag === "Failed", "ReturnLabelFailed");
  when(order.chargeback === "Open", "ChargebackOpen");
  when(order.chargeback === "Lost" && order.payout._tag === "Held", "ChargebackLost");
  when(order.rating?.status === "Waiting", "RatingWaiting", order.rating?.at);
  return tasks;
};
