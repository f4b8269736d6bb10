import type { OrderBase } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

/** Whether the seller's payout waits for the buyer's bank, or for what an operator says after it (R50). */
export const isHeldBack = ({ chargeback }: Pick<OrderBase, "chargeback">): boolean =>
  chargeback === "Open" || chargeback === "Lost";

/** The facts by which the seller is paid out now: held, if the buyer's bank has the last word (R45, R50). */
export const payoutEvents = (order: OrderBase): ReadonlyArray<OrderEvent> => {
  if (order.payout._tag === "Never") return [];
  return [isHeldBack(order) ? { _tag: "PayoutHeld" } : { _tag: "PayoutFellDue" }];
};

/** The facts by which the buyer gets everything back, once: by us, or by the bank that did so already (R49, R50). */
export const refundEvents = (order: OrderBase): ReadonlyArray<OrderEvent> => {
  if (!order.paid || order.refund._tag !== "None") return [];
  return order.chargeback === "Lost"
    ? [{ _tag: "RefundFellDue" }, { _tag: "RefundedByChargeback" }]
    : [{ _tag: "RefundFellDue" }];
};
