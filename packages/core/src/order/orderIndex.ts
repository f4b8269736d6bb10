import { foldEmail } from "../address/Email.ts";
import type { SubjectIndex } from "../lifecycle/Change.ts";
import { creditName } from "../ports/StoreCredit.ts";
import { labelOf, type Order } from "./Order.ts";
import { operatorTasksOf } from "./operatorTasks.ts";

/** The parcel on its way now: the piece itself or, after an upheld dispute, its return. */
const trackingOf = (order: Order): string | null => {
  if ("label" in order.returning) return order.returning.label.tracking;
  return labelOf(order)?.tracking ?? null;
};

/** By what an order is found. */
export const orderIndex = (order: Order): SubjectIndex => ({
  status: order._tag,
  claim: null,
  seller: order.seller._tag === "Member" ? order.seller.id : null,
  buyer: order.buyer.member,
  email: foldEmail(order.buyer.email),
  tracking: trackingOf(order),
  parent: order.checkout,
  credit: order.payout._tag === "Issued" ? creditName(order.payout.reference) : null,
  operatorTasks: operatorTasksOf(order).map(({ task }) => task),
  stars: order.rating?.status === "Published" ? order.rating.stars : null,
});
