import type { Rejection } from "../lifecycle/Rejection.ts";
import type { Order, OrderBase } from "./Order.ts";
import type { OrderCommand, Repeatable } from "./OrderCommand.ts";

const afterChargeback = ({ payout, chargeback }: OrderBase): Rejection | undefined => {
  if (payout._tag === "Issued") return { _tag: "PayoutFinal", payout: payout._tag };
  if (payout._tag === "Held" && chargeback === "Lost") return undefined;
  return {
    _tag: "NothingToRepeat",
    what: "payout",
    state: chargeback === "Open" ? "ChargebackOpen" : payout._tag,
  };
};

/** The state of the side machine that an operator would set going again. */
export const sideOf = (order: OrderBase, what: Repeatable): string =>
  ({
    Label: order.label,
    LabelRefund: order.label,
    Payout: order.payout,
    Refund: order.refund,
    Return: order.returning,
  })[what]._tag;

/** Whether a side machine waits for an operator. */
export const isOpenToRepeat = (what: Repeatable, side: string): boolean =>
  side === (what === "LabelRefund" ? "RefundRefused" : "Failed");

/** Only who bought without an account follows the order by a link (R26). */
const hasGuest = ({ buyer }: OrderBase): Rejection | undefined =>
  buyer.member === null ? undefined : { _tag: "NoGuest" };

const repeatables: ReadonlyArray<Repeatable> = ["Label", "LabelRefund", "Payout", "Refund", "Return"];

/** Why a command is not open although the state would allow it: what else must be so first. Asked by `explain` too. */
export const orderReadiness: {
  readonly [Tag in OrderCommand["_tag"]]?: (order: Order) => Rejection | undefined;
} = {
  BookPickup: ({ label, pickup }) => {
    if (label._tag !== "Mailed" && label._tag !== "Bought") {
      return { _tag: "NothingToRepeat", what: "pickup before the label", state: label._tag };
    }
    const booked = pickup._tag === "Booked" || pickup._tag === "Wanted";
    return booked ? { _tag: "AlreadyDone", what: `a pickup on ${pickup.date}` } : undefined;
  },
  CancelPickup: ({ pickup }) =>
    pickup._tag === "Booked" ? undefined : { _tag: "NothingToRepeat", what: "pickup", state: pickup._tag },
  // The brand's own stock has no seller to rate (R17); a sale is rated once (R42).
  Rate: ({ seller, rating }) => {
    if (seller._tag === "Brand") return { _tag: "NoSellerToRate" };
    return rating === null ? undefined : { _tag: "AlreadyDone", what: "rating" };
  },
  ModerateRating: ({ rating }) =>
    rating === null ? { _tag: "NothingToRepeat", what: "rating", state: "None" } : undefined,
  // An issued payout is final (R49).
  ReleasePayout: afterChargeback,
  DropPayout: afterChargeback,
  RecordReturnReceived: ({ returning }) =>
    returning._tag === "Closed" ? { _tag: "AlreadyDone", what: `return: ${returning.how}` } : undefined,
  CloseIntercept: (order) =>
    order._tag === "Cancelled" && order.intercept === "Wanted"
      ? undefined
      : { _tag: "NothingToRepeat", what: "intercept", state: order._tag },
  RevokeLinks: hasGuest,
  SendLink: hasGuest,
  Repeat: (order) =>
    repeatables.some((what) => isOpenToRepeat(what, sideOf(order, what)))
      ? undefined
      : { _tag: "NothingToRepeat", what: "any part", state: order._tag },
};
