import { Result } from "effect";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Label } from "../shipping/Label.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import type { OrderHandlers } from "./table.ts";

const nothing = Result.succeed<ReadonlyArray<OrderEvent>>([]);

/** A label as it is known: a carrier's clock that goes ahead of ours does not make its first scans another parcel's (R37). */
export const boughtByNow = (label: Label, now: Instant): Label =>
  label.boughtAt > now ? { ...label, boughtAt: now } : label;

/** The label was bought. One bought for an order that was undone meanwhile is given back (R39). */
export const recordLabel: OrderHandlers["RecordLabel"] = (order, { label }, { now }) =>
  "label" in order.label
    ? nothing
    : Result.succeed([{ _tag: "LabelBought", label: boughtByNow(label, now) }]);

export const recordLabelFailed: OrderHandlers["RecordLabelFailed"] = (order, { reason, definite }) =>
  order.label._tag === "Wanted" ? Result.succeed([{ _tag: "LabelFailed", reason, definite }]) : nothing;

export const recordLabelRefunded: OrderHandlers["RecordLabelRefunded"] = (order) =>
  order.label._tag === "RefundWanted" ? Result.succeed([{ _tag: "LabelRefunded" }]) : nothing;

export const recordLabelRefundRefused: OrderHandlers["RecordLabelRefundRefused"] = (order, { reason }) =>
  order.label._tag === "RefundWanted" ? Result.succeed([{ _tag: "LabelRefundRefused", reason }]) : nothing;

/** The seller has the carrier fetch the parcel (R34). */
export const bookPickup: OrderHandlers["BookPickup"] = (_, { date }) =>
  Result.succeed([{ _tag: "PickupAsked", date }]);

export const recordPickup: OrderHandlers["RecordPickup"] = (order, { confirmation }) =>
  order.pickup._tag === "Wanted"
    ? Result.succeed([
        { _tag: "PickupBooked", confirmation },
        ...(order._tag === "Cancelled" ? [{ _tag: "PickupCancelAsked" } as const] : []),
      ])
    : nothing;

export const recordPickupRefused: OrderHandlers["RecordPickupRefused"] = (order, { reason }) =>
  order.pickup._tag === "Wanted" ? Result.succeed([{ _tag: "PickupRefused", reason }]) : nothing;

export const cancelPickup: OrderHandlers["CancelPickup"] = () =>
  Result.succeed([{ _tag: "PickupCancelAsked" }]);

export const recordPickupCancelled: OrderHandlers["RecordPickupCancelled"] = (order) =>
  order.pickup._tag === "CancelWanted" ? Result.succeed([{ _tag: "PickupCancelled" }]) : nothing;

/**
 * A mail was accepted for sending. With the label mail the seller's time to ship begins (R29), with the return label's
 * the time for the return (R45).
 */
export const recordMail: OrderHandlers["RecordMail"] = (
  order,
  { mail, occurrence, to },
  { program, now },
) => {
  const { calendar, shipping, returns } = program;
  const sent: OrderEvent = { _tag: "MailSent", mail, occurrence, to, at: now };
  if (mail === "ItemSold" && order.label._tag === "Bought") {
    const shipBy = deadlineAfter(calendar, now, shipping.shipBy);
    const reminder = deadlineAfter(calendar, now, shipping.reminder);
    return Result.succeed([sent, { _tag: "LabelMailed", to, shipBy, reminder, at: now }]);
  }
  if (mail === "RefundAndReturnLabel" && order.returning._tag === "Bought") {
    const deadline = deadlineAfter(calendar, now, returns.within);
    return Result.succeed([sent, { _tag: "ReturnLabelMailed", deadline, at: now }]);
  }
  return Result.succeed([sent]);
};
