import type { Instant } from "../calendar/Instant.ts";
import { misfit } from "../lifecycle/misfit.ts";
import type { StatedReason } from "../listing/Listing.ts";
import { noFacts } from "./CarrierFacts.ts";
import { type Evolutions, evolutionsOf, labelAfterCancel, sideEvolutions } from "./evolveSides.ts";
import { inState } from "./inState.ts";
import type { Order, OrderIn } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

type EventOf<Tag extends OrderEvent["_tag"]> = Extract<OrderEvent, { readonly _tag: Tag }>;

const placed = (event: EventOf<"Placed">): Order => {
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

const moved = (order: Order, event: EventOf<"Moved" | "WaitGranted">): Order => {
  if (order._tag !== "InTransit" && order._tag !== "TransitStalled") return misfit(order, event);
  const { stalled } = event;
  const granted = event._tag === "WaitGranted" ? stalled : order.granted;
  return inState(order, "InTransit", { shippedAt: order.shippedAt, granted, stalled });
};

const shipping = evolutionsOf({
  LabelFellLate: (order, event) =>
    order._tag === "Placed" ? { ...order, labelLate: null } : misfit(order, event),
  LabelMailed: (order, event) => {
    if (!("label" in order.label)) return misfit(order, event);
    const label = { _tag: "Mailed", label: order.label.label, mailedAt: event.at, to: event.to } as const;
    const { shipBy } = event;
    if (order._tag !== "Placed") return { ...order, label, shipBy };
    return inState({ ...order, label, shipBy }, "AwaitingShipment", { reminder: event.reminder });
  },
  ShipReminderFellDue: (order, event) =>
    order._tag === "AwaitingShipment" ? { ...order, reminder: null } : misfit(order, event),
  ShipmentFellOverdue: (order, event) =>
    order._tag === "AwaitingShipment"
      ? inState(order, "ShipmentOverdue", { cancelBy: event.cancelBy })
      : misfit(order, event),
  Shipped: (order, { shippedAt, stalled }) =>
    inState(order, "InTransit", { shippedAt, granted: null, stalled }),
  Moved: moved,
  WaitGranted: moved,
  TransitStalled: (order, event) => {
    if (!("shippedAt" in order)) return misfit(order, event);
    const { shippedAt, granted } = order;
    return inState(order, "TransitStalled", { shippedAt, granted, since: event.at });
  },
  Delivered: (order, { deliveredAt, verifiedBy, window, closing, at: learnedAt }) =>
    inState(order, "Delivered", { deliveredAt, learnedAt, verifiedBy, window, closing }),
  DeliveryUnverified: (order, { deliveredAt, why, at: since }) => {
    const interrupted = interruptedBy(order, since);
    return inState(order, "DeliveryUnverified", { deliveredAt, why, since, interrupted });
  },
});

const ending = evolutionsOf({
  WindowClosing: (order, event) =>
    order._tag === "Delivered" ? { ...order, closing: null } : misfit(order, event),
  Confirmed: (order, event) =>
    order._tag === "Delivered"
      ? inState(order, "Confirmed", { confirmedAt: event.at })
      : misfit(order, event),
  ConfirmedAutomatically: (order, event) =>
    order._tag === "Delivered"
      ? inState(order, "ConfirmedAutomatically", { confirmedAt: event.at })
      : misfit(order, event),
  DisputeOpened: (order, event) => {
    if (order._tag !== "Delivered") return misfit(order, event);
    const { dispute, decideBy } = event;
    return inState(order, "Disputed", { dispute, decideBy, late: false });
  },
  DisputeFellDue: (order, event) =>
    order._tag === "Disputed" ? { ...order, late: true } : misfit(order, event),
  DisputeUpheld: (order, event) => {
    if (order._tag !== "Disputed") return misfit(order, event);
    const { text, at: decidedAt, returns } = event;
    const returning: Order["returning"] = returns ? { _tag: "Wanted", refusals: 0 } : { _tag: "None" };
    const decided = { dispute: order.dispute, text, decidedAt };
    return inState({ ...order, returning }, "DisputeUpheld", decided);
  },
  DisputeRejected: (order, event) => {
    if (order._tag !== "Disputed") return misfit(order, event);
    const { text, at: decidedAt } = event;
    return inState(order, "DisputeRejected", { dispute: order.dispute, text, decidedAt });
  },
  PaymentFailed: (order, { reason, at }) => cancelled(order, { code: "PaymentFailed", text: reason }, at),
  Cancelled: (order, { reason, at }) => cancelled(order, reason, at),
  InterceptWanted: (order, event) =>
    order._tag === "Cancelled" ? { ...order, intercept: "Wanted" } : misfit(order, event),
  InterceptClosed: (order, event) =>
    order._tag === "Cancelled" ? { ...order, intercept: "Closed" } : misfit(order, event),
});

/** For each fact what it makes of the order before. */
export const evolutions: Evolutions = { Placed: misfit, ...sideEvolutions, ...shipping, ...ending };

/** The order that begins with a fact. */
export const beginOrder = (event: OrderEvent): Order =>
  event._tag === "Placed" ? placed(event) : misfit(undefined, event);
