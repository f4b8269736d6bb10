import type { Actor } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import { dispatch } from "../lifecycle/dispatch.ts";
import type { Machine } from "../lifecycle/Machine.ts";
import { cancel } from "./cancelling.ts";
import { generationOf, revokeLinks, sendLink } from "./guestLink.ts";
import * as labelling from "./labelling.ts";
import { evolveOrder, orderMeaningOf } from "./meaning.ts";
import { Order } from "./Order.ts";
import { OrderCommand } from "./OrderCommand.ts";
import { OrderEvent } from "./OrderEvent.ts";
import { orderIndex } from "./orderIndex.ts";
import { place, recordPaid, recordUnpaid } from "./placing.ts";
import { orderReadiness } from "./readiness.ts";
import { confirm, decideDispute, moderateRating, openDispute, rate } from "./receiving.ts";
import * as settling from "./settling.ts";
import { type OrderHandlers, type OrderTimer, orderTable, orderTimerTable } from "./table.ts";
import { fireOrderTimer, orderTimers } from "./timers.ts";
import { recordScans, verifyDelivery, wait } from "./tracking.ts";

const handlers: OrderHandlers = {
  Place: place,
  RecordPaid: recordPaid,
  RecordUnpaid: recordUnpaid,
  RecordLabel: labelling.recordLabel,
  RecordLabelFailed: labelling.recordLabelFailed,
  RecordLabelRefunded: labelling.recordLabelRefunded,
  RecordLabelRefundRefused: labelling.recordLabelRefundRefused,
  BookPickup: labelling.bookPickup,
  RecordPickup: labelling.recordPickup,
  RecordPickupRefused: labelling.recordPickupRefused,
  CancelPickup: labelling.cancelPickup,
  RecordPickupCancelled: labelling.recordPickupCancelled,
  RecordScans: recordScans,
  Wait: wait,
  VerifyDelivery: verifyDelivery,
  Cancel: cancel,
  Confirm: confirm,
  OpenDispute: openDispute,
  DecideDispute: decideDispute,
  Rate: rate,
  ModerateRating: moderateRating,
  RecordPayout: settling.recordPayout,
  RecordPayoutFailed: settling.recordPayoutFailed,
  RecordRefund: settling.recordRefund,
  RecordRefundFailed: settling.recordRefundFailed,
  RecordChargeback: settling.recordChargeback,
  ReleasePayout: settling.releasePayout,
  DropPayout: settling.dropPayout,
  RecordReturnLabel: settling.recordReturnLabel,
  RecordReturnLabelFailed: settling.recordReturnLabelFailed,
  RecordReturnReceived: settling.recordReturnReceived,
  CloseIntercept: settling.closeIntercept,
  Repeat: settling.repeat,
  RevokeLinks: revokeLinks,
  SendLink: sendLink,
  RecordMail: labelling.recordMail,
};

/** Who an actor is to an order: its buyer, its seller, the brand, or a stranger (R54). */
export const roleInOrder = (order: Order, actor: Actor): Role | undefined => {
  switch (actor._tag) {
    case "Member":
      if (order.buyer.member === actor.id) return "Buyer";
      return order.seller._tag === "Member" && order.seller.id === actor.id ? "Seller" : undefined;
    case "Guest":
      return actor.order === order.id && (actor.generation ?? 0) === generationOf(order)
        ? "Buyer"
        : undefined;
    case "Visitor":
      return undefined;
    default:
      return actor._tag;
  }
};

/** How an order lives, from the sale to the payout or the refund. */
export const orderMachine: Machine<Order, OrderCommand, OrderEvent, OrderTimer> = {
  kind: "order",
  table: orderTable,
  timerTable: orderTimerTable,
  roleOf: roleInOrder,
  commands: dispatch<Order, OrderCommand, OrderEvent>(orderTable, handlers, orderReadiness),
  evolve: evolveOrder,
  timers: orderTimers,
  fire: fireOrderTimer,
  meaningOf: orderMeaningOf,
  index: orderIndex,
  schema: { state: Order, command: OrderCommand, event: OrderEvent },
};
