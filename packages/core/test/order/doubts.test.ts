import { DAY, HOUR, MINUTE, type OrderIn, plus, type Scan, system } from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aLabel,
  anOrderAwaitingShipment,
  anOrderInTransit,
  anOverdueOrder,
  anUnverifiedOrder,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  aProgram,
  aScan,
  aStalledOrder,
  asCarrier,
  asSupport,
  elapsed,
  mailCommand,
  type OrderStory,
  scanned,
  scansCommand,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const tell = (story: OrderStory, ...scans: ReadonlyArray<Scan>) =>
  story.give(asCarrier, scansCommand(...scans));
const told = (story: OrderStory, ...scans: ReadonlyArray<Scan>) =>
  given(story).when(asCarrier, scansCommand(...scans));

describe("a first word of a parcel", () => {
  const awaiting = anOrderAwaitingShipment().after(2 * DAY);
  const { now } = awaiting;
  const accepted = aScan("Accepted", plus(now, -DAY));

  it("R32 R40 tells all its way at once, where it comes late", () => {
    told(awaiting, accepted, aScan("Delivered", plus(now, -HOUR), "94105"))
      .thenFacts("ScansRecorded", "Shipped", "Delivered")
      .thenState("Delivered", { deliveredAt: now - HOUR, learnedAt: now, verifiedBy: "Carrier" })
      .thenTasks("ParcelShipped", "ParcelDelivered");
    told(awaiting, accepted, aScan("Lost", plus(now, -HOUR)))
      .thenFacts("ScansRecorded", "Shipped", "TransitStalled")
      .thenState("TransitStalled", { since: now, shippedAt: now - DAY });
    told(awaiting, accepted, aScan("Returning", plus(now, -HOUR)))
      .thenFacts("ScansRecorded", "Shipped", "DeliveryUnverified")
      .thenState("DeliveryUnverified", { why: "ToSender", deliveredAt: now - HOUR, since: now });
  });

  it("R36 stands still ten days after its last movement, not after we hear of it", () => {
    const moving = tell(awaiting, accepted, aScan("InTransit", plus(now, -HOUR)));
    expect(moving.state).toMatchObject({
      _tag: "InTransit",
      shippedAt: now - DAY,
      granted: null,
      stalled: { at: now - HOUR + 10 * DAY },
    });
  });

  it("R38 of its end alone is a doubt, also before the label was mailed", () => {
    told(anOverdueOrder(), aScan("Delivered", anOverdueOrder().now, "94105")).thenFacts(
      "ScansRecorded",
      "DeliveryUnverified",
    );
    told(awaiting, aScan("Lost", now)).thenFacts("ScansRecorded").thenState("AwaitingShipment");
  });

  it("R37 there is none without a label", () => {
    told(aPaidOrder(), aScan("Accepted", aPaidOrder().now)).thenFacts();
    told(aPlacedOrder(), aScan("Accepted", aPlacedOrder().now)).thenFacts();
  });

  it("R37 keeps what is of this parcel, and leaves out what is not", () => {
    const others = aScan("Accepted", plus(now, -90 * DAY));
    const { history } = tell(awaiting, others, accepted);
    expect(history.map(({ event }) => event)).toContainEqual({ _tag: "ScansRecorded", scans: [accepted] });
  });
});

describe("a parcel that moves on", () => {
  it("R36 pushes its time along; an older word does not push it back", () => {
    const moving = anOrderInTransit().after(5 * DAY);
    const moved = tell(moving, aScan("InTransit", plus(moving.now, -DAY)));
    expect(moved.state).toMatchObject({ stalled: { at: moving.now + 9 * DAY } });
    told(moved, aScan("InTransit", plus(moving.now, -2 * DAY))).thenFacts();
    const { shippedAt } = moving.state as OrderIn<"InTransit">;
    const earlier = plus(shippedAt, -HOUR);
    told(moved, aScan("Accepted", earlier))
      .thenFacts("ScansRecorded")
      .thenState("InTransit", { shippedAt: earlier });
  });

  it("R36 is on its way again where it stood still, and its time runs from then", () => {
    const stalled = aStalledOrder().after(DAY);
    told(stalled, aScan("InTransit", plus(stalled.now, -HOUR)))
      .thenFacts("ScansRecorded", "Moved")
      .thenState("InTransit", { stalled: { at: stalled.now - HOUR + 10 * DAY } });
    const { shippedAt } = stalled.state as OrderIn<"TransitStalled">;
    const earlier = plus(shippedAt, -HOUR);
    told(stalled, aScan("Accepted", earlier))
      .thenFacts("ScansRecorded")
      .thenState("TransitStalled", { shippedAt: earlier });
  });

  it("R36 R37 keeps the time an operator gave, if that is longer than its own", () => {
    const waiting = aStalledOrder().give(asSupport, { _tag: "Wait" }, DAY);
    const { granted } = waiting.state as OrderIn<"InTransit">;
    expect(granted?.at).toBe(waiting.now + 10 * DAY);
    told(waiting, aScan("InTransit", plus(waiting.now, -HOUR)))
      .thenFacts("ScansRecorded")
      .thenState("InTransit", { stalled: granted });
    told(waiting.after(2 * DAY), aScan("InTransit", plus(waiting.now, DAY)))
      .thenFacts("ScansRecorded", "Moved")
      .thenState("InTransit", { granted, stalled: { at: waiting.now + 11 * DAY } });
  });

  it("R36 is lost anew only by a new word", () => {
    const lost = scanned(anOrderInTransit(), "Lost", DAY);
    const waiting = lost.give(asSupport, { _tag: "Wait" }, HOUR);
    told(waiting, aScan("Lost", plus(waiting.now, -2 * HOUR))).thenFacts();
    told(waiting, aScan("Lost", waiting.now)).thenFacts("ScansRecorded", "TransitStalled");
  });
});

describe("a doubt about a delivery", () => {
  const delivered = aDeliveredOrder();
  const { window, closing, learnedAt } = delivered.state as OrderIn<"Delivered">;

  it("R38 of the same kind and moment is not told twice, another is", () => {
    const doubted = anUnverifiedOrder();
    told(doubted, aScan("Delivered", doubted.now, "94105")).thenFacts();
    told(doubted, aScan("Delivered", plus(doubted.now, HOUR), "94105"))
      .thenFacts("ScansRecorded", "DeliveryUnverified")
      .thenState("DeliveryUnverified", { deliveredAt: doubted.now + HOUR });
    told(doubted, aScan("Returning", doubted.now))
      .thenFacts("ScansRecorded", "DeliveryUnverified")
      .thenState("DeliveryUnverified", { why: "ToSender" });
    told(doubted, aScan("Lost", doubted.now)).thenFacts("ScansRecorded");
  });

  it("R37 R38 that is corrected in the moment it came costs the buyer nothing, and gives nothing", () => {
    const later = delivered.after(10 * HOUR);
    const doubted = tell(later, aScan("Returning", plus(later.now, -HOUR)));
    const there = aScan("Delivered", later.now, "94105");
    told(doubted, there).thenState("Delivered", { window, closing, learnedAt });
    const again = doubted.give(asCarrier, scansCommand(there), MINUTE);
    expect(again.state).toMatchObject({ learnedAt: later.now + MINUTE });
    const twice = tell(doubted, aScan("DeliveredToSender", plus(later.now, -HOUR)));
    told(twice, there).thenState("Delivered", { window, closing, learnedAt });
    const slow = doubted.give(asCarrier, scansCommand(aScan("DeliveredToSender", later.now)), MINUTE);
    expect(slow.state).toMatchObject({ interrupted: null });
  });

  it("R38 does not undo what an operator has made sure of, nor what has ended", () => {
    const sure = anUnverifiedOrder().give(asSupport, { _tag: "VerifyDelivery" }, DAY);
    const { deliveredAt } = sure.state as OrderIn<"Delivered">;
    told(sure, aScan("Returning", sure.now))
      .thenFacts("ScansRecorded")
      .thenState("Delivered", { verifiedBy: "Operator", deliveredAt });
    const confirmed = aConfirmedOrder();
    told(confirmed, aScan("Returning", confirmed.now)).thenFacts("ScansRecorded").thenState("Confirmed");
  });
});

describe("a parcel of an order that was undone", () => {
  it("R39 is called back by any word that it is or was on its way, once", () => {
    const { now } = aCancelledOrder();
    told(aCancelledOrder(), aScan("Accepted", now)).thenFacts("ScansRecorded", "InterceptWanted");
    told(aCancelledOrder(), aScan("Delivered", now)).thenFacts("ScansRecorded", "InterceptWanted");
    told(aCancelledOrder(), aScan("Lost", now)).thenFacts("ScansRecorded");
    const called = tell(aCancelledOrder(), aScan("Accepted", now));
    told(called, aScan("InTransit", plus(now, HOUR))).thenFacts("ScansRecorded");
  });
});

describe("a piece on its way back", () => {
  const upheld = anUpheldDispute();
  const label = aLabel(upheld.now, RETURN_TRACKING);
  const bought = upheld.give(system, { _tag: "RecordReturnLabel", label });
  const scans = (...some: ReadonlyArray<Scan>) =>
    ({ _tag: "RecordScans", tracking: label.tracking, scans: some }) as const;

  it.each([
    ["is there, by a delivery under the return's number", aScan("Delivered", upheld.now), ["ReturnClosed"]],
    ["is not there while it is on its way", aScan("InTransit", upheld.now), []],
    ["is not there by what is older than its label", aScan("Delivered", plus(upheld.now, -DAY)), []],
  ] as const)("R45 %s", (_, scan, facts) => {
    const mailed = bought.give(system, mailCommand("RefundAndReturnLabel"));
    for (const story of [bought, mailed]) {
      given(story)
        .when(asCarrier, scans(scan))
        .thenFacts(...facts);
    }
  });

  it("R45 is heard of once, and not before there is a label", () => {
    const there = aScan("Delivered", upheld.now);
    given(upheld).when(asCarrier, scans(there)).thenFacts();
    given(bought.give(asCarrier, scans(there)))
      .when(asCarrier, scans(there))
      .thenFacts();
  });
});

describe("what is due by itself", () => {
  it("R31 an order is cancelled a while after its deadline only where the Program says so, as of that moment", () => {
    const program = aProgram({ shipping: { cancelAfter: elapsed(2 * DAY) } });
    const overdue = anOverdueOrder({ program });
    const { cancelBy } = overdue.state as OrderIn<"ShipmentOverdue">;
    expect(cancelBy?.at).toBe((overdue.state.shipBy?.at ?? 0) + 2 * DAY);
    const late = overdue.after(30 * DAY);
    expect(late.state).toMatchObject({
      _tag: "Cancelled",
      cancelledAt: cancelBy?.at,
      reason: { code: "NotShipped", text: "It was not shipped in time." },
    });
    expect((anOverdueOrder().state as OrderIn<"ShipmentOverdue">).cancelBy).toBeNull();
  });

  it("R35 updates that were slept through count, but none of after the order's own way went on", () => {
    const awaiting = anOrderAwaitingShipment();
    const { shipBy, placedAt } = awaiting.state;
    const slept = awaiting.after(30 * DAY);
    expect(slept.state.nextUpdate).toMatchObject({ count: 10, deadline: { at: placedAt + 33 * DAY } });
    const { history } = slept;
    const counts = history.flatMap(({ event }) => {
      const fact = event as { readonly _tag: string; readonly count?: number };
      return fact._tag === "UpdateFellDue" ? [fact.count] : [];
    });
    expect(counts[0]).toBe(Math.floor(((shipBy?.at ?? 0) - placedAt) / (3 * DAY)));
    expect(counts.at(-1)).toBe(10);
  });
});
