import {
  type CivilDate,
  type Instant,
  type Order,
  type OrderEvent,
  orderMachine,
  preLoved,
  system,
} from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLabel,
  anOrderAwaitingShipment,
  anOrderConfirmedBySilence,
  anOrderInTransit,
  anOverdueOrder,
  anUnverifiedOrder,
  anUpheldDispute,
  aPlacedOrder,
  aRejectedDispute,
  aStalledOrder,
  asBuyer,
  asSeller,
  holdUntil,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const at = 0 as Instant;
const deadline = holdUntil(preLoved, at);
const dispute = { kind: "Damaged", text: "It is.", photos: [], openedAt: at };
const { evolve } = orderMachine;

const orders: ReadonlyArray<Order> = [
  aPlacedOrder(),
  anOrderAwaitingShipment(),
  anOverdueOrder(),
  anOrderInTransit(),
  aStalledOrder(),
  aDeliveredOrder(),
  anUnverifiedOrder(),
  aConfirmedOrder(),
  anOrderConfirmedBySilence(),
  aDisputedOrder(),
  anUpheldDispute(),
  aRejectedDispute(),
  aCancelledOrder(),
].map(({ state }) => state);

/** Facts of an order, each with the states that it fits. */
const ofStates: ReadonlyArray<readonly [OrderEvent, ReadonlyArray<Order["_tag"]>]> = [
  [{ _tag: "LabelFellLate" }, ["Placed"]],
  [{ _tag: "ShipReminderFellDue" }, ["AwaitingShipment"]],
  [{ _tag: "ShipmentFellOverdue", cancelBy: null }, ["AwaitingShipment"]],
  [{ _tag: "Moved", stalled: deadline }, ["InTransit", "TransitStalled"]],
  [{ _tag: "WaitGranted", stalled: deadline }, ["InTransit", "TransitStalled"]],
  [{ _tag: "TransitStalled", at }, ["InTransit", "TransitStalled"]],
  [{ _tag: "WindowClosing" }, ["Delivered"]],
  [{ _tag: "Confirmed", at }, ["Delivered"]],
  [{ _tag: "ConfirmedAutomatically", at }, ["Delivered"]],
  [{ _tag: "DisputeOpened", dispute, decideBy: deadline }, ["Delivered"]],
  [{ _tag: "DisputeFellDue" }, ["Disputed"]],
  [{ _tag: "DisputeUpheld", text: "", returns: true, at }, ["Disputed"]],
  [{ _tag: "DisputeRejected", text: "", at }, ["Disputed"]],
  [{ _tag: "InterceptWanted" }, ["Cancelled"]],
  [{ _tag: "InterceptClosed" }, ["Cancelled"]],
];

const placed = aPlacedOrder();
const awaiting = anOrderAwaitingShipment();
const asked = awaiting.give(asSeller, { _tag: "BookPickup", date: "2026-11-04" as CivilDate });
const booked = asked.give(system, { _tag: "RecordPickup", confirmation: "WTC1" });
const upheld = anUpheldDispute();
const labelled = upheld.give(system, { _tag: "RecordReturnLabel", label: aLabel(upheld.now) });
const delivered = aDeliveredOrder();
const rated = delivered.give(asBuyer, { _tag: "Rate", stars: 4, text: null });

/** Facts of what runs beside an order, each with one that it fits, and one that has nothing of the kind. */
const ofSides: ReadonlyArray<readonly [OrderEvent, { readonly state: Order }, { readonly state: Order }]> = [
  [{ _tag: "LabelMailed", to: "", shipBy: deadline, reminder: deadline, at }, awaiting, placed],
  [{ _tag: "LabelRefunded" }, awaiting, placed],
  [{ _tag: "LabelRefundRefused", reason: "" }, awaiting, placed],
  [{ _tag: "PickupBooked", confirmation: "" }, asked, awaiting],
  [{ _tag: "PickupRefused", reason: "" }, asked, awaiting],
  [{ _tag: "PickupCancelAsked" }, booked, asked],
  [{ _tag: "RefundedByChargeback" }, upheld, delivered],
  [{ _tag: "ReturnLabelMailed", deadline, at }, labelled, upheld],
  [{ _tag: "RatingModerated", publish: true }, rated, delivered],
];

describe("a history of an order that cannot have been", () => {
  it.each(ofStates)("R55 is a defect that names fact and state: %o fits in %j alone", (event, states) => {
    for (const order of orders) {
      const make = () => evolve(order, event);
      if (states.includes(order._tag)) expect(make).not.toThrow();
      else expect(make).toThrow(`the fact ${event._tag} does not fit a subject in ${order._tag}`);
    }
  });

  it.each(ofSides)(
    "R55 is one in which there is nothing to which this could have happened: %o",
    (event, fits, not) => {
      expect(() => evolve(fits.state, event)).not.toThrow();
      const words = `the fact ${event._tag} does not fit a subject in ${not.state._tag}`;
      expect(() => evolve(not.state, event)).toThrow(words);
    },
  );

  it("R55 is one that begins twice, or not with its sale", () => {
    const sale = placed.history[0]?.event as unknown as OrderEvent;
    expect(() => evolve(undefined, sale)).not.toThrow();
    expect(() => evolve(placed.state, sale)).toThrow("the fact Placed does not fit a subject in Placed");
    const paid = { _tag: "Paid", at } as const;
    expect(() => evolve(undefined, paid)).toThrow("the fact Paid does not fit a subject in Nothing");
  });

  it("R55 is one of facts that nobody knows", () => {
    const unheard = { _tag: "Evaporated" } as unknown as OrderEvent;
    expect(() => evolve(placed.state, unheard)).toThrow("an order knows no fact Evaporated");
  });
});
