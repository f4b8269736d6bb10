import {
  type CarrierFacts,
  type Context,
  type Deadline,
  deadlineAfter,
  isOfParcel,
  joinScans,
  labelOf,
  type Order,
  type OrderBase,
  type OrderCommand,
  type OrderEvent,
  type OrderIn,
  type Posting,
  type Task,
} from "@resale/core";
import { earned } from "./earned.ts";

interface Fact {
  readonly event: OrderEvent;
  readonly tasks: ReadonlyArray<Task>;
  readonly postings: ReadonlyArray<Posting>;
}

type Answer =
  | {
      readonly ok: true;
      readonly state: Order;
      readonly facts: ReadonlyArray<Fact>;
      readonly due: Deadline | undefined;
    }
  | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): Answer => ({ ok: false, reason });
const none: ReadonlyArray<never> = [];

const base = (order: OrderBase): OrderBase => ({
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

const isBuyer = (order: Order, { actor }: Context): boolean =>
  (actor._tag === "Member" && actor.id === order.buyer.member) ||
  (actor._tag === "Guest" && actor.order === order.id);

const sooner = (one: Deadline, other: Deadline): Deadline => (one.at <= other.at ? one : other);

const mail = (order: Order, name: string): Task => ({
  _tag: "SendOrderMail",
  order: order.id,
  mail: name,
  occurrence: 1,
});

const confirm = (order: OrderIn<"Delivered">, { now }: Context): Answer => {
  const { id, listing, terms } = order;
  const payout = { _tag: "Pending", amount: terms.payout, refusals: 0 } as const;
  const state: Order = { ...base(order), _tag: "Confirmed", confirmedAt: now, payout };
  const close: Task = { _tag: "CloseListing", listing, order: id, completed: true };
  const facts: ReadonlyArray<Fact> = [
    { event: { _tag: "Confirmed", at: now }, tasks: [close], postings: earned(terms) },
    { event: { _tag: "PayoutFellDue" }, tasks: [{ _tag: "IssueCredit", order: id }], postings: none },
  ];
  return { ok: true, state, facts, due: undefined };
};

const dispute = (
  order: OrderIn<"Delivered">,
  command: Extract<OrderCommand, { _tag: "OpenDispute" }>,
  { program, now }: Context,
): Answer => {
  const { kind, text, photos } = command;
  if (!program.dispute.kinds.some(({ key }) => key === kind)) return refuse("kind");
  if (photos.length > program.dispute.mostPhotos) return refuse("photos");
  const decideBy = deadlineAfter(program.calendar, now, program.dispute.decideWithin);
  const opened = { kind, text, photos, openedAt: now };
  const state: Order = { ...base(order), _tag: "Disputed", dispute: opened, decideBy, late: false };
  const tasks = [mail(order, "DisputeOpened"), mail(order, "DisputeReceived")];
  const event: OrderEvent = { _tag: "DisputeOpened", dispute: opened, decideBy };
  return { ok: true, state, facts: [{ event, tasks, postings: none }], due: decideBy };
};

const scanned = (
  order: OrderIn<"InTransit">,
  { tracking, scans }: Extract<OrderCommand, { _tag: "RecordScans" }>,
  { program, now }: Context,
): Answer => {
  const label = labelOf(order);
  const due = sooner(order.stalled, order.nextUpdate.deadline);
  const unchanged: Answer = { ok: true, state: order, facts: none, due };
  if (label?.tracking !== tracking) return unchanged;
  const ours = scans.filter((scan) => isOfParcel(scan, label, now));
  const facts: CarrierFacts = joinScans(order.facts, ours);
  if (facts === order.facts) return unchanged;
  if (facts.ending !== null || facts.lost !== null) return refuse("not in this mix");
  const recorded: Fact = { event: { _tag: "ScansRecorded", scans: ours }, tasks: none, postings: none };
  const shippedAt = facts.accepted ?? order.shippedAt;
  const stalled = deadlineAfter(program.calendar, facts.moved ?? shippedAt, program.shipping.stalledAfter);
  const known: Order = { ...order, facts, shippedAt };
  if (stalled.at <= order.stalled.at) return { ok: true, state: known, facts: [recorded], due };
  const moved: Fact = { event: { _tag: "Moved", stalled }, tasks: none, postings: none };
  return {
    ok: true,
    state: { ...known, stalled },
    facts: [recorded, moved],
    due: sooner(stalled, order.nextUpdate.deadline),
  };
};

const overdue = (order: OrderIn<"AwaitingShipment">, { program, now }: Context): Answer => {
  const { shipBy } = order;
  if (shipBy === null || now < shipBy.at) return refuse("not due");
  const { cancelAfter } = program.shipping;
  const cancelBy = cancelAfter === undefined ? null : deadlineAfter(program.calendar, shipBy.at, cancelAfter);
  const state: Order = { ...base(order), _tag: "ShipmentOverdue", cancelBy };
  const update = order.nextUpdate.deadline;
  const event: OrderEvent = { _tag: "ShipmentFellOverdue", cancelBy };
  const facts = [{ event, tasks: [mail(order, "ShipmentOverdue")], postings: none }];
  return { ok: true, state, facts, due: cancelBy === null ? update : sooner(cancelBy, update) };
};

/** The four questions of the mix as one would write them without a machine: a switch over the union. */
export const decideByHand = (order: Order, command: OrderCommand | undefined, context: Context): Answer => {
  switch (command?._tag) {
    case undefined:
      return order._tag === "AwaitingShipment" ? overdue(order, context) : refuse("state");
    case "Confirm":
    case "OpenDispute":
      if (!isBuyer(order, context)) return refuse("actor");
      if (order._tag !== "Delivered" || context.now >= order.window.at) return refuse("state");
      return command._tag === "Confirm" ? confirm(order, context) : dispute(order, command, context);
    case "RecordScans":
      if (context.actor._tag !== "Carrier" && context.actor._tag !== "System") return refuse("actor");
      return order._tag === "InTransit" ? scanned(order, command, context) : refuse("state");
    default:
      return refuse("command");
  }
};
