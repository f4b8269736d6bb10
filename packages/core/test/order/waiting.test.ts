import { type CreditReference, type OrderCommand, operatorTasksOf, system } from "@resale/core";
import {
  aBuyer,
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLabel,
  aLabelledOrder,
  anOverdueOrder,
  anUnverifiedOrder,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  aStalledOrder,
  asBuyer,
  asPaymentProvider,
  asSupport,
  email,
  type OrderStory,
  scanned,
  TRACKING,
  theBrand,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";

const refused = { reason: "no", definite: true } as const;
const chargeback = (outcome: "Open" | "Won" | "Lost"): OrderCommand => ({
  _tag: "RecordChargeback",
  outcome,
});
const waiting = ({ state }: OrderStory) => operatorTasksOf(state);
const names = (story: OrderStory) => waiting(story).map(({ task }) => task);

describe("since when something waits for an operator", () => {
  it("R29 R31 a late label since the sale, a late parcel since its deadline", () => {
    const paid = aPaidOrder();
    const { labelLate } = paid.state as Extract<typeof paid.state, { _tag: "Placed" }>;
    const late = paid.at(labelLate?.at ?? paid.now);
    expect(waiting(paid)).toEqual([]);
    expect(waiting(late)).toEqual([{ task: "LabelLate", since: late.state.placedAt }]);
    const overdue = anOverdueOrder().after(86_400_000);
    expect(waiting(overdue)).toEqual([{ task: "Overdue", since: overdue.state.shipBy?.at }]);
  });

  it("R36 R38 a parcel that stands still, or is in doubt, since then", () => {
    const stalled = aStalledOrder();
    expect(waiting(stalled.after(1000))).toEqual([{ task: "Stalled", since: stalled.now }]);
    const doubted = anUnverifiedOrder();
    expect(waiting(doubted.after(1000))).toEqual([{ task: "DeliveryUnverified", since: doubted.now }]);
  });

  it("R45 a dispute since it was opened, and once more since it was to be decided", () => {
    const disputed = aDisputedOrder();
    const { decideBy } = disputed.state as Extract<typeof disputed.state, { _tag: "Disputed" }>;
    expect(waiting(disputed)).toEqual([{ task: "DisputeOpen", since: disputed.now }]);
    expect(waiting(disputed.at(decideBy.at).after(1000))).toEqual([
      { task: "DisputeOpen", since: disputed.now },
      { task: "DisputeDue", since: decideBy.at },
    ]);
  });

  it("R39 a parcel that is to be called back, since the order was undone", () => {
    const cancelled = aCancelledOrder();
    expect(waiting(cancelled)).toEqual([]);
    const sent = scanned(cancelled, "Accepted", 3_600_000);
    expect(waiting(sent)).toEqual([{ task: "Intercept", since: cancelled.now }]);
    expect(waiting(sent.give(asSupport, { _tag: "CloseIntercept" }))).toEqual([]);
  });

  it("R42 a rating since it was given", () => {
    const rated = aDeliveredOrder().give(asBuyer, { _tag: "Rate", stars: 3, text: null }, 3_600_000);
    expect(waiting(rated.after(1000))).toEqual([{ task: "RatingWaiting", since: rated.now }]);
  });

  it.each([
    ["LabelFailed", aPaidOrder, system, { _tag: "RecordLabelFailed", ...refused }],
    ["LabelRefundRefused", aCancelledOrder, system, { _tag: "RecordLabelRefundRefused", reason: "used" }],
    ["PayoutFailed", aConfirmedOrder, system, { _tag: "RecordPayoutFailed", ...refused }],
    ["RefundFailed", aCancelledOrder, system, { _tag: "RecordRefundFailed", ...refused }],
    ["ReturnLabelFailed", anUpheldDispute, system, { _tag: "RecordReturnLabelFailed", ...refused }],
    ["ChargebackOpen", aConfirmedOrder, asPaymentProvider, chargeback("Open")],
  ] as const)("R48 R51 %s since the sale, and not before it came to that", (task, make, actor, command) => {
    const before = make();
    expect(names(before)).not.toContain(task);
    const after = before.give(actor, command);
    expect(waiting(after)).toContainEqual({ task, since: after.state.placedAt });
  });

  it("R50 a chargeback that is lost, only while it holds a payout", () => {
    const lost = aConfirmedOrder()
      .give(asPaymentProvider, chargeback("Open"))
      .give(asPaymentProvider, chargeback("Lost"));
    expect(names(lost)).toEqual(["ChargebackLost"]);
    expect(names(lost.give(asSupport, { _tag: "DropPayout" }))).toEqual([]);
    expect(names(lost.give(asSupport, { _tag: "ReleasePayout" }))).toEqual([]);
    const won = aConfirmedOrder()
      .give(asPaymentProvider, chargeback("Open"))
      .give(asPaymentProvider, chargeback("Won"));
    expect(names(won)).toEqual([]);
  });
});

describe("by what an order is found", () => {
  const found = ({ machine, state }: OrderStory) => machine.index(state);

  it("its state, both members, the buyer's address in small letters, its checkout", () => {
    const buyer = aBuyer({ email: email("Grace@Example.com") });
    const placed = aPlacedOrder({ buyer });
    expect(found(placed)).toEqual({
      status: "Placed",
      claim: null,
      seller: "ada",
      buyer: "grace",
      email: "grace@example.com",
      tracking: null,
      parent: placed.state.checkout,
      credit: null,
      operatorTasks: [],
      stars: null,
    });
  });

  it("R17 R26 no member where a guest has bought, or where the brand sells", () => {
    const apart = aPlacedOrder({ seller: theBrand, buyer: aBuyer({ member: null }) });
    expect(found(apart)).toMatchObject({ seller: null, buyer: null });
  });

  it("R45 the parcel that is on its way now: the piece, then its return", () => {
    expect(found(aPaidOrder()).tracking).toBeNull();
    expect(found(aLabelledOrder()).tracking).toBe(TRACKING);
    const upheld = anUpheldDispute();
    expect(found(upheld).tracking).toBe(TRACKING);
    const label = aLabel(upheld.now, RETURN_TRACKING);
    expect(found(upheld.give(system, { _tag: "RecordReturnLabel", label })).tracking).toBe(RETURN_TRACKING);
  });

  it("R48 the store credit, once it was issued", () => {
    const confirmed = aConfirmedOrder();
    expect(found(confirmed).credit).toBeNull();
    const reference = "gc_1" as CreditReference;
    const paid = confirmed.give(system, { _tag: "RecordPayout", reference, to: "ada@example.com" });
    expect(found(paid).credit).not.toBeNull();
  });
});
