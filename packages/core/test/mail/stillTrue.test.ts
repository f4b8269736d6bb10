import { isStillTrue, listingMail, Mail, type MailTag, type Order, preLoved } from "@resale/core";
import {
  aCancelledOrder,
  aClosedListing,
  aConfirmedOrder,
  aDeliveredOrder,
  aDeniedListing,
  aDisputedOrder,
  aLabelledOrder,
  aListingToBeChanged,
  aLiveListing,
  anOrderAwaitingShipment,
  anOrderConfirmedBySilence,
  anOrderInTransit,
  anOverdueOrder,
  anUnverifiedOrder,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  aProgram,
  aProposedListing,
  aRejectedDispute,
  aReservedListing,
  aSoldListing,
  aStalledOrder,
  aSubmittedListing,
  aWithdrawnListing,
  memberId,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const orders = {
  placed: aPlacedOrder(),
  paid: aPaidOrder(),
  labelled: aLabelledOrder(),
  awaiting: anOrderAwaitingShipment(),
  overdue: anOverdueOrder(),
  moving: anOrderInTransit(),
  stalled: aStalledOrder(),
  unverified: anUnverifiedOrder(),
  delivered: aDeliveredOrder(),
  confirmed: aConfirmedOrder(),
  silent: anOrderConfirmedBySilence(),
  disputed: aDisputedOrder(),
  upheld: anUpheldDispute(),
  rejected: aRejectedDispute(),
  cancelled: aCancelledOrder(),
};
type OrderName = keyof typeof orders;
const names = Object.keys(orders) as ReadonlyArray<OrderName>;
const onTheWay = [
  "placed",
  "paid",
  "labelled",
  "awaiting",
  "overdue",
  "moving",
  "stalled",
  "unverified",
] as const;
const withLabel = names.filter((name) => orders[name].state.label._tag === "Bought" && name !== "cancelled");

/** In which of these orders each mail still tells the truth; for a mail that is told more than once, in its turn. */
const truths: ReadonlyArray<readonly [MailTag, ReadonlyArray<OrderName>]> = [
  ["ItemSold", withLabel],
  ["ShipReminder", ["awaiting"]],
  ["ShipmentOverdue", ["overdue"]],
  ["SaleCancelled", ["cancelled"]],
  ["OrderCancelled", ["cancelled"]],
  ["ParcelShipped", ["moving", "stalled"]],
  ["TransitUpdate", onTheWay],
  ["ParcelDelivered", ["delivered"]],
  ["WindowClosing", ["delivered"]],
  ["ConfirmedAutomatically", ["silent"]],
  ["DisputeOpened", ["disputed"]],
  ["DisputeReceived", ["disputed"]],
  ["DisputeDecidedForSeller", ["upheld", "rejected"]],
  ["DisputeDecidedForBuyer", ["upheld", "rejected"]],
  ["PayoutOnItsWay", []],
  ["RefundAndReturnLabel", []],
  ["SaleRated", []],
];

const occurrenceOf = (tag: MailTag, order: Order): number => {
  if (tag === "TransitUpdate") return order.nextUpdate.count;
  return "learnedAt" in order && typeof order.learnedAt === "number" ? order.learnedAt : 1;
};

describe("a mail of an order whose turn has come", () => {
  it.each(truths)("%s goes out only while it is true", (tag, trueIn) => {
    const found = names.filter((name) => {
      const { state } = orders[name];
      return isStillTrue(state, tag, occurrenceOf(tag, state));
    });
    expect(found).toEqual(names.filter((name) => trueIn.includes(name)));
  });

  it.each(["TransitUpdate", "ParcelDelivered", "WindowClosing"] as const)(
    "%s is not told out of its turn",
    (tag) => {
      for (const name of names) {
        const { state } = orders[name];
        expect(isStillTrue(state, tag, occurrenceOf(tag, state) + 1)).toBe(false);
      }
    },
  );

  it("PayoutOnItsWay, RefundAndReturnLabel and SaleRated go out once there is a card, a label, a published rating", () => {
    const { confirmed, upheld } = orders;
    const paid = { ...confirmed.state, payout: { ...confirmed.state.payout, _tag: "Issued" } } as Order;
    expect(isStillTrue(paid, "PayoutOnItsWay", 1)).toBe(true);
    const returning = { ...upheld.state, returning: { ...upheld.state.returning, _tag: "Bought" } } as Order;
    expect(isStillTrue(returning, "RefundAndReturnLabel", 1)).toBe(true);
    for (const status of ["Published", "Waiting", "Rejected"]) {
      const rated = { ...confirmed.state, rating: { stars: 4, status } } as unknown as Order;
      expect(isStillTrue(rated, "SaleRated", 1), status).toBe(status === "Published");
    }
  });

  it("GuestLink goes to a guest alone, and only the link that was asked for last", () => {
    const { state } = orders.placed;
    const asked = (buyer: Order["buyer"]) =>
      ({ ...state, buyer, guestLinks: { asked: 2 } }) as unknown as Order;
    const guest = asked({ ...state.buyer, member: null });
    expect([1, 2, 3].map((occurrence) => isStillTrue(guest, "GuestLink", occurrence))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isStillTrue(asked({ ...state.buyer, member: memberId("m-1") }), "GuestLink", 2)).toBe(false);
  });

  it("is none that belongs elsewhere, whatever it is called", () => {
    for (const mail of ["Receipt", "OperatorDigest", "ListingApproved", "constructor", "toString", ""]) {
      for (const name of names) expect(isStillTrue(orders[name].state, mail, 1)).toBe(false);
    }
  });
});

const listings = {
  submitted: aSubmittedListing(),
  live: aLiveListing(),
  proposed: aProposedListing({ program: aProgram({ pricing: { repricing: "Consent" } }) }),
  toBeChanged: aListingToBeChanged(),
  denied: aDeniedListing(),
  withdrawn: aWithdrawnListing(),
  reserved: aReservedListing(),
  sold: aSoldListing(),
  closed: aClosedListing(),
};
type ListingName = keyof typeof listings;
const listingNames = Object.keys(listings) as ReadonlyArray<ListingName>;

const listingTruths: ReadonlyArray<readonly [MailTag, ReadonlyArray<ListingName>]> = [
  ["SubmissionReceived", ["submitted"]],
  ["ListingApproved", ["live", "reserved"]],
  ["ListingDenied", ["denied"]],
  ["ChangesAsked", ["toBeChanged"]],
  ["PriceChanged", ["live", "proposed", "reserved", "sold"]],
];
const context = {
  program: preLoved,
  recipient: "Ada",
  manage: "https://s.example/m",
  share: "https://s.example/p",
};

describe("a mail of a listing whose turn has come", () => {
  it.each(listingTruths)("%s goes out only while it is true, and for this revision", (tag, trueIn) => {
    const found = listingNames.filter((name) => {
      const { state } = listings[name];
      expect(listingMail(state, tag, state.revision + 1, context)).toBeUndefined();
      return listingMail(state, tag, state.revision, context) !== undefined;
    });
    expect(found).toEqual(listingNames.filter((name) => trueIn.includes(name)));
  });

  it("no mail has been left out here", () => {
    // A receipt and a digest are made of what is so at the moment; the guest's link is tried by itself above.
    const apart: ReadonlyArray<MailTag> = ["Receipt", "OperatorDigest", "GuestLink"];
    const tried = [...truths, ...listingTruths].map(([tag]) => tag);
    expect(new Set([...tried, ...apart])).toEqual(new Set(Object.keys(Mail.cases)));
  });
});
