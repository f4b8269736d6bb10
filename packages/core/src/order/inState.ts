import type { OrderBase, OrderIn, OrderState } from "./Order.ts";

type Extra<State extends OrderState> = Omit<OrderIn<State>, keyof OrderBase | "_tag">;

/** The same order in another state: what every order has, and what belongs to that state alone. */
export const inState = <State extends OrderState>(order: OrderBase, state: State, extra: Extra<State>) => {
  // One literal and one small copy: a spread of a spread costs a microsecond in the hottest path there is.
  const next: OrderBase & { readonly _tag: State } = {
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
  };
  return Object.assign(next, extra);
};
