import type { MailTag } from "../mail/Mail.ts";
import { isUnderWay, type Order } from "./Order.ts";

const inState =
  (...states: ReadonlyArray<Order["_tag"]>) =>
  (order: Order): boolean =>
    states.includes(order._tag);

/** Mails that are about something else than one order. */
type Elsewhere =
  | "SubmissionReceived"
  | "ListingApproved"
  | "ListingDenied"
  | "ChangesAsked"
  | "PriceChanged"
  | "Receipt"
  | "OperatorDigest";

type Condition = (order: Order, occurrence: number) => boolean;

/** A mail of an order does not compile until somebody has said when it is true. */
const conditions: { readonly [Tag in Exclude<MailTag, Elsewhere>]: Condition } = {
  ItemSold: ({ _tag, label }) => label._tag === "Bought" && _tag !== "Cancelled",
  ShipReminder: inState("AwaitingShipment"),
  ShipmentOverdue: inState("ShipmentOverdue"),
  TransitUpdate: (order, occurrence) => isUnderWay(order) && order.nextUpdate.count === occurrence,
  ParcelShipped: inState("InTransit", "TransitStalled"),
  ParcelDelivered: (order, occurrence) => order._tag === "Delivered" && order.learnedAt === occurrence,
  WindowClosing: (order, occurrence) => order._tag === "Delivered" && order.learnedAt === occurrence,
  ConfirmedAutomatically: inState("ConfirmedAutomatically"),
  DisputeOpened: inState("Disputed"),
  DisputeReceived: inState("Disputed"),
  DisputeDecidedForSeller: inState("DisputeUpheld", "DisputeRejected"),
  DisputeDecidedForBuyer: inState("DisputeUpheld", "DisputeRejected"),
  RefundAndReturnLabel: ({ returning }) => returning._tag === "Bought",
  SaleCancelled: inState("Cancelled"),
  OrderCancelled: inState("Cancelled"),
  PayoutOnItsWay: ({ payout }) => payout._tag === "Issued",
  GuestLink: ({ buyer, guestLinks }, occurrence) => buyer.member === null && guestLinks?.asked === occurrence,
  SaleRated: ({ rating }) => rating?.status === "Published",
};

/** Whether a mail still tells the truth when its turn comes; one that does not is not sent. */
export const isStillTrue = (order: Order, mail: string, occurrence: number): boolean => {
  const condition: Condition | undefined = Object.hasOwn(conditions, mail)
    ? conditions[mail as keyof typeof conditions]
    : undefined;
  return condition?.(order, occurrence) ?? false;
};
