import { Result } from "effect";
import { boughtByNow } from "./labelling.ts";
import { payoutEvents } from "./money.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import { isOpenToRepeat, sideOf } from "./readiness.ts";
import type { OrderHandlers } from "./table.ts";

const nothing = Result.succeed<ReadonlyArray<OrderEvent>>([]);

/** The store credit was issued: from here on the payout is final (R49). */
export const recordPayout: OrderHandlers["RecordPayout"] = (order, { reference, to }, { now }) => {
  const { payout } = order;
  if (payout._tag === "Issued" || payout._tag === "NotYet" || payout._tag === "Never") return nothing;
  return Result.succeed([
    { _tag: "PayoutIssued", reference, to, dropped: payout._tag === "Dropped", at: now },
  ]);
};

export const recordPayoutFailed: OrderHandlers["RecordPayoutFailed"] = (order, { reason, definite }) =>
  order.payout._tag === "Pending" ? Result.succeed([{ _tag: "PayoutFailed", reason, definite }]) : nothing;

export const recordRefund: OrderHandlers["RecordRefund"] = (order, _, { now }) =>
  order.refund._tag === "Wanted" || order.refund._tag === "Failed"
    ? Result.succeed([{ _tag: "Refunded", at: now }])
    : nothing;

export const recordRefundFailed: OrderHandlers["RecordRefundFailed"] = (order, { reason, definite }) =>
  order.refund._tag === "Wanted" ? Result.succeed([{ _tag: "RefundFailed", reason, definite }]) : nothing;

/** The buyer's bank steps in: it holds the payout, then lets it go or takes the money back (R50). */
export const recordChargeback: OrderHandlers["RecordChargeback"] = (order, { outcome }) => {
  if (order.chargeback === "Lost" || order.chargeback === outcome) return nothing;
  if (outcome === "Open") {
    return order.chargeback === null ? Result.succeed([{ _tag: "ChargebackOpened" }]) : nothing;
  }
  if (outcome === "Won") {
    const released = order.payout._tag === "Held" ? payoutEvents({ ...order, chargeback: "Won" }) : [];
    return Result.succeed([{ _tag: "ChargebackWon" }, ...released]);
  }
  const refundOwed = order.refund._tag === "Wanted" || order.refund._tag === "Failed";
  return Result.succeed([
    { _tag: "ChargebackLost" },
    ...(refundOwed ? [{ _tag: "RefundedByChargeback" } as const] : []),
  ]);
};

/** After a lost chargeback the brand pays the seller all the same, at its own loss. */
export const releasePayout: OrderHandlers["ReleasePayout"] = () =>
  Result.succeed([{ _tag: "PayoutFellDue" }]);

/** After a lost chargeback the seller is not paid. */
export const dropPayout: OrderHandlers["DropPayout"] = () => Result.succeed([{ _tag: "PayoutDropped" }]);

export const recordReturnLabel: OrderHandlers["RecordReturnLabel"] = (order, { label }, { now }) =>
  order.returning._tag === "Wanted" || order.returning._tag === "Failed"
    ? Result.succeed([{ _tag: "ReturnLabelBought", label: boughtByNow(label, now) }])
    : nothing;

export const recordReturnLabelFailed: OrderHandlers["RecordReturnLabelFailed"] = (
  order,
  { reason, definite },
) =>
  order.returning._tag === "Wanted"
    ? Result.succeed([{ _tag: "ReturnLabelFailed", reason, definite }])
    : nothing;

/** Support has the piece back, whatever the carrier says. */
export const recordReturnReceived: OrderHandlers["RecordReturnReceived"] = () =>
  Result.succeed([{ _tag: "ReturnClosed", how: "Received" }]);

/** The parcel of an undone order was called back, or its way can't be changed any more (R39). */
export const closeIntercept: OrderHandlers["CloseIntercept"] = () =>
  Result.succeed([{ _tag: "InterceptClosed" }]);

/** An operator sets going again what a provider refused. */
export const repeat: OrderHandlers["Repeat"] = (order, { what }) => {
  const side = sideOf(order, what);
  return isOpenToRepeat(what, side)
    ? Result.succeed([{ _tag: "RepeatAsked", what }])
    : Result.fail({ _tag: "NothingToRepeat", what, state: side });
};
