import type { Instant } from "../calendar/Instant.ts";
import { misfit } from "../lifecycle/misfit.ts";
import type { StatedReason } from "../listing/Listing.ts";
import { noFacts } from "./CarrierFacts.ts";
import { evolveSides, labelAfterCancel } from "./evolveSides.ts";
import { inState } from "./inState.ts";
import type { Order, OrderIn } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

const placed = (event: Extract<OrderEvent, { _tag: "Placed" }>): Order => {
  const { _tag, order: id, at: placedAt, nextUpdate, ...sale } = event;
  return {
    _tag,
    id,
    ...sale,
    placedAt,
    shipBy: null,
    paid: false,
    label: { _tag: "NotYet" },
    facts: noFacts,
    pickup: { _tag: "None" },
    payout: { _tag: sale.terms.payout === 0 ? "Never" : "NotYet" },
    refund: { _tag: "None" },
    returning: { _tag: "None" },
    rating: null,
    chargeback: null,
    nextUpdate: { deadline: nextUpdate, count: 0 },
  };
};

const cancelled = (order: Order, reason: StatedReason, at: Instant): Order => {
  const label = labelAfterCancel(order);
  const { pickup } = order;
  const undone: Order =
    pickup._tag === "Booked"
      ? { ...order, label, pickup: { ...pickup, _tag: "CancelWanted" } }
      : { ...order, label };
  return inState(undone, "Cancelled", { reason, cancelledAt: at, intercept: "None" });
};

/** The window that a doubt interrupts: one that began in the same moment had not begun yet. */
const interruptedBy = (order: Order, since: Instant): OrderIn<"DeliveryUnverified">["interrupted"] => {
  if (order._tag === "DeliveryUnverified") return order.since === since ? order.interrupted : null;
  if (order._tag !== "Delivered" || order.learnedAt === since) return null;
  const { learnedAt, window, closing } = order;
  return { learnedAt, window, closing };
};

const shipping = (order: Order, event: OrderEvent): Order | undefined => {
  switch (event._tag) {
    case "LabelFellLate":
      return order._tag === "Placed" ? { ...order, labelLate: null } : misfit(order, event);
    case "LabelMailed": {
      if (!("label" in order.label)) return misfit(order, event);
      const label = { _tag: "Mailed", label: order.label.label, mailedAt: event.at, to: event.to } as const;
      const { shipBy } = event;
      if (order._tag !== "Placed") return { ...order, label, shipBy };
      return inState({ ...order, label, shipBy }, "AwaitingShipment", { reminder: event.reminder });
    }
    case "ShipReminderFellDue":
      return order._tag === "AwaitingShipment" ? { ...order, reminder: null } : misfit(order, event);
    case "ShipmentFellOverdue":
      return inState(order, "ShipmentOverdue", { cancelBy: event.cancelBy });
    case "Shipped":
      return inState(order, "InTransit", {
        shippedAt: event.shippedAt,
        granted: null,
        stalled: event.stalled,
      });
    case "Moved":
    case "WaitGranted": {
      if (!("shippedAt" in order)) return misfit(order, event);
      const { stalled } = event;
      const granted = event._tag === "WaitGranted" ? stalled : order.granted;
      return inState(order, "InTransit", { shippedAt: order.shippedAt, granted, stalled });
    }
    case "TransitStalled": {
      if (!("shippedAt" in order)) return misfit(order, event);
      const { shippedAt, granted } = order;
      return inState(order, "TransitStalled", { shippedAt, granted, since: event.at });
    }
    case "Delivered": {
      const { deliveredAt, verifiedBy, window, closing, at: learnedAt } = event;
      return inState(order, "Delivered", { deliveredAt, learnedAt, verifiedBy, window, closing });
    }
    case "DeliveryUnverified": {
      const { deliveredAt, why, at: since } = event;
      const interrupted = interruptedBy(order, since);
      return inState(order, "DeliveryUnverified", { deliveredAt, why, since, interrupted });
    }
    default:
      return undefined;
  }
};

const ending = (order: Order, event: OrderEvent): Order | undefined => {
  switch (event._tag) {
    case "WindowClosing":
      return order._tag === "Delivered" ? { ...order, closing: null } : misfit(order, event);
    case "Confirmed":
    case "ConfirmedAutomatically":
      return inState(order, event._tag, { confirmedAt: event.at });
    case "DisputeOpened":
      return inState(order, "Disputed", { dispute: event.dispute, decideBy: event.decideBy, late: false });
    case "DisputeFellDue":
      return order._tag === "Disputed" ? { ...order, late: true } : misfit(order, event);
    case "DisputeUpheld":
    case "DisputeRejected": {
      if (order._tag !== "Disputed") return misfit(order, event);
      const decided = { dispute: order.dispute, text: event.text, decidedAt: event.at };
      if (event._tag === "DisputeRejected") return inState(order, "DisputeRejected", decided);
      const returning: Order["returning"] = event.returns
        ? { _tag: "Wanted", refusals: 0 }
        : { _tag: "None" };
      return inState({ ...order, returning }, "DisputeUpheld", decided);
    }
    case "PaymentFailed":
      return cancelled(order, { code: "PaymentFailed", text: event.reason }, event.at);
    case "Cancelled":
      return cancelled(order, event.reason, event.at);
    case "InterceptWanted":
      return order._tag === "Cancelled" ? { ...order, intercept: "Wanted" } : misfit(order, event);
    case "InterceptClosed":
      return order._tag === "Cancelled" ? { ...order, intercept: "Closed" } : misfit(order, event);
    default:
      return undefined;
  }
};

/** The order that a fact makes of the one before. */
export const evolveOrder = (order: Order | undefined, event: OrderEvent): Order => {
  if (order === undefined) return event._tag === "Placed" ? placed(event) : misfit(order, event);
  return evolveSides(order, event) ?? shipping(order, event) ?? ending(order, event) ?? misfit(order, event);
};
