import { DAY, HOUR, type MailTag, MINUTE, type OrderIn, orderView, system } from "@resale/core";
import {
  aBuyer,
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLabel,
  aLabelledOrder,
  anOrderAwaitingShipment,
  anOrderConfirmedBySilence,
  anOrderInTransit,
  anOverdueOrder,
  anUnverifiedOrder,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  aProgram,
  aRejectedDispute,
  aStalledOrder,
  asBuyer,
  asPaymentProvider,
  asSupport,
  cancelCommand,
  type OrderStory,
  scanned,
  TRACKING,
  theBrand,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";
import { orderMail } from "../../src/order/orderMail.ts";

const page = "https://s.example/o";
const paid = 100_00 + 9_95 + 8_88;

const read = ({ state, program, now }: OrderStory, mail: MailTag) =>
  orderMail(state, mail, { program, now, recipient: "Ada", order: page });

const about = ({ state }: OrderStory, mail: MailTag) => ({
  _tag: mail,
  recipient: "Ada",
  item: state.item,
  order: page,
});

const inState = <Tag extends OrderStory["state"]["_tag"]>({ state }: OrderStory, _: Tag) =>
  state as OrderIn<Tag>;

const rated = (text: string | null) =>
  aConfirmedOrder().give(asBuyer, { _tag: "Rate", stars: 4, text }, HOUR);

describe("what the seller reads of an order", () => {
  it("R28 R29 R46 what it brings, the parcel's number and, from this moment, until when it ships", () => {
    const labelled = aLabelledOrder();
    const shipBy = labelled.give(system, {
      _tag: "RecordMail",
      mail: "ItemSold",
      occurrence: 1,
      to: "ada@example.com",
    }).state.shipBy;
    expect(read(labelled, "ItemSold")).toEqual({
      ...about(labelled, "ItemSold"),
      payout: 80_00,
      tracking: TRACKING,
      qr: true,
      shipBy,
    });
    expect(read(aPaidOrder(), "ItemSold")).toBeUndefined();
  });

  it.each([
    ["ShipReminder", anOrderAwaitingShipment],
    ["ShipmentOverdue", anOverdueOrder],
  ] as const)("R29 R31 by %s until when it was to ship", (mail, make) => {
    const story = make();
    expect(read(story, mail)).toEqual({ ...about(story, mail), shipBy: story.state.shipBy });
    expect(read(aPaidOrder(), mail)).toBeUndefined();
  });

  it("R51 why the sale was undone, and that a member may list the piece again", () => {
    const reason = { code: "SellerCannotShip", text: "The seller has fallen ill." };
    const cancelled = aCancelledOrder();
    const said = { ...about(cancelled, "SaleCancelled"), reason, labelled: true, shipped: false, paid: true };
    expect(read(cancelled, "SaleCancelled")).toEqual({ ...said, mayListAgain: true });
    expect(read(aCancelledOrder({ seller: theBrand }), "SaleCancelled")).toEqual({
      ...said,
      mayListAgain: false,
    });
    expect(read(anOrderAwaitingShipment(), "SaleCancelled")).toBeUndefined();
    const unpaid = aPlacedOrder().give(system, { _tag: "RecordUnpaid", reason: "the hold has lapsed" });
    expect(read(unpaid, "SaleCancelled")).toMatchObject({ labelled: false, shipped: false, paid: false });
    const lost = aStalledOrder().give(asSupport, cancelCommand("NeverArrived"));
    expect(read(lost, "SaleCancelled")).toMatchObject({ labelled: true, shipped: true, paid: true });
  });

  it("R44 what the buyer complains of, in the Program's word for it, and until when it is decided", () => {
    const disputed = aDisputedOrder({ kind: "WrongItem" });
    const { decideBy, dispute } = inState(disputed, "Disputed");
    const said = { ...about(disputed, "DisputeOpened"), text: dispute.text, decideBy };
    expect(read(disputed, "DisputeOpened")).toEqual({ ...said, kind: "Wrong item" });
    const renamed = disputed.with({
      ...inState(disputed, "Disputed"),
      dispute: { ...dispute, kind: "Forgotten" },
    });
    expect(read(renamed, "DisputeOpened")).toEqual({ ...said, kind: "Forgotten" });
    expect(read(aDeliveredOrder(), "DisputeOpened")).toBeUndefined();
  });

  it("R45 how the dispute was decided, in which words, and which payout it was about", () => {
    const [upheld, rejected] = [anUpheldDispute(), aRejectedDispute()];
    const mail = "DisputeDecidedForSeller";
    const said = { ...about(upheld, mail), payout: 80_00, payoutHeld: false };
    const decided = { ...said, upheld: true, text: "You are right." };
    expect(read(upheld, mail)).toEqual({ ...decided, returns: { to: "Seller" } });
    expect(read(rejected, mail)).toEqual({ ...said, upheld: false, text: "It was shown." });
    expect(read(aDisputedOrder(), mail)).toBeUndefined();
  });

  it("R45 that the piece comes back, by which parcel once there is a label, and nothing where it does not", () => {
    const mail = "DisputeDecidedForSeller";
    const upheld = anUpheldDispute();
    const label = aLabel(upheld.now, RETURN_TRACKING);
    const bought = upheld.give(system, { _tag: "RecordReturnLabel", label });
    expect(read(bought, mail)).toMatchObject({ returns: { to: "Seller", tracking: RETURN_TRACKING } });
    expect(orderView(bought.state, "Seller").seller?.returnTracking).toBe(RETURN_TRACKING);
    expect(orderView(upheld.state, "Seller").seller?.returnTracking).toBeNull();
    const program = aProgram({ returns: { to: "Brand" } });
    const toBrand = orderMail(upheld.state, mail, {
      program,
      now: upheld.now,
      recipient: "Ada",
      order: "/o",
    });
    expect(toBrand).toMatchObject({ returns: { to: "Brand" } });
    expect(read(anUpheldDispute({ kind: "NotReceived" }), mail)).not.toHaveProperty("returns");
  });

  it("R48 that the payout is on its way", () => {
    const confirmed = aConfirmedOrder();
    expect(read(confirmed, "PayoutOnItsWay")).toEqual({
      ...about(confirmed, "PayoutOnItsWay"),
      payout: 80_00,
    });
  });

  it("R42 the stars and, where there are any, the words of the buyer", () => {
    const mail = "SaleRated";
    const said = { ...about(rated(null), mail), stars: 4 };
    expect(read(rated("As described."), mail)).toEqual({ ...said, text: "As described." });
    expect(read(rated(null), mail)).toEqual(said);
    expect(read(aConfirmedOrder(), mail)).toBeUndefined();
  });
});

describe("what the buyer reads of an order", () => {
  it("R33 who carries it, under which number, and when it may be expected", () => {
    const moving = anOrderInTransit();
    const { shippedAt } = inState(moving, "InTransit");
    expect(read(moving, "ParcelShipped")).toEqual({
      ...about(moving, "ParcelShipped"),
      carrier: "USPS",
      tracking: TRACKING,
      arrivesFrom: shippedAt + 3 * DAY,
      arrivesTo: shippedAt + 5 * DAY,
    });
    expect(read(anOrderAwaitingShipment(), "ParcelShipped")).toBeUndefined();
    expect(read(aPlacedOrder(), "ParcelShipped")).toBeUndefined();
  });

  it.each([
    ["that it is yet to be sent", anOrderAwaitingShipment, "AwaitingShipment"],
    ["that it is late", anOverdueOrder, "AwaitingShipment"],
    ["that it is on its way", anOrderInTransit, "InTransit"],
    ["that it is still on its way, where it stands still", aStalledOrder, "InTransit"],
    ["that its delivery is in doubt", anUnverifiedOrder, "DeliveryUnverified"],
  ] as const)("R35 %s, what was promised, and when it was last seen", (_, make, stage) => {
    const story = make();
    const { promise, facts } = story.state;
    const said = { ...about(story, "TransitUpdate"), stage, promise };
    const last = facts.ending?.at ?? facts.moved;
    expect(read(story, "TransitUpdate")).toEqual(last === null ? said : { ...said, lastScanAt: last });
    expect(last !== null).toBe(stage !== "AwaitingShipment");
  });

  it("R38 of a delivery in doubt when that was, though it was scanned on its way before", () => {
    const moving = anOrderInTransit();
    const doubted = scanned(moving, "Delivered", DAY, "33040");
    expect(doubted.state.facts.moved).toBe(moving.now);
    expect(read(doubted, "TransitUpdate")).toMatchObject({
      stage: "DeliveryUnverified",
      lastScanAt: doubted.now,
    });
    const again = scanned(doubted, "InTransit", DAY);
    expect(read(again, "TransitUpdate")).toMatchObject({ lastScanAt: again.now });
  });

  it.each(["ParcelDelivered", "WindowClosing"] as const)(
    "R40 R42 by %s until when there is time, and whether there is a seller to rate",
    (mail) => {
      const delivered = aDeliveredOrder();
      const { window } = inState(delivered, "Delivered");
      const held = mail === "ParcelDelivered" ? { payoutHeld: false } : {};
      const said = { ...about(delivered, mail), window, ...held };
      expect(read(delivered, mail)).toEqual({ ...said, rateable: true });
      expect(read(aDeliveredOrder({ seller: theBrand }), mail)).toEqual({ ...said, rateable: false });
      expect(read(anOrderInTransit(), mail)).toBeUndefined();
    },
  );

  it("R43 that silence has confirmed it, and whether there is a seller to rate", () => {
    const silent = anOrderConfirmedBySilence();
    const said = { ...about(silent, "ConfirmedAutomatically"), payoutHeld: false };
    expect(read(silent, "ConfirmedAutomatically")).toEqual({ ...said, rateable: true });
    const brands = anOrderConfirmedBySilence({ seller: theBrand });
    expect(read(brands, "ConfirmedAutomatically")).toEqual({ ...said, rateable: false });
  });

  it.each([
    ["ParcelDelivered", aDeliveredOrder],
    ["ConfirmedAutomatically", anOrderConfirmedBySilence],
    ["DisputeDecidedForSeller", aRejectedDispute],
    ["DisputeDecidedForBuyer", aRejectedDispute],
  ] as const)("R50 by %s that the payout is held, while the bank has the last word", (mail, make) => {
    const told = (outcome: "Open" | "Lost" | "Won") => ({ _tag: "RecordChargeback", outcome }) as const;
    const open = make().give(asPaymentProvider, told("Open"));
    expect(read(open, mail)).toMatchObject({ payoutHeld: true });
    expect(read(open.give(asPaymentProvider, told("Lost")), mail)).toMatchObject({ payoutHeld: true });
    expect(read(open.give(asPaymentProvider, told("Won")), mail)).toMatchObject({ payoutHeld: false });
  });

  it("R44 R45 until when the dispute is decided, then how, in which words, and what comes back", () => {
    const disputed = aDisputedOrder();
    const { decideBy } = inState(disputed, "Disputed");
    expect(read(disputed, "DisputeReceived")).toEqual({ ...about(disputed, "DisputeReceived"), decideBy });
    const mail = "DisputeDecidedForBuyer";
    const said = { ...about(disputed, mail), payoutHeld: false };
    expect(read(disputed, mail)).toBeUndefined();
    const [upheld, rejected] = [anUpheldDispute(), aRejectedDispute()];
    expect(read(upheld, mail)).toEqual({ ...said, upheld: true, text: "You are right.", refund: paid });
    expect(read(rejected, mail)).toEqual({ ...said, upheld: false, text: "It was shown.", refund: 0 });
    expect(read(upheld, "DisputeReceived")).toBeUndefined();
  });

  it("R45 what comes back, and by which parcel and until when the piece goes back", () => {
    const upheld = anUpheldDispute();
    const label = aLabel(upheld.now, RETURN_TRACKING);
    const bought = upheld.give(system, { _tag: "RecordReturnLabel", label });
    const mail = "RefundAndReturnLabel";
    expect(read(bought, mail)).toMatchObject({
      ...about(bought, mail),
      refund: paid,
      tracking: RETURN_TRACKING,
      qr: true,
      returnBy: { at: bought.now + 14 * DAY },
    });
    expect(read(upheld, mail)).toBeUndefined();
  });

  it("R26 until when the link is taken", () => {
    const guests = aPaidOrder({ buyer: aBuyer({ member: null }) });
    const link = read(guests, "GuestLink");
    expect(link).toMatchObject({
      ...about(guests, "GuestLink"),
      until: { reckoning: { from: guests.now } },
    });
  });

  it("R51 why it was undone, and what comes back: nothing of what was never paid", () => {
    const reason = { code: "SellerCannotShip", text: "The seller has fallen ill." };
    const cancelled = aCancelledOrder();
    const said = { ...about(cancelled, "OrderCancelled"), reason };
    expect(read(cancelled, "OrderCancelled")).toEqual({ ...said, refund: paid });
    const unpaid = aPlacedOrder().give(asSupport, cancelCommand(), MINUTE);
    expect(read(unpaid, "OrderCancelled")).toEqual({ ...said, refund: 0 });
    expect(read(anOrderInTransit(), "OrderCancelled")).toBeUndefined();
  });

  it("nothing by a mail of another kind", () => {
    for (const mail of ["Receipt", "ListingApproved", "OperatorDigest"] as const) {
      expect(read(aDeliveredOrder(), mail)).toBeUndefined();
    }
  });
});
