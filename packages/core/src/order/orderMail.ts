import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import { DAY, type Instant, plus } from "../calendar/Instant.ts";
import type { Mail, MailTag } from "../mail/Mail.ts";
import { cents } from "../money/amounts.ts";
import type { Program } from "../program/Program.ts";
import { lastScanOf } from "./CarrierFacts.ts";
import { linkUntil } from "./guestLink.ts";
import { isHeldBack } from "./money.ts";
import { labelOf, type Order } from "./Order.ts";
import { returnTo } from "./returnTo.ts";

/** All that an order's mails say is taken from the order as it is when the mail's turn comes. */
export interface MailContext {
  readonly program: Program;
  readonly now: Instant;
  readonly recipient: string;
  /** The absolute address of the order's page, for this reader. */
  readonly order: string;
}

const stageOf = (order: Order): "AwaitingShipment" | "InTransit" | "DeliveryUnverified" => {
  if (order._tag === "DeliveryUnverified") return "DeliveryUnverified";
  return order._tag === "InTransit" || order._tag === "TransitStalled" ? "InTransit" : "AwaitingShipment";
};

/** The way back of the piece, as the seller is told of it. */
const returnsOf = (order: Order, program: Program) => {
  const { _tag: state } = order.returning;
  if (order._tag !== "DisputeUpheld" || state === "None" || state === "Closed") return {};
  const to = returnTo(order, program);
  return {
    returns: "label" in order.returning ? { to, tracking: order.returning.label.tracking } : { to },
  };
};

const toSeller = (order: Order, mail: MailTag, context: MailContext): Mail | undefined => {
  const { program, now, recipient, order: href } = context;
  const about = { recipient, item: order.item, order: href };
  const { payout } = order.terms;
  const label = labelOf(order);
  switch (mail) {
    case "ItemSold": {
      if (label === undefined) return undefined;
      const shipBy = deadlineAfter(program.calendar, now, program.shipping.shipBy);
      return { _tag: mail, ...about, payout, tracking: label.tracking, qr: label.qr, shipBy };
    }
    case "ShipReminder":
    case "ShipmentOverdue":
      return order.shipBy === null ? undefined : { _tag: mail, ...about, shipBy: order.shipBy };
    case "SaleCancelled":
      if (order._tag !== "Cancelled") return undefined;
      return {
        _tag: mail,
        ...about,
        reason: order.reason,
        labelled: label !== undefined,
        shipped: order.facts.accepted !== null,
        paid: order.paid,
        mayListAgain: order.seller._tag === "Member",
      };
    case "DisputeOpened": {
      if (order._tag !== "Disputed") return undefined;
      const { kind, text } = order.dispute;
      const label = program.dispute.kinds.find(({ key }) => key === kind)?.label ?? kind;
      return { _tag: mail, ...about, kind: label, text, decideBy: order.decideBy };
    }
    case "DisputeDecidedForSeller":
      if (order._tag !== "DisputeUpheld" && order._tag !== "DisputeRejected") return undefined;
      return {
        _tag: mail,
        ...about,
        upheld: order._tag === "DisputeUpheld",
        text: order.text,
        payout,
        payoutHeld: isHeldBack(order),
        ...returnsOf(order, program),
      };
    case "PayoutOnItsWay":
      return { _tag: mail, ...about, payout };
    case "SaleRated": {
      if (order.rating === null) return undefined;
      const { stars, text } = order.rating;
      return text === null ? { _tag: mail, ...about, stars } : { _tag: mail, ...about, stars, text };
    }
    default:
      return undefined;
  }
};

const toBuyer = (order: Order, mail: MailTag, context: MailContext): Mail | undefined => {
  const { program, recipient, order: href } = context;
  const about = { recipient, item: order.item, order: href };
  const label = labelOf(order);
  const rateable = order.seller._tag === "Member";
  switch (mail) {
    case "ParcelShipped": {
      if (label === undefined || !("shippedAt" in order)) return undefined;
      const { fromDays, toDays } = program.shipping.estimate;
      const arrivesFrom = plus(order.shippedAt, fromDays * DAY);
      const arrivesTo = plus(order.shippedAt, toDays * DAY);
      const { carrier, tracking } = label;
      return { _tag: mail, ...about, carrier, tracking, arrivesFrom, arrivesTo };
    }
    case "TransitUpdate": {
      const update = { _tag: mail, ...about, stage: stageOf(order), promise: order.promise } as const;
      const lastScanAt = lastScanOf(order.facts);
      return lastScanAt === null ? update : { ...update, lastScanAt };
    }
    case "ParcelDelivered":
      return order._tag === "Delivered"
        ? { _tag: mail, ...about, window: order.window, rateable, payoutHeld: isHeldBack(order) }
        : undefined;
    case "WindowClosing":
      return order._tag === "Delivered"
        ? { _tag: mail, ...about, window: order.window, rateable }
        : undefined;
    case "ConfirmedAutomatically":
      return { _tag: mail, ...about, rateable, payoutHeld: isHeldBack(order) };
    case "DisputeReceived":
      return order._tag === "Disputed" ? { _tag: mail, ...about, decideBy: order.decideBy } : undefined;
    case "DisputeDecidedForBuyer": {
      if (order._tag !== "DisputeUpheld" && order._tag !== "DisputeRejected") return undefined;
      const upheld = order._tag === "DisputeUpheld";
      return {
        _tag: mail,
        ...about,
        upheld,
        text: order.text,
        refund: upheld ? order.terms.total : cents(0),
        payoutHeld: isHeldBack(order),
      };
    }
    case "RefundAndReturnLabel": {
      if (order.returning._tag !== "Bought") return undefined;
      const { tracking, qr } = order.returning.label;
      const returnBy = deadlineAfter(program.calendar, context.now, program.returns.within);
      return { _tag: mail, ...about, refund: order.terms.total, tracking, qr, returnBy };
    }
    case "GuestLink": {
      const until = linkUntil(program, context.now);
      return { _tag: mail, ...about, until };
    }
    case "OrderCancelled": {
      if (order._tag !== "Cancelled") return undefined;
      return {
        _tag: mail,
        ...about,
        reason: order.reason,
        refund: order.paid ? order.terms.total : cents(0),
      };
    }
    default:
      return undefined;
  }
};

/** What a mail of an order says now; nothing, where there is nothing to say any more. */
export const orderMail = (order: Order, mail: MailTag, context: MailContext): Mail | undefined =>
  toSeller(order, mail, context) ?? toBuyer(order, mail, context);
