import type { Task } from "../lifecycle/Task.ts";
import type { MailTag } from "../mail/Mail.ts";
import type { Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

const mailsOf = (event: OrderEvent, order: Order): ReadonlyArray<MailTag> => {
  switch (event._tag) {
    case "LabelBought":
      return order._tag === "Cancelled" ? [] : ["ItemSold"];
    case "ShipReminderFellDue":
      return ["ShipReminder"];
    case "ShipmentFellOverdue":
      return ["ShipmentOverdue"];
    case "UpdateFellDue":
      return ["TransitUpdate"];
    case "Shipped":
      return ["ParcelShipped"];
    case "Delivered":
      return ["ParcelDelivered"];
    case "WindowClosing":
      return ["WindowClosing"];
    case "ConfirmedAutomatically":
      return ["ConfirmedAutomatically"];
    case "DisputeOpened":
      return ["DisputeOpened", "DisputeReceived"];
    case "DisputeUpheld":
      return event.returns
        ? ["DisputeDecidedForSeller"]
        : ["DisputeDecidedForSeller", "DisputeDecidedForBuyer"];
    case "DisputeRejected":
      return ["DisputeDecidedForSeller", "DisputeDecidedForBuyer"];
    case "ReturnLabelBought":
      return ["RefundAndReturnLabel"];
    case "Cancelled":
    case "PaymentFailed":
      return ["SaleCancelled", "OrderCancelled"];
    case "PayoutIssued":
      return ["PayoutOnItsWay"];
    case "Rated":
      return event.rating.status === "Published" ? ["SaleRated"] : [];
    case "RatingModerated":
      return event.publish ? ["SaleRated"] : [];
    default:
      return [];
  }
};

const effectsOf = (event: OrderEvent, order: Order): ReadonlyArray<Task> => {
  const { id, listing } = order;
  switch (event._tag) {
    case "Paid":
      return order._tag === "Placed" ? [{ _tag: "BuyLabel", order: id }] : [];
    case "LabelBought":
      return order.label._tag === "RefundWanted" ? [{ _tag: "RefundLabel", order: id }] : [];
    case "PickupAsked":
      return [{ _tag: "BookPickup", order: id }];
    case "PickupCancelAsked":
      return [{ _tag: "CancelPickup", order: id }];
    case "Cancelled":
    case "PaymentFailed": {
      const close: Task = { _tag: "CloseListing", listing, order: id, completed: false };
      const refund: ReadonlyArray<Task> =
        order.label._tag === "RefundWanted" ? [{ _tag: "RefundLabel", order: id }] : [];
      const pickup: ReadonlyArray<Task> =
        order.pickup._tag === "CancelWanted" ? [{ _tag: "CancelPickup", order: id }] : [];
      return [close, ...refund, ...pickup];
    }
    case "Confirmed":
    case "ConfirmedAutomatically":
    case "DisputeRejected":
      return [{ _tag: "CloseListing", listing, order: id, completed: true }];
    case "DisputeUpheld": {
      const close: Task = { _tag: "CloseListing", listing, order: id, completed: false };
      return event.returns ? [close, { _tag: "BuyReturnLabel", order: id }] : [close];
    }
    case "RefundFellDue":
      return order.chargeback === "Open" || order.chargeback === "Lost"
        ? []
        : [{ _tag: "RefundOrder", order: id }];
    case "ChargebackWon":
      return order.refund._tag === "Wanted" ? [{ _tag: "RefundOrder", order: id }] : [];
    case "PayoutFellDue":
      return [{ _tag: "IssueCredit", order: id }];
    case "RepeatAsked": {
      if (event.what === "Refund" && order.chargeback === "Open") return [];
      const tasks = {
        Label: "BuyLabel",
        LabelRefund: "RefundLabel",
        Payout: "IssueCredit",
        Refund: "RefundOrder",
        Return: "BuyReturnLabel",
      } as const;
      return [{ _tag: tasks[event.what], order: id }];
    }
    default:
      return [];
  }
};

/** How often a mail may go out: the updates are numbered, the reopened windows by when they began. */
const occurrenceOf = (event: OrderEvent, order: Order): number => {
  if (event._tag === "UpdateFellDue") return event.count;
  if (event._tag === "Delivered" || event._tag === "WindowClosing") {
    return order._tag === "Delivered" ? order.learnedAt : 1;
  }
  return 1;
};

/** The side effects that a fact asks for. */
export const orderTasks = (event: OrderEvent, order: Order): ReadonlyArray<Task> => [
  ...effectsOf(event, order),
  ...mailsOf(event, order).map((mail) => ({
    _tag: "SendOrderMail" as const,
    order: order.id,
    mail,
    occurrence: occurrenceOf(event, order),
  })),
];
