import { misfit } from "../lifecycle/misfit.ts";
import { joinScans, standingOf } from "./CarrierFacts.ts";
import { labelOf, type Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

type EventOf<Tag extends OrderEvent["_tag"]> = Extract<OrderEvent, { readonly _tag: Tag }>;

const withScans = (order: Order, { scans }: EventOf<"ScansRecorded">): Order => {
  const facts = joinScans(order.facts, scans);
  if (order._tag === "Delivered" && order.verifiedBy === "Carrier") {
    const standing = standingOf(facts, order.shipTo);
    return standing._tag === "Delivered"
      ? { ...order, facts, deliveredAt: standing.at }
      : { ...order, facts };
  }
  if (order._tag === "InTransit" || order._tag === "TransitStalled") {
    return { ...order, facts, shippedAt: facts.accepted ?? order.shippedAt };
  }
  return { ...order, facts };
};

const withLabel = (order: Order, event: EventOf<"LabelBought">): Order => {
  const undone = order._tag === "Cancelled";
  return { ...order, label: { _tag: undone ? "RefundWanted" : "Bought", label: event.label } };
};

/** What has been definitely refused so far; a lost answer does not count: its key is used again. */
const refusalsOf = (side: object, definite = false): number => {
  const before = "refusals" in side && typeof side.refusals === "number" ? side.refusals : 0;
  return definite ? before + 1 : before;
};

const repeated = (order: Order, { what }: EventOf<"RepeatAsked">): Order => {
  const { label, payout, refund, returning } = order;
  switch (what) {
    case "Label":
      return { ...order, label: { _tag: "Wanted", refusals: refusalsOf(label) } };
    case "LabelRefund":
      return label._tag === "RefundRefused"
        ? { ...order, label: { _tag: "RefundWanted", label: label.label } }
        : order;
    case "Payout":
      return payout._tag === "Failed"
        ? { ...order, payout: { _tag: "Pending", amount: payout.amount, refusals: payout.refusals } }
        : order;
    case "Refund":
      return refund._tag === "Failed"
        ? { ...order, refund: { _tag: "Wanted", amount: refund.amount, refusals: refund.refusals } }
        : order;
    case "Return":
      return { ...order, returning: { _tag: "Wanted", refusals: refusalsOf(returning) } };
  }
};

const labelAndPickup = (order: Order, event: OrderEvent): Order | undefined => {
  const { label, pickup } = order;
  switch (event._tag) {
    case "LabelBought":
      return withLabel(order, event);
    case "LabelFailed":
      return {
        ...order,
        label: { _tag: "Failed", reason: event.reason, refusals: refusalsOf(label, event.definite) },
      };
    case "LabelRefunded":
      return "label" in label
        ? { ...order, label: { _tag: "Refunded", label: label.label } }
        : misfit(order, event);
    case "LabelRefundRefused":
      return "label" in label
        ? { ...order, label: { _tag: "RefundRefused", label: label.label, reason: event.reason } }
        : misfit(order, event);
    case "PickupAsked":
      return { ...order, pickup: { _tag: "Wanted", date: event.date } };
    case "PickupBooked":
      return "date" in pickup
        ? { ...order, pickup: { _tag: "Booked", date: pickup.date, confirmation: event.confirmation } }
        : misfit(order, event);
    case "PickupRefused":
      return "date" in pickup
        ? { ...order, pickup: { _tag: "Refused", date: pickup.date, reason: event.reason } }
        : misfit(order, event);
    case "PickupCancelAsked":
      return pickup._tag === "Booked"
        ? { ...order, pickup: { ...pickup, _tag: "CancelWanted" } }
        : misfit(order, event);
    case "PickupCancelled":
      return { ...order, pickup: { _tag: "Cancelled" } };
    default:
      return undefined;
  }
};

const money = (order: Order, event: OrderEvent): Order | undefined => {
  const { terms, payout, refund } = order;
  const amount = terms.payout;
  switch (event._tag) {
    case "RefundFellDue":
      return { ...order, refund: { _tag: "Wanted", amount: terms.total, refusals: 0 } };
    case "Refunded":
      return { ...order, refund: { _tag: "Done", amount: terms.total, at: event.at } };
    case "RefundFailed":
      return {
        ...order,
        refund: {
          _tag: "Failed",
          amount: terms.total,
          reason: event.reason,
          refusals: refusalsOf(refund, event.definite),
        },
      };
    case "RefundedByChargeback":
      return refund._tag === "None"
        ? misfit(order, event)
        : { ...order, refund: { _tag: "ByChargeback", amount: terms.total } };
    case "PayoutFellDue":
      return { ...order, payout: { _tag: "Pending", amount, refusals: refusalsOf(payout) } };
    case "PayoutHeld":
      return { ...order, payout: { _tag: "Held", amount, refusals: refusalsOf(payout) } };
    case "PayoutIssued":
      return {
        ...order,
        payout: { _tag: "Issued", amount, reference: event.reference, at: event.at, to: event.to },
      };
    case "PayoutFailed":
      return {
        ...order,
        payout: {
          _tag: "Failed",
          amount,
          reason: event.reason,
          refusals: refusalsOf(payout, event.definite),
        },
      };
    case "PayoutDropped":
      return { ...order, payout: { _tag: "Dropped", amount } };
    case "ChargebackOpened":
    case "ChargebackLost": {
      const chargeback = event._tag === "ChargebackLost" ? "Lost" : "Open";
      const stops = payout._tag === "Pending" || payout._tag === "Failed";
      return {
        ...order,
        chargeback,
        payout: stops ? { _tag: "Held", amount, refusals: payout.refusals } : payout,
      };
    }
    case "ChargebackWon":
      return { ...order, chargeback: "Won" };
    default:
      return undefined;
  }
};

const returnAndRating = (order: Order, event: OrderEvent): Order | undefined => {
  const { returning, rating } = order;
  switch (event._tag) {
    case "ReturnLabelBought":
      return { ...order, returning: { _tag: "Bought", label: event.label } };
    case "ReturnLabelFailed":
      return {
        ...order,
        returning: { _tag: "Failed", reason: event.reason, refusals: refusalsOf(returning, event.definite) },
      };
    case "ReturnLabelMailed":
      return "label" in returning
        ? { ...order, returning: { _tag: "Mailed", label: returning.label, deadline: event.deadline } }
        : misfit(order, event);
    case "ReturnClosed":
      return { ...order, returning: { _tag: "Closed", how: event.how } };
    case "Rated":
      return { ...order, rating: event.rating };
    case "RatingModerated":
      return rating === null
        ? misfit(order, event)
        : { ...order, rating: { ...rating, status: event.publish ? "Published" : "Hidden" } };
    default:
      return undefined;
  }
};

/** What a fact makes of an order whose state it leaves as it is; nothing, if it is not such a fact. */
export const evolveSides = (order: Order, event: OrderEvent): Order | undefined => {
  switch (event._tag) {
    case "MailSent":
      return order;
    case "ScansRecorded":
      return withScans(order, event);
    case "RepeatAsked":
      return repeated(order, event);
    case "UpdateFellDue":
      return { ...order, nextUpdate: { deadline: event.next, count: event.count } };
    case "Paid": {
      const { label } = order;
      return {
        ...order,
        paid: true,
        label: label._tag === "NotYet" ? { _tag: "Wanted", refusals: 0 } : label,
      };
    }
    default:
      return labelAndPickup(order, event) ?? money(order, event) ?? returnAndRating(order, event);
  }
};

/** What becomes of the label when the order is undone: given back, unless it was used (R39). */
export const labelAfterCancel = (order: Order): Order["label"] => {
  if (order.label._tag === "Bought" || order.label._tag === "Mailed") {
    const used = order._tag === "TransitStalled" || order.facts.accepted !== null;
    const label = labelOf(order);
    return used || label === undefined ? order.label : { _tag: "RefundWanted", label };
  }
  return "label" in order.label ? order.label : { _tag: "NeverBought" };
};
