import { DAY, HOUR, type Instant, type OrderIn, preLoved, type TrackingNumber } from "@resale/core";
import {
  aCancelledOrder,
  aDeliveredOrder,
  aLabelledOrder,
  anOrderAwaitingShipment,
  anOrderInTransit,
  anUnverifiedOrder,
  aScan,
  aStalledOrder,
  asBuyer,
  asCarrier,
  asSeller,
  asSupport,
  cancelCommand,
  scanned,
  scansCommand,
} from "@resale/testkit";
import { SCAN_STATUSES } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const ago = (story: { readonly now: Instant }, milliseconds: number) => (story.now - milliseconds) as Instant;

describe("a parcel that does not move", () => {
  const moving = anOrderInTransit();
  const left = (moving.state as OrderIn<"InTransit">).stalled.at - moving.now;

  it.each([
    [-1, "InTransit"],
    [0, "TransitStalled"],
    [1, "TransitStalled"],
  ] as const)("R36 ten days after the last scan %+i ms it is %s", (milliseconds, state) => {
    expect(left).toBe(10 * DAY);
    given(moving)
      .whenNothingHappensFor(left + milliseconds)
      .thenState(state);
  });

  it("R36 each scan on the way begins the time anew", () => {
    const moved = scanned(moving, "OutForDelivery", 9 * DAY);
    expect((moved.state as OrderIn<"InTransit">).stalled.at).toBe(moved.now + 10 * DAY);
  });

  it("R36 an operator waits or refunds", () => {
    const stalled = aStalledOrder();
    expect(stalled.machine.index(stalled.state).operatorTasks).toEqual(["Stalled"]);
    const waiting = stalled.give(asSupport, { _tag: "Wait" }, HOUR);
    expect(waiting.state).toMatchObject({ _tag: "InTransit", stalled: { at: waiting.now + 10 * DAY } });
    given(stalled)
      .when(asSupport, cancelCommand("NeverArrived"))
      .thenState("Cancelled", { refund: { _tag: "Wanted" } });
    given(stalled).when(asSupport, cancelCommand("NotShipped")).thenRefusal("Invalid");
  });

  it("R36 one that moves on again is on its way again", () => {
    const again = scanned(aStalledOrder(), "InTransit", DAY);
    expect(again.state._tag).toBe("InTransit");
  });

  it("R36 R37 an old scan heard late does not hide that it stands still", () => {
    const stalled = aStalledOrder().after(5 * DAY);
    const late = stalled.give(asCarrier, scansCommand(aScan("InTransit", ago(stalled, 14 * DAY))));
    expect(late.state).toMatchObject({ _tag: "TransitStalled", since: ago(stalled, 4 * DAY) });
  });

  it("R36 one said to be lost is stalled at once, and on its way when it is found", () => {
    const lost = scanned(moving, "Lost", DAY);
    expect(lost.state).toMatchObject({ _tag: "TransitStalled", since: lost.now });
    expect(scanned(lost, "InTransit", DAY).state._tag).toBe("InTransit");
    expect(scanned(lost, "Delivered", DAY, "94105").state._tag).toBe("Delivered");
  });

  it("R36 R37 time that an operator gave is kept through a word of loss and its correction", () => {
    const given = aStalledOrder()
      .give(asSupport, { _tag: "Wait" }, HOUR)
      .after(8 * HOUR);
    const lost = given.give(asCarrier, scansCommand(aScan("Lost", ago(given, 12 * HOUR))));
    const found = lost.give(asCarrier, scansCommand(aScan("InTransit", ago(given, 10 * HOUR))));
    expect(lost.state._tag).toBe("TransitStalled");
    expect(found.state).toEqual({ ...given.state, facts: found.state.facts });
  });

  it("R37 an old scan does not undo what an operator decided since", () => {
    const lost = scanned(moving, "Lost", DAY).give(asSupport, { _tag: "Wait" }, HOUR);
    const late = lost.give(asCarrier, scansCommand(aScan("InTransit", ago(lost, 20 * HOUR))));
    expect(late.state).toEqual({ ...lost.state, facts: late.state.facts });
  });
});

describe("deliveries that are not what they seem", () => {
  it("R38 without an earlier acceptance it starts no window", () => {
    const unverified = anUnverifiedOrder();
    expect(unverified.state).toMatchObject({ _tag: "DeliveryUnverified", why: "NoAcceptance" });
    expect(unverified.machine.index(unverified.state).operatorTasks).toEqual(["DeliveryUnverified"]);
    given(unverified).when(asBuyer, { _tag: "Confirm" }).thenRefusal("WrongState");
  });

  it("R38 nor one before the acceptance", () => {
    const moving = anOrderInTransit();
    const early = moving.give(asCarrier, scansCommand(aScan("Delivered", ago(moving, HOUR), "94105")));
    expect(early.state).toMatchObject({ _tag: "DeliveryUnverified", why: "NoAcceptance" });
  });

  it.each([
    ["94105", "Delivered"],
    ["94105-2233", "Delivered"],
    [undefined, "Delivered"],
    ["94106", "DeliveryUnverified"],
    ["10001-9410", "DeliveryUnverified"],
  ] as const)("R38 to ZIP code %s: %s", (zip, state) => {
    expect(scanned(anOrderInTransit(), "Delivered", DAY, zip).state._tag).toBe(state);
  });

  it.each(["DeliveredToSender", "Returning"] as const)("R38 %s starts no window", (status) => {
    const back = scanned(anOrderInTransit(), status, DAY, "94105");
    expect(back.state).toMatchObject({ _tag: "DeliveryUnverified", why: "ToSender" });
  });

  it("R38 a later word that it went elsewhere stops a window that runs", () => {
    const doubted = scanned(aDeliveredOrder(), "DeliveredToSender", HOUR);
    expect(doubted.state._tag).toBe("DeliveryUnverified");
    given(doubted)
      .whenNothingHappensFor(90 * DAY)
      .thenState("DeliveryUnverified");
  });

  it("R38 a delivered parcel said to be lost is unverified", () => {
    const doubted = scanned(aDeliveredOrder(), "Lost", HOUR);
    expect(doubted.state).toMatchObject({ _tag: "DeliveryUnverified", why: "SaidLost" });
  });

  it("R38 the acceptance heard late makes it good, from then on", () => {
    const unverified = anUnverifiedOrder();
    const made = unverified.give(asCarrier, scansCommand(aScan("Accepted", ago(unverified, HOUR))), DAY);
    expect(made.state).toMatchObject({ _tag: "Delivered", learnedAt: made.now, deliveredAt: unverified.now });
  });

  it("R38 an operator makes sure of it, and the window begins then; or refunds", () => {
    const sure = anUnverifiedOrder().give(asSupport, { _tag: "VerifyDelivery" }, DAY);
    expect(sure.state).toMatchObject({ _tag: "Delivered", verifiedBy: "Operator", learnedAt: sure.now });
    given(anUnverifiedOrder()).when(asSupport, cancelCommand("NeverArrived")).thenState("Cancelled");
    given(anUnverifiedOrder()).when(asSeller, { _tag: "VerifyDelivery" }).thenRefusal("NotAllowed");
  });

  it("R38 R41 while it was in doubt the buyer's time did not run", () => {
    const doubted = scanned(aDeliveredOrder(), "Returning", 70 * HOUR);
    const there = scanned(doubted, "Delivered", 5 * HOUR, "94105");
    expect((there.state as OrderIn<"Delivered">).window.at).toBe(there.now + 72 * HOUR);
  });
});

describe("scans that are not of this parcel", () => {
  it("R37 what is older than the label belongs to another of the same number", () => {
    const awaiting = anOrderAwaitingShipment();
    given(awaiting)
      .when(
        asCarrier,
        scansCommand(
          aScan("Accepted", ago(awaiting, 90 * DAY)),
          aScan("Delivered", ago(awaiting, 80 * DAY), "94105"),
        ),
      )
      .thenFacts();
  });

  it("R37 another number is nobody's here", () => {
    const awaiting = anOrderAwaitingShipment();
    const scans = [aScan("Accepted", awaiting.now)];
    given(awaiting)
      .when(asCarrier, { _tag: "RecordScans", tracking: "12345678" as TrackingNumber, scans })
      .thenFacts();
  });

  it.each(["Unknown", "LabelCreated", "Cancelled"] as const)("R37 %s changes nothing", (status) => {
    for (const story of [
      aLabelledOrder(),
      anOrderAwaitingShipment(),
      anOrderInTransit(),
      aDeliveredOrder(),
    ]) {
      given(story)
        .when(asCarrier, scansCommand(aScan(status, story.now, "10001")))
        .thenFacts();
    }
  });

  it("R54 only the carrier tells where a parcel is", () => {
    given(anOrderInTransit())
      .when(asSeller, scansCommand())
      .thenRefusal("NotAllowed", { allowed: ["Carrier", "System"] });
  });
});

describe("a scan and a cancellation racing", () => {
  it("R39 the scan wins: the cancellation is told so", () => {
    given(anOrderInTransit())
      .when(asSupport, cancelCommand())
      .thenRefusal("WrongState", { state: "InTransit" });
  });

  it("R39 the cancellation wins: the scan makes an intercept task, once", () => {
    const scannedLate = scanned(aCancelledOrder(), "Accepted", HOUR);
    expect(scannedLate.state).toMatchObject({ _tag: "Cancelled", intercept: "Wanted" });
    expect(scannedLate.machine.index(scannedLate.state).operatorTasks).toContain("Intercept");
    const closed = scannedLate.give(asSupport, { _tag: "CloseIntercept" });
    given(closed).when(asSupport, { _tag: "CloseIntercept" }).thenRefusal("NothingToRepeat");
    expect(scanned(closed, "InTransit", HOUR).state).toMatchObject({ intercept: "Closed" });
  });

  it("R39 the label of a parcel on its way is not given back", () => {
    const cancelled = aStalledOrder().give(asSupport, cancelCommand("NeverArrived"));
    expect(cancelled.state.label._tag).toBe("Mailed");
  });

  it("the words of a scan are the engine's own", () => {
    expect(SCAN_STATUSES).toContain("Unknown");
    expect(preLoved.shipping.stalledAfter).toEqual({ _tag: "Elapsed", milliseconds: 10 * DAY });
  });
});
