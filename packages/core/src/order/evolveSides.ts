import { misfit } from "../lifecycle/misfit.ts";
import { joinScans, standingOf } from "./CarrierFacts.ts";
import { guestLinksOf } from "./guestLink.ts";
import { labelOf, type Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

type EventOf<Tag extends OrderEvent["_tag"]> = Extract<OrderEvent, { readonly _tag: Tag }>;

/**
 * For each fact the function that makes the next order of the one before. Looked up by name: asking one fact after the
 * other cost more than the copy itself, and a function of its own meets few shapes of order, which keeps its copy quick.
 */
export type Evolutions = {
  readonly [Tag in OrderEvent["_tag"]]: (order: Order, event: EventOf<Tag>) => Order;
};

/** Some of them, each for exactly its fact. */
export const evolutionsOf = <Tag extends OrderEvent["_tag"]>(some: Pick<Evolutions, Tag>) => some;

const withScans = (order: Order, { scans }: EventOf<"ScansRecorded">): Order => {
  const facts = joinScans(order.facts, scans);
  if (order._tag === "Delivered" && order.verifiedBy === "Carrier") {
    const standing = standingOf(facts, order.shipTo);
    return standing._tag === "Delivered"
      ? { ...order, facts, deliveredAt: standing.at }
      : { ...order, facts };
  }
  // Each state copied in a line of its own: a line that copies one kind of thing takes a fraction of the time.
  if (order._tag === "InTransit") return { ...order, facts, shippedAt: facts.accepted ?? order.shippedAt };
  if (order._tag === "TransitStalled")
    return { ...order, facts, shippedAt: facts.accepted ?? order.shippedAt };
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

const labelAndPickup = evolutionsOf({
  LabelBought: withLabel,
  LabelFailed: (order, { reason, definite }) => ({
    ...order,
    label: { _tag: "Failed", reason, refusals: refusalsOf(order.label, definite) },
  }),
  LabelRefunded: (order, event) =>
    "label" in order.label
      ? { ...order, label: { _tag: "Refunded", label: order.label.label } }
      : misfit(order, event),
  LabelRefundRefused: (order, event) =>
    "label" in order.label
      ? { ...order, label: { _tag: "RefundRefused", label: order.label.label, reason: event.reason } }
      : misfit(order, event),
  PickupAsked: (order, { date }) => ({ ...order, pickup: { _tag: "Wanted", date } }),
  PickupBooked: (order, event) =>
    "date" in order.pickup
      ? {
          ...order,
          pickup: { _tag: "Booked", date: order.pickup.date, confirmation: event.confirmation },
        }
      : misfit(order, event),
  PickupRefused: (order, event) =>
    "date" in order.pickup
      ? { ...order, pickup: { _tag: "Refused", date: order.pickup.date, reason: event.reason } }
      : misfit(order, event),
  PickupCancelAsked: (order, event) =>
    order.pickup._tag === "Booked"
      ? { ...order, pickup: { ...order.pickup, _tag: "CancelWanted" } }
      : misfit(order, event),
  PickupCancelled: (order) => ({ ...order, pickup: { _tag: "Cancelled" } }),
});

/** A chargeback stops what was to be paid out. */
const chargedBack = (order: Order, chargeback: "Open" | "Lost"): Order => {
  const { payout, terms } = order;
  const stops = payout._tag === "Pending" || payout._tag === "Failed";
  return {
    ...order,
    chargeback,
    payout: stops ? { _tag: "Held", amount: terms.payout, refusals: payout.refusals } : payout,
  };
};

const money = evolutionsOf({
  Paid: (order) => {
    const { label } = order;
    return {
      ...order,
      paid: true,
      label: label._tag === "NotYet" ? { _tag: "Wanted", refusals: 0 } : label,
    };
  },
  RefundFellDue: (order) => ({
    ...order,
    refund: { _tag: "Wanted", amount: order.terms.total, refusals: 0 },
  }),
  Refunded: (order, { at }) => ({ ...order, refund: { _tag: "Done", amount: order.terms.total, at } }),
  RefundFailed: (order, { reason, definite }) => ({
    ...order,
    refund: {
      _tag: "Failed",
      amount: order.terms.total,
      reason,
      refusals: refusalsOf(order.refund, definite),
    },
  }),
  RefundedByChargeback: (order, event) =>
    order.refund._tag === "None"
      ? misfit(order, event)
      : { ...order, refund: { _tag: "ByChargeback", amount: order.terms.total } },
  PayoutFellDue: (order) => ({
    ...order,
    payout: { _tag: "Pending", amount: order.terms.payout, refusals: refusalsOf(order.payout) },
  }),
  PayoutHeld: (order) => ({
    ...order,
    payout: { _tag: "Held", amount: order.terms.payout, refusals: refusalsOf(order.payout) },
  }),
  PayoutIssued: (order, { reference, at, to }) => ({
    ...order,
    payout: { _tag: "Issued", amount: order.terms.payout, reference, at, to },
  }),
  PayoutFailed: (order, { reason, definite }) => ({
    ...order,
    payout: {
      _tag: "Failed",
      amount: order.terms.payout,
      reason,
      refusals: refusalsOf(order.payout, definite),
    },
  }),
  PayoutDropped: (order) => ({ ...order, payout: { _tag: "Dropped", amount: order.terms.payout } }),
  ChargebackOpened: (order) => chargedBack(order, "Open"),
  ChargebackLost: (order) => chargedBack(order, "Lost"),
  ChargebackWon: (order) => ({ ...order, chargeback: "Won" }),
});

const returnAndRating = evolutionsOf({
  ReturnLabelBought: (order, { label }) => ({ ...order, returning: { _tag: "Bought", label } }),
  ReturnLabelFailed: (order, { reason, definite }) => ({
    ...order,
    returning: { _tag: "Failed", reason, refusals: refusalsOf(order.returning, definite) },
  }),
  ReturnLabelMailed: (order, event) =>
    "label" in order.returning
      ? {
          ...order,
          returning: { _tag: "Mailed", label: order.returning.label, deadline: event.deadline },
        }
      : misfit(order, event),
  ReturnClosed: (order, { how }) => ({ ...order, returning: { _tag: "Closed", how } }),
  Rated: (order, { rating }) => ({ ...order, rating }),
  RatingModerated: (order, event) =>
    order.rating === null
      ? misfit(order, event)
      : { ...order, rating: { ...order.rating, status: event.publish ? "Published" : "Hidden" } },
});

const links = evolutionsOf({
  LinksRevoked: (order) => {
    const before = guestLinksOf(order);
    return { ...order, guestLinks: { ...before, generation: before.generation + 1 } };
  },
  LinkAsked: (order, { at }) => {
    const before = guestLinksOf(order);
    return { ...order, guestLinks: { ...before, asked: before.asked + 1, askedAt: at } };
  },
});

/** What a fact makes of an order whose state it leaves as it is. */
export const sideEvolutions = evolutionsOf({
  MailSent: (order) => order,
  ScansRecorded: withScans,
  RepeatAsked: repeated,
  UpdateFellDue: (order, { next, count }) => ({ ...order, nextUpdate: { deadline: next, count } }),
  ...labelAndPickup,
  ...money,
  ...returnAndRating,
  ...links,
});

/** What becomes of the label when the order is undone: given back, unless it was used (R39). */
export const labelAfterCancel = (order: Order): Order["label"] => {
  const label = labelOf(order);
  if (label === undefined) return { _tag: "NeverBought" };
  return order.facts.accepted === null ? { _tag: "RefundWanted", label } : order.label;
};
