import { type CreditReference, HOUR, type OrderView, orderView, type Role, system } from "@resale/core";
import {
  aBuyer,
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLabel,
  anOrderInTransit,
  anOverdueOrder,
  anUnverifiedOrder,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  asBuyer,
  asSupport,
  cancelCommand,
  mailCommand,
  type OrderStory,
  TRACKING,
  theBrand,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";

const delivered = aDeliveredOrder();
const viewed = ({ state }: OrderStory, role: Role = "Support"): OrderView => orderView(state, role);

describe("who reads what of an order", () => {
  it("R24 R29 R40 everybody in it: what was sold, promised, sent and delivered, and until when there is time", () => {
    const { state } = delivered;
    for (const role of ["Buyer", "Seller", "Support", "Reviewer", "System"] as const) {
      expect(viewed(delivered, role)).toMatchObject({
        id: state.id,
        listing: state.listing,
        state: "Delivered",
        item: state.item,
        price: 100_00,
        currency: "USD",
        placedAt: state.placedAt,
        promise: state.promise,
        carrier: "USPS",
        tracking: TRACKING,
        shippedAt: state.facts.accepted,
        window: { at: delivered.now + 72 * HOUR },
        dispute: null,
        decideBy: null,
        decision: null,
        cancelled: null,
        rating: null,
      });
    }
  });

  it("R33 R40 no carrier before there is a label, and no window but of what is delivered", () => {
    const nothing = { carrier: null, tracking: null, shippedAt: null, window: null, deliveredAt: null };
    expect(viewed(aPaidOrder())).toMatchObject(nothing);
    expect(viewed(aDisputedOrder()).window).toBeNull();
  });

  it.each([
    ["Buyer", ["buyer"]],
    ["Seller", ["seller"]],
    ["Support", ["buyer", "seller", "desk"]],
    ["Reviewer", ["buyer", "seller", "desk"]],
    ["System", ["buyer", "seller", "desk"]],
    ["Carrier", []],
    ["PaymentProvider", []],
  ] as const)("R52 R54 a %s reads the part of: %j", (role, parts) => {
    const view = viewed(delivered, role);
    expect((["buyer", "seller", "desk"] as const).filter((part) => view[part] !== null)).toEqual(parts);
  });

  it("R12 R22 R52 the buyer: whose it was, where it goes, and each part of what was paid", () => {
    const { buyer } = viewed(delivered, "Buyer");
    expect(buyer).toEqual({
      seller: "Ada L.",
      shipTo: delivered.state.shipTo,
      charge: 9_95,
      tax: 8_88,
      total: 118_83,
      refund: "None",
      returnTracking: null,
      returnBy: null,
    });
    expect(viewed(aDeliveredOrder({ seller: theBrand }), "Buyer").buyer?.seller).toBe("MK Supply");
  });

  it("R45 the buyer: what comes back, and how and until when the piece goes back", () => {
    const upheld = anUpheldDispute();
    expect(viewed(upheld, "Buyer").buyer).toMatchObject({ refund: "Wanted", returnTracking: null });
    const label = aLabel(upheld.now, RETURN_TRACKING);
    const bought = upheld.give(system, { _tag: "RecordReturnLabel", label });
    expect(viewed(bought, "Buyer").buyer).toMatchObject({ returnTracking: RETURN_TRACKING, returnBy: null });
    const mailed = bought.give(system, mailCommand("RefundAndReturnLabel"));
    const { returning } = mailed.state;
    expect(viewed(mailed, "Buyer").buyer).toMatchObject({
      returnTracking: RETURN_TRACKING,
      returnBy: "deadline" in returning ? returning.deadline : "no return label was mailed",
    });
  });

  it("R29 R34 R46 the seller: the payout, the label and its code, the own deadline, the pickup", () => {
    const { seller } = viewed(delivered, "Seller");
    expect(seller).toEqual({
      payout: 80_00,
      payoutState: "NotYet",
      label: "Mailed",
      qr: true,
      shipBy: delivered.state.shipBy,
      pickup: { _tag: "None" },
      returnTracking: null,
    });
    expect(seller?.shipBy).not.toBeNull();
    expect(viewed(aPaidOrder(), "Seller").seller).toMatchObject({ label: "Wanted", qr: false, shipBy: null });
  });

  it("R48 R57 the desk: both parties, the payment, the carrier's facts, what waits, and the Program's version", () => {
    const { state } = delivered;
    expect(viewed(delivered).desk).toEqual({
      checkout: state.checkout,
      buyerEmail: state.buyer.email,
      buyerMember: "grace",
      sellerMember: "ada",
      paid: true,
      chargeback: null,
      payoutTo: null,
      label: "Mailed",
      labelRefund: false,
      facts: state.facts,
      why: null,
      operatorTasks: [],
      program: delivered.program.version,
    });
    const reference = "gc_1" as CreditReference;
    const payout = { _tag: "RecordPayout", reference, to: "ada@new.example" } as const;
    expect(viewed(aConfirmedOrder().give(system, payout)).desk?.payoutTo).toBe("ada@new.example");
  });

  it("R17 R26 the desk: no member where a guest has bought, or where the brand sells", () => {
    const apart = aPlacedOrder({ seller: theBrand, buyer: aBuyer({ member: null }) });
    expect(viewed(apart).desk).toMatchObject({ buyerMember: null, sellerMember: null, paid: false });
  });

  it("R31 R38 R39 the desk: why a delivery is in doubt, what waits, and that a label is to be given back", () => {
    expect(viewed(anUnverifiedOrder()).desk?.why).toBe("NoAcceptance");
    const overdue = anOverdueOrder();
    expect(viewed(overdue).desk?.operatorTasks).toEqual([{ task: "Overdue", since: overdue.now }]);
    const cancelled = aCancelledOrder();
    expect(viewed(cancelled).desk?.labelRefund).toBe(true);
    const refunded = cancelled.give(system, { _tag: "RecordLabelRefunded" });
    expect(viewed(refunded).desk?.labelRefund).toBe(true);
    const unused = aPaidOrder().give(asSupport, cancelCommand());
    expect(viewed(unused).desk).toMatchObject({ label: "NeverBought", labelRefund: false });
  });

  it("R44 R45 both sides: the complaint, until when it is decided, and in which words it was", () => {
    const disputed = aDisputedOrder();
    const { dispute, decideBy } = disputed.state as Extract<typeof disputed.state, { _tag: "Disputed" }>;
    for (const role of ["Buyer", "Seller"] as const) {
      expect(viewed(disputed, role)).toMatchObject({ dispute, decideBy, decision: null });
      const upheld = viewed(anUpheldDispute(), role);
      expect(upheld).toMatchObject({ decideBy: null, decision: "You are right." });
      expect(upheld.dispute?.kind).toBe("NotAsDescribed");
    }
  });

  it("R51 both sides: why it was cancelled", () => {
    const reason = { code: "SellerCannotShip", text: "The seller has fallen ill." };
    expect(viewed(aCancelledOrder(), "Buyer").cancelled).toEqual(reason);
    expect(viewed(aCancelledOrder(), "Seller").cancelled).toEqual(reason);
    expect(viewed(anOrderInTransit(), "Buyer").cancelled).toBeNull();
  });

  it("R42 a rating: its buyer and the desk at once, its seller once it is published", () => {
    const rated = delivered.give(asBuyer, { _tag: "Rate", stars: 2, text: "Late." });
    expect(viewed(rated, "Buyer").rating).toMatchObject({ stars: 2, text: "Late." });
    expect(viewed(rated).rating).toMatchObject({ status: "Waiting" });
    expect(viewed(rated, "Seller").rating).toBeNull();
    const published = rated.give(asSupport, { _tag: "ModerateRating", publish: true });
    expect(viewed(published, "Seller").rating).toMatchObject({ stars: 2, status: "Published" });
    const hidden = published.give(asSupport, { _tag: "ModerateRating", publish: false });
    expect(viewed(hidden, "Seller").rating).toBeNull();
  });
});
