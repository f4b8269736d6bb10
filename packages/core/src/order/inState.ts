import type { Order, OrderBase, OrderIn, OrderState } from "./Order.ts";
import type { GuestLinks } from "./sides.ts";

/** What belongs to a state alone. */
type Own<State extends OrderState> = Omit<OrderIn<State>, keyof OrderBase | "_tag">;

/** All that some state has of its own: a name means the same in every state that has it. */
type AnyOwn = Own<"AwaitingShipment"> &
  Own<"ShipmentOverdue"> &
  Own<"InTransit"> &
  Own<"TransitStalled"> &
  Own<"Delivered"> &
  Own<"DeliveryUnverified"> &
  Own<"Confirmed"> &
  Own<"Disputed"> &
  Own<"DisputeUpheld"> &
  Own<"Cancelled">;

type Unfinished = OrderBase & { guestLinks?: GuestLinks } & {
  -readonly [Field in keyof AnyOwn]?: AnyOwn[Field];
};

/** The states that another state turns into: all but the first. */
type Later = Exclude<OrderState, "Placed">;

/** One literal, and every field by its name: what the engine knows of the order before, it then knows of the copy too. */
const plainBaseOf = (order: OrderBase, state: Later): OrderBase & { readonly _tag: Later } => ({
  _tag: state,
  id: order.id,
  checkout: order.checkout,
  listing: order.listing,
  item: order.item,
  seller: order.seller,
  buyer: order.buyer,
  shipTo: order.shipTo,
  shipFrom: order.shipFrom,
  terms: order.terms,
  placedAt: order.placedAt,
  program: order.program,
  promise: order.promise,
  shipBy: order.shipBy,
  paid: order.paid,
  label: order.label,
  facts: order.facts,
  pickup: order.pickup,
  payout: order.payout,
  refund: order.refund,
  returning: order.returning,
  rating: order.rating,
  chargeback: order.chargeback,
  nextUpdate: order.nextUpdate,
});

const baseOf = (order: OrderBase, state: Later): OrderBase & { readonly _tag: Later } => {
  const next: Unfinished & { readonly _tag: Later } = plainBaseOf(order, state);
  if (order.guestLinks !== undefined) next.guestLinks = order.guestLinks;
  return next;
};

/** Sets a state's own fields one by one, in one order: `Object.assign` costs as much as the rest of the copy. */
const own = (next: Unfinished, state: Later, extra: AnyOwn): void => {
  switch (state) {
    case "AwaitingShipment":
      next.reminder = extra.reminder;
      break;
    case "ShipmentOverdue":
      next.cancelBy = extra.cancelBy;
      break;
    case "InTransit":
      next.shippedAt = extra.shippedAt;
      next.granted = extra.granted;
      next.stalled = extra.stalled;
      break;
    case "TransitStalled":
      next.shippedAt = extra.shippedAt;
      next.granted = extra.granted;
      next.since = extra.since;
      break;
    case "Delivered":
      next.deliveredAt = extra.deliveredAt;
      next.learnedAt = extra.learnedAt;
      next.verifiedBy = extra.verifiedBy;
      next.window = extra.window;
      next.closing = extra.closing;
      break;
    case "DeliveryUnverified":
      next.deliveredAt = extra.deliveredAt;
      next.why = extra.why;
      next.since = extra.since;
      next.interrupted = extra.interrupted;
      break;
    case "Confirmed":
    case "ConfirmedAutomatically":
      next.confirmedAt = extra.confirmedAt;
      break;
    case "Disputed":
      next.dispute = extra.dispute;
      next.decideBy = extra.decideBy;
      next.late = extra.late;
      break;
    case "DisputeUpheld":
    case "DisputeRejected":
      next.dispute = extra.dispute;
      next.text = extra.text;
      next.decidedAt = extra.decidedAt;
      break;
    case "Cancelled":
      next.reason = extra.reason;
      next.cancelledAt = extra.cancelledAt;
      next.intercept = extra.intercept;
      break;
    default:
      state satisfies never;
  }
};

/** The same order in another state: what every order has, and what belongs to that state alone. */
export const inState = <State extends Later>(order: OrderBase, state: State, extra: Own<State>): Order => {
  const next = baseOf(order, state);
  own(next, state, extra as unknown as AnyOwn);
  return next as Order;
};
