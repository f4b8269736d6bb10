import type { Task } from "../lifecycle/Task.ts";
import type { MailTag } from "../mail/Mail.ts";
import type { Order } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";

type EventOf<Tag extends OrderEvent["_tag"]> = Extract<OrderEvent, { readonly _tag: Tag }>;

/** For each fact that asks for something what it asks for; most ask for nothing, and nothing is made for them. */
type Asked<A> = {
  readonly [Tag in OrderEvent["_tag"]]?: (event: EventOf<Tag>, order: Order) => ReadonlyArray<A>;
};

const none: ReadonlyArray<never> = [];

const always = (...mails: ReadonlyArray<MailTag>) => {
  return (): ReadonlyArray<MailTag> => mails;
};

const undone = always("SaleCancelled", "OrderCancelled");

const mails: Asked<MailTag> = {
  LabelBought: (_, order) => (order._tag === "Cancelled" ? none : ["ItemSold"]),
  ShipReminderFellDue: always("ShipReminder"),
  ShipmentFellOverdue: always("ShipmentOverdue"),
  UpdateFellDue: always("TransitUpdate"),
  Shipped: always("ParcelShipped"),
  Delivered: always("ParcelDelivered"),
  WindowClosing: always("WindowClosing"),
  ConfirmedAutomatically: always("ConfirmedAutomatically"),
  DisputeOpened: always("DisputeOpened", "DisputeReceived"),
  DisputeUpheld: ({ returns }) =>
    returns ? ["DisputeDecidedForSeller"] : ["DisputeDecidedForSeller", "DisputeDecidedForBuyer"],
  DisputeRejected: always("DisputeDecidedForSeller", "DisputeDecidedForBuyer"),
  ReturnLabelBought: always("RefundAndReturnLabel"),
  Cancelled: undone,
  PaymentFailed: undone,
  LinkAsked: always("GuestLink"),
  PayoutIssued: always("PayoutOnItsWay"),
  Rated: ({ rating }) => (rating.status === "Published" ? ["SaleRated"] : none),
  RatingModerated: ({ publish }) => (publish ? ["SaleRated"] : none),
};

const closeListing = ({ id, listing }: Order, completed: boolean): Task => ({
  _tag: "CloseListing",
  listing,
  order: id,
  completed,
});

const completeListing = (_: OrderEvent, order: Order): ReadonlyArray<Task> => [closeListing(order, true)];

const undo = (_: OrderEvent, order: Order): ReadonlyArray<Task> => {
  const tasks = [closeListing(order, false)];
  if (order.label._tag === "RefundWanted") tasks.push({ _tag: "RefundLabel", order: order.id });
  if (order.pickup._tag === "CancelWanted") tasks.push({ _tag: "CancelPickup", order: order.id });
  return tasks;
};

const repeats = {
  Label: "BuyLabel",
  LabelRefund: "RefundLabel",
  Payout: "IssueCredit",
  Refund: "RefundOrder",
  Return: "BuyReturnLabel",
} as const;

const effects: Asked<Task> = {
  Paid: (_, { _tag, id }) => (_tag === "Placed" ? [{ _tag: "BuyLabel", order: id }] : none),
  LabelBought: (_, { label, id }) =>
    label._tag === "RefundWanted" ? [{ _tag: "RefundLabel", order: id }] : none,
  PickupAsked: (_, { id }) => [{ _tag: "BookPickup", order: id }],
  PickupCancelAsked: (_, { id }) => [{ _tag: "CancelPickup", order: id }],
  Cancelled: undo,
  PaymentFailed: undo,
  Confirmed: completeListing,
  ConfirmedAutomatically: completeListing,
  DisputeRejected: completeListing,
  DisputeUpheld: ({ returns }, order) => {
    const close = closeListing(order, false);
    return returns ? [close, { _tag: "BuyReturnLabel", order: order.id }] : [close];
  },
  RefundFellDue: (_, { chargeback, id }) =>
    chargeback === "Open" || chargeback === "Lost" ? none : [{ _tag: "RefundOrder", order: id }],
  ChargebackWon: (_, { refund, id }) =>
    refund._tag === "Wanted" ? [{ _tag: "RefundOrder", order: id }] : none,
  PayoutFellDue: (_, { id }) => [{ _tag: "IssueCredit", order: id }],
  RepeatAsked: ({ what }, { chargeback, id }) =>
    what === "Refund" && chargeback === "Open" ? none : [{ _tag: repeats[what], order: id }],
};

/** How often a mail may go out: the updates are numbered, the reopened windows by when they began. */
const occurrenceOf = (event: OrderEvent, order: Order): number => {
  if (event._tag === "UpdateFellDue") return event.count;
  if (event._tag === "LinkAsked") return order.guestLinks?.asked ?? 1;
  if (event._tag === "Delivered" || event._tag === "WindowClosing") {
    return order._tag === "Delivered" ? order.learnedAt : 1;
  }
  return 1;
};

type Reaction<Tag extends OrderEvent["_tag"]> = (event: EventOf<Tag>, order: Order) => ReadonlyArray<Task>;

const nothing = (): ReadonlyArray<Task> => none;

/** The side effects that a fact of this name asks for, its mails last. */
export const reactionTo = <Tag extends OrderEvent["_tag"]>(tag: Tag): Reaction<Tag> => {
  const ask: Reaction<Tag> = effects[tag] ?? nothing;
  const write = mails[tag];
  if (write === undefined) return ask;
  return (event, order) => {
    const wanted = ask(event, order);
    const letters = write(event, order);
    if (letters.length === 0) return wanted;
    const occurrence = occurrenceOf(event, order);
    const sent = letters.map((mail): Task => ({ _tag: "SendOrderMail", order: order.id, mail, occurrence }));
    return wanted.length === 0 ? sent : [...wanted, ...sent];
  };
};
