import { Result } from "effect";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Deadline } from "../calendar/Deadline.ts";
import type { Instant } from "../calendar/Instant.ts";
import { leading } from "../lifecycle/leading.ts";
import type { Context } from "../lifecycle/Machine.ts";
import type { Program } from "../program/Program.ts";
import type { Scan } from "../shipping/Scan.ts";
import { type CarrierFacts, isOfParcel, joinScans, type Standing, standingOf } from "./CarrierFacts.ts";
import { labelOf, type Order, type OrderBase, type OrderIn } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import type { OrderHandlers } from "./table.ts";

/** The fact of a delivery: the buyer's window runs from now, when the engine learned of it (R40). */
const delivered = (at: Instant, verifiedBy: "Carrier" | "Operator", { program, now }: Context) => ({
  _tag: "Delivered" as const,
  deliveredAt: at,
  verifiedBy,
  window: deadlineAfter(program.calendar, now, program.delivery.window),
  closing: deadlineAfter(program.calendar, now, program.delivery.closing),
  at: now,
});

/** From when on the parcel counts as stalled: the later of its own movement and what an operator granted (R36). */
const stalledBy = (
  program: Program,
  { moved }: CarrierFacts,
  { shippedAt, granted }: Pick<OrderIn<"InTransit">, "shippedAt" | "granted">,
): Deadline => {
  const own = deadlineAfter(program.calendar, moved ?? shippedAt, program.shipping.stalledAfter);
  return granted !== null && granted.at >= own.at ? granted : own;
};

const isLater = (one: Deadline, other: Deadline): boolean =>
  one.at > other.at || (one.at === other.at && one.reckoning.from > other.reckoning.from);

type Arrived = Extract<Standing, { _tag: "Delivered" | "Unverified" }>;

const arrival = (order: Order, standing: Arrived, context: Context): ReadonlyArray<OrderEvent> => {
  const { now } = context;
  if (standing._tag === "Unverified") {
    const { at, why } = standing;
    const known = order._tag === "DeliveryUnverified" && order.why === why && order.deliveredAt === at;
    return known ? [] : [{ _tag: "DeliveryUnverified", deliveredAt: at, why, at: now }];
  }
  const event = delivered(standing.at, "Carrier", context);
  if (order._tag !== "DeliveryUnverified" || order.since !== now || order.interrupted === null)
    return [event];
  const { learnedAt, window, closing } = order.interrupted;
  return [{ ...event, window, closing, at: learnedAt }];
};

/** A parcel on its way: it moves on, or is lost. A word already heard does not undo what an operator decided since. */
const journey = (
  order: OrderIn<"InTransit" | "TransitStalled">,
  facts: CarrierFacts,
  lost: boolean,
  { program, now }: Context,
): ReadonlyArray<OrderEvent> => {
  if (lost && facts.lost !== order.facts.lost) return [{ _tag: "TransitStalled", at: now }];
  const stalled = stalledBy(program, facts, order);
  if (order._tag === "InTransit") return isLater(stalled, order.stalled) ? [{ _tag: "Moved", stalled }] : [];
  return lost || stalled.at === order.since ? [] : [{ _tag: "Moved", stalled }];
};

/** What the carrier's facts make of an order, whatever their order was (R32, R36–R39). */
const progress = (order: Order, facts: CarrierFacts, context: Context): ReadonlyArray<OrderEvent> => {
  const standing = standingOf(facts, order.shipTo);
  const arrived = standing._tag === "Delivered" || standing._tag === "Unverified";
  switch (order._tag) {
    case "Placed":
    case "AwaitingShipment":
    case "ShipmentOverdue": {
      const shippedAt = facts.accepted;
      if (shippedAt === null) return arrived ? arrival(order, standing, context) : [];
      const stalled = stalledBy(context.program, facts, { shippedAt, granted: null });
      const shipped: OrderEvent = { _tag: "Shipped", shippedAt, stalled };
      if (arrived) return [shipped, ...arrival(order, standing, context)];
      return standing._tag === "Lost" ? [shipped, { _tag: "TransitStalled", at: context.now }] : [shipped];
    }
    case "InTransit":
    case "TransitStalled":
      return arrived
        ? arrival(order, standing, context)
        : journey(order, facts, standing._tag === "Lost", context);
    case "DeliveryUnverified":
      return arrived ? arrival(order, standing, context) : [];
    case "Delivered":
      return order.verifiedBy === "Carrier" && standing._tag === "Unverified"
        ? arrival(order, standing, context)
        : [];
    case "Cancelled":
      // A word of its delivery will do: it was on its way all the same (R39).
      return (facts.accepted ?? facts.ending) !== null && order.intercept === "None"
        ? [{ _tag: "InterceptWanted" }]
        : [];
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
  const isOurs = (scan: Scan): boolean => isOfParcel(scan, label, context.now);
  const ours = scans.every(isOurs) ? scans : scans.filter(isOurs);
  const facts = joinScans(order.facts, ours);
  if (facts === order.facts) return Result.succeed([]);
  return Result.succeed(leading({ _tag: "ScansRecorded", scans: ours }, progress(order, facts, context)));
};

/** The operator gives a stalled parcel more time (R36). */
export const wait: OrderHandlers["Wait"] = (_, __, { program, now }) => {
  const stalled = deadlineAfter(program.calendar, now, program.shipping.stalledAfter);
  return Result.succeed([{ _tag: "WaitGranted", stalled }]);
};

/** The operator has made sure that the buyer has it: the window begins now (R38). */
export const verifyDelivery: OrderHandlers["VerifyDelivery"] = (order, _, context) =>
  Result.succeed([delivered(order.deliveredAt, "Operator", context)]);
