import { Result, Schema } from "effect";
import { invalid } from "../lifecycle/Rejection.ts";
import { refundEvents } from "./money.ts";
import type { OrderState } from "./Order.ts";
import type { OrderHandlers } from "./table.ts";

/** Why an order was undone. */
export const CancelReason = Schema.Literals([
  "NotShipped",
  "SellerCannotShip",
  "NeverArrived",
  "PaymentFailed",
  "Other",
]);
export type CancelReason = typeof CancelReason.Type;

const beforeShipment: ReadonlyArray<CancelReason> = ["NotShipped", "SellerCannotShip", "Other"];
const onTheWay: ReadonlyArray<CancelReason> = ["NeverArrived", "Other"];
/** The codes of a cancellation, by the states in which each may be given. */
export const cancelReasonsIn: { readonly [State in OrderState]?: ReadonlyArray<CancelReason> } = {
  Placed: beforeShipment,
  AwaitingShipment: beforeShipment,
  ShipmentOverdue: beforeShipment,
  TransitStalled: onTheWay,
  DeliveryUnverified: onTheWay,
};

/**
 * The brand undoes a sale that was not shipped, or never arrived, and gives the buyer everything back (R31, R51). For
 * lateness only after the seller's deadline (R29).
 */
export const cancel: OrderHandlers["Cancel"] = (order, { reason }, { now }) => {
  const codes: ReadonlyArray<string> = cancelReasonsIn[order._tag] ?? [];
  if (!codes.includes(reason.code)) {
    return Result.fail(invalid({ field: "reason.code", problem: `is one of ${codes.join(", ")}` }));
  }
  const early = order._tag === "Placed" || order._tag === "AwaitingShipment";
  if (reason.code === "NotShipped" && early) {
    return Result.fail({ _tag: "DeadlineNotPassed", deadline: order.shipBy ?? order.promise });
  }
  return Result.succeed([{ _tag: "Cancelled", reason, at: now }, ...refundEvents(order)]);
};
