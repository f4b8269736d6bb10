import { Result } from "effect";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Deadline } from "../calendar/Deadline.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Context } from "../lifecycle/Machine.ts";
import type { Program } from "../program/Program.ts";
import type { Scan } from "../shipping/Scan.ts";
import { type CarrierFacts, isOfParcel, joinScans, type Standing, standingOf } from "./CarrierFacts.ts";
import { labelOf, type Order, type OrderBase } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import type { OrderHandlers } from "./table.ts";

/** The fact of a delivery: the buyer's window runs from now, when the engine learned of it (R40). */
const delivered = (
  at: Instant,
  verifiedBy: "Carrier" | "Operator",
  { program, now }: Context,
): OrderEvent => ({
  _tag: "Delivered",
  deliveredAt: at,
  verifiedBy,
  window: deadlineAfter(program.calendar, now, program.delivery.window),
  closing: deadlineAfter(program.calendar, now, program.delivery.closing),
  at: now,
});

const stalledAfter = (program: Program, facts: CarrierFacts, otherwise: Instant): Deadline =>
  deadlineAfter(program.calendar, facts.moved ?? otherwise, program.shipping.stalledAfter);

const arrival = (standing: Standing, context: Context): ReadonlyArray<OrderEvent> => {
  switch (standing._tag) {
    case "Lost":
      return [{ _tag: "TransitStalled", at: context.now }];
    case "Delivered":
      return [delivered(standing.at, "Carrier", context)];
    case "Unverified":
      return [{ _tag: "DeliveryUnverified", deliveredAt: standing.at, why: standing.why, at: context.now }];
    default:
      return [];
  }
};

/** What the carrier's facts make of an order, whatever their order was (R32, R36–R39). */
const progress = (order: Order, facts: CarrierFacts, context: Context): ReadonlyArray<OrderEvent> => {
  const { program, now } = context;
  const standing = standingOf(facts, order.shipTo);
  switch (order._tag) {
    case "Placed":
    case "AwaitingShipment":
    case "ShipmentOverdue": {
      if (facts.accepted === null) return arrival(standing, context);
      const stalled = stalledAfter(program, facts, facts.accepted);
      return [{ _tag: "Shipped", shippedAt: facts.accepted, stalled }, ...arrival(standing, context)];
    }
    case "InTransit": {
      if (standing._tag !== "Moving") return arrival(standing, context);
      const stalled = stalledAfter(program, facts, order.shippedAt);
      return stalled.at > order.stalled.at ? [{ _tag: "Moved", stalled }] : [];
    }
    case "TransitStalled": {
      if (standing._tag !== "Moving") return standing._tag === "Lost" ? [] : arrival(standing, context);
      const stalled = stalledAfter(program, facts, order.shippedAt);
      return stalled.at > now ? [{ _tag: "Moved", stalled }] : [];
    }
    case "DeliveryUnverified":
      return standing._tag === "Lost" ? [] : arrival(standing, context);
    case "Delivered":
      return order.verifiedBy === "Carrier" && standing._tag === "Unverified"
        ? arrival(standing, context)
        : [];
    case "Cancelled":
      return facts.accepted !== null && order.intercept === "None" ? [{ _tag: "InterceptWanted" }] : [];
    default:
      return [];
  }
};

const returned = (order: OrderBase, tracking: string, scans: ReadonlyArray<Scan>, now: Instant): boolean => {
  const { returning } = order;
  if (returning._tag !== "Mailed" && returning._tag !== "Bought") return false;
  const { label } = returning;
  if (label.tracking !== tracking) return false;
  return scans.some((scan) => scan.status === "Delivered" && isOfParcel(scan, label, now));
};

/** The carrier tells where the parcel is: late, twice, in any order (R37). What tells nothing new makes no fact. */
export const recordScans: OrderHandlers["RecordScans"] = (order, { tracking, scans }, context) => {
  if (returned(order, tracking, scans, context.now)) {
    return Result.succeed([{ _tag: "ReturnClosed", how: "Received" }]);
  }
  const label = labelOf(order);
  if (label === undefined || label.tracking !== tracking) return Result.succeed([]);
  const ours = scans.filter((scan) => isOfParcel(scan, label, context.now));
  const facts = joinScans(order.facts, ours);
  if (facts === order.facts) return Result.succeed([]);
  return Result.succeed([{ _tag: "ScansRecorded", scans: ours }, ...progress(order, facts, context)]);
};

/** The operator gives a stalled parcel more time (R36). */
export const wait: OrderHandlers["Wait"] = (_, __, { program, now }) => {
  const stalled = deadlineAfter(program.calendar, now, program.shipping.stalledAfter);
  return Result.succeed([{ _tag: "WaitGranted", stalled }]);
};

/** The operator has made sure that the buyer has it: the window begins now (R38). */
export const verifyDelivery: OrderHandlers["VerifyDelivery"] = (order, _, context) =>
  Result.succeed([delivered(order.deliveredAt, "Operator", context)]);
