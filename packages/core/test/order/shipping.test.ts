import {
  type CivilDate,
  DAY,
  HOUR,
  instant,
  messageOf,
  type Order,
  type OrderIn,
  system,
} from "@resale/core";
import {
  aCancelledOrder,
  aLabel,
  aLabelledOrder,
  anOrderAwaitingShipment,
  anOrderInTransit,
  anOverdueOrder,
  aPaidOrder,
  aPlacedOrder,
  aProgram,
  aScan,
  asBuyer,
  asCarrier,
  asSeller,
  asSupport,
  at,
  businessDays,
  cancelCommand,
  elapsed,
  mailCommand,
  scanned,
  scansCommand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const monday = at("2026-11-02T10:00:00-05:00");
const alerts = ({ machine, state }: ReturnType<typeof aPaidOrder>) => machine.index(state).operatorTasks;

describe("the label", () => {
  it("R28 is wanted as soon as the money is ours to hold", () => {
    given(aPlacedOrder()).when(system, { _tag: "RecordPaid" }).thenFacts("Paid").thenTasks("BuyLabel");
    expect(aPlacedOrder().state.label._tag).toBe("NotYet");
  });

  it("R28 is mailed to the seller once it was bought", () => {
    const paid = aPaidOrder();
    given(paid)
      .when(system, { _tag: "RecordLabel", label: aLabel(paid.now) })
      .thenFacts("LabelBought")
      .thenTasks("ItemSold");
  });

  it("R37 one that a carrier's clock dates ahead of ours is known from now on: its scans are its own", () => {
    const ahead = aPaidOrder();
    const bought = ahead.give(system, { _tag: "RecordLabel", label: aLabel(instant(ahead.now + 60 * DAY)) });
    expect(bought.state.label).toMatchObject({ _tag: "Bought", label: { boughtAt: ahead.now } });
  });

  it("R28 one that fails is shown, and repeated by an operator; the order stays", () => {
    const failed = aPaidOrder().give(system, {
      _tag: "RecordLabelFailed",
      reason: "bad address",
      definite: true,
    });
    expect(failed.state).toMatchObject({ _tag: "Placed", label: { _tag: "Failed", refusals: 1 } });
    expect(alerts(failed)).toContain("LabelFailed");
    given(failed)
      .when(asSupport, { _tag: "Repeat", what: "Label" })
      .thenFacts("RepeatAsked")
      .thenTasks("BuyLabel");
    given(failed)
      .when(asSupport, { _tag: "Repeat", what: "Payout" })
      .thenRefusal("NothingToRepeat", { what: "Payout" });
  });

  it("R29 one that is late raises an alert after four hours, once", () => {
    const paid = aPaidOrder();
    const left = paid.state.placedAt + 4 * HOUR - paid.now;
    expect(alerts(paid.after(left - 1))).toEqual([]);
    expect(alerts(paid.after(left))).toEqual(["LabelLate"]);
    given(paid)
      .whenNothingHappensFor(2 * DAY)
      .thenFacts("LabelFellLate");
  });

  it("R2 the address a mail was sent to is kept", () => {
    expect(anOrderAwaitingShipment().state.label).toMatchObject({ _tag: "Mailed", to: "ada@example.com" });
  });

  it("R39 one not used is given back", () => {
    const awaiting = anOrderAwaitingShipment();
    given(awaiting)
      .when(asSupport, cancelCommand())
      .thenState("Cancelled", { label: { _tag: "RefundWanted" } });
    expect(aCancelledOrder().tasks.map(({ task }) => task._tag)).toContain("RefundLabel");
    given(aCancelledOrder())
      .when(system, { _tag: "RecordLabelRefunded" })
      .thenState("Cancelled", { label: { _tag: "Refunded" } });
  });

  it("R39 one bought for an order undone meanwhile is given back too", () => {
    const undone = aPaidOrder().give(asSupport, cancelCommand());
    expect(undone.state.label._tag).toBe("NeverBought");
    given(undone)
      .when(system, { _tag: "RecordLabel", label: aLabel(undone.now) })
      .thenState("Cancelled", { label: { _tag: "RefundWanted" } })
      .thenTasks("RefundLabel");
  });
});

describe("the seller's time", () => {
  it("R29 runs from the label mail, the buyer's promise from the order; both are kept", () => {
    const bought = aLabelledOrder({ now: monday });
    const mailed = bought.give(system, mailCommand("ItemSold"), 26 * HOUR);
    expect(mailed.state.promise.at).toBe(at("2026-11-06T00:00:00-05:00"));
    expect(mailed.state.shipBy?.at).toBe(at("2026-11-07T00:00:00-05:00"));
  });

  it("R29 a label that is late does not shorten it", () => {
    const late = aLabelledOrder({ now: monday }).give(system, mailCommand("ItemSold"), 10 * DAY);
    // Thursday the 12th: Friday, Monday and Tuesday count.
    expect(late.state.shipBy?.at).toBe(at("2026-11-18T00:00:00-05:00"));
  });

  it("R29 the label mail counts once", () => {
    given(anOrderAwaitingShipment()).when(system, mailCommand("ItemSold"), DAY).thenFacts("MailSent");
  });

  it("R29 the seller is reminded a business day before", () => {
    const awaiting = anOrderAwaitingShipment({ now: monday });
    const reminder = at("2026-11-05T00:00:00-05:00") - awaiting.now;
    given(awaiting)
      .whenNothingHappensFor(reminder - 1)
      .thenTasks();
    given(awaiting).whenNothingHappensFor(reminder).thenTasks("ShipReminder");
  });

  it.each([
    [-1, "AwaitingShipment"],
    [0, "ShipmentOverdue"],
    [1, "ShipmentOverdue"],
  ] as const)("R31 at the deadline %+i ms the order is %s", (milliseconds, state) => {
    const awaiting = anOrderAwaitingShipment();
    const left = (awaiting.state.shipBy?.at ?? 0) - awaiting.now;
    given(awaiting)
      .whenNothingHappensFor(left + milliseconds)
      .thenState(state);
  });

  it("R31 an overdue order waits for an operator, and the seller may still ship", () => {
    const overdue = anOverdueOrder();
    expect(alerts(overdue)).toEqual(["Overdue"]);
    given(overdue.after(30 * DAY))
      .when(asSupport, cancelCommand("NotShipped"))
      .thenState("Cancelled");
    expect(scanned(overdue, "Accepted", DAY).state._tag).toBe("InTransit");
  });

  it("R31 a Program may cancel by itself, a while after the deadline", () => {
    const program = aProgram({ shipping: { cancelAfter: elapsed(2 * DAY) } });
    const overdue = anOverdueOrder({ program });
    given(overdue)
      .whenNothingHappensFor(2 * DAY - 1)
      .thenState("ShipmentOverdue");
    given(overdue)
      .whenNothingHappensFor(2 * DAY)
      .thenState("Cancelled", { reason: { code: "NotShipped" }, refund: { _tag: "Wanted" } });
  });

  it("R29 R31 nobody cancels for lateness before the deadline, and the refusal names its day", () => {
    const awaiting = anOrderAwaitingShipment({ now: monday });
    const answer = given(awaiting)
      .when(asSupport, cancelCommand("NotShipped"))
      .thenRefusal("DeadlineNotPassed").answer;
    if (answer._tag === "Failure") expect(messageOf(answer.failure)).toContain("Thursday, November 5, 2026");
  });

  it("R31 a reason must fit the state", () => {
    given(anOverdueOrder()).when(asSupport, cancelCommand("NeverArrived")).thenRefusal("Invalid");
    given(anOverdueOrder()).when(asSupport, cancelCommand("Whim")).thenRefusal("Invalid");
  });

  it("R29 the lengths are the Program's", () => {
    const program = aProgram({ shipping: { shipBy: businessDays(5), reminder: elapsed(DAY) } });
    const awaiting = anOrderAwaitingShipment({ now: monday, program });
    expect(awaiting.state.shipBy?.at).toBe(at("2026-11-10T00:00:00-05:00"));
  });
});

describe("handing over", () => {
  it("R32 the label alone ships nothing: the carrier's first acceptance does", () => {
    const awaiting = anOrderAwaitingShipment();
    expect(scanned(awaiting, "LabelCreated", HOUR).state._tag).toBe("AwaitingShipment");
    const shipped = scanned(awaiting, "Accepted", HOUR);
    expect(shipped.state).toMatchObject({ _tag: "InTransit", shippedAt: shipped.now });
  });

  it("R33 the buyer gets the tracking number when it ships", () => {
    const awaiting = anOrderAwaitingShipment();
    given(awaiting)
      .when(asCarrier, scansCommand(aScan("Accepted", awaiting.now)))
      .thenTasks("ParcelShipped");
  });

  it("R32 R37 what the engine hears late has shipped when it shipped", () => {
    const awaiting = anOrderAwaitingShipment();
    const late = awaiting.give(asCarrier, scansCommand(aScan("InTransit", awaiting.now)), 2 * DAY);
    const later = late.give(
      asCarrier,
      scansCommand(aScan("Accepted", (awaiting.now - 60_000) as Order["placedAt"])),
    );
    expect((later.state as OrderIn<"InTransit">).shippedAt).toBe(awaiting.now - 60_000);
  });

  it("R34 the seller has the carrier fetch it, once at a time", () => {
    const date = "2026-11-04" as CivilDate;
    const awaiting = anOrderAwaitingShipment();
    given(awaiting)
      .when(asSeller, { _tag: "BookPickup", date })
      .thenFacts("PickupAsked")
      .thenTasks("BookPickup");
    const booked = awaiting
      .give(asSeller, { _tag: "BookPickup", date })
      .give(system, { _tag: "RecordPickup", confirmation: "WTC1" });
    given(booked).when(asSeller, { _tag: "BookPickup", date }).thenRefusal("AlreadyDone");
    given(booked).when(asSeller, { _tag: "CancelPickup" }).thenTasks("CancelPickup");
    given(aPaidOrder()).when(asSeller, { _tag: "BookPickup", date }).thenRefusal("NothingToRepeat");
    given(booked).when(asBuyer, { _tag: "BookPickup", date }).thenRefusal("NotAllowed", { actor: "Buyer" });
  });

  it("R34 a pickup that is refused may be asked for again", () => {
    const date = "2026-11-04" as CivilDate;
    const refused = anOrderAwaitingShipment()
      .give(asSeller, { _tag: "BookPickup", date })
      .give(system, { _tag: "RecordPickupRefused", reason: "no service" });
    given(refused).when(asSeller, { _tag: "BookPickup", date }).thenFacts("PickupAsked");
  });

  it("R39 the pickup of an order undone is cancelled, even one confirmed later", () => {
    const asked = anOrderAwaitingShipment().give(asSeller, {
      _tag: "BookPickup",
      date: "2026-11-04" as CivilDate,
    });
    const undone = asked.give(asSupport, cancelCommand());
    given(undone)
      .when(system, { _tag: "RecordPickup", confirmation: "WTC1" })
      .thenFacts("PickupBooked", "PickupCancelAsked")
      .thenTasks("CancelPickup");
    const booked = asked.give(system, { _tag: "RecordPickup", confirmation: "WTC1" });
    given(booked)
      .when(asSupport, cancelCommand())
      .thenState("Cancelled", { pickup: { _tag: "CancelWanted" } });
  });
});

describe("R35 the buyer is kept up to date", () => {
  const updates = (story: ReturnType<typeof aPaidOrder>) =>
    story.tasks.flatMap(({ task }) =>
      task._tag === "SendOrderMail" && task.mail === "TransitUpdate" ? [task.occurrence] : [],
    );

  it("R35 every three days from the order, each once", () => {
    const paid = aPaidOrder();
    const left = paid.state.placedAt + 3 * DAY - paid.now;
    expect(updates(paid.after(left - 1))).toEqual([]);
    expect(updates(paid.after(left))).toEqual([1]);
    expect(updates(paid.after(left).after(3 * DAY - 1))).toEqual([1]);
    expect(updates(paid.after(left).after(3 * DAY))).toEqual([1, 2]);
  });

  it("R35 those slept through are not sent in a row", () => {
    expect(
      updates(
        aPaidOrder()
          .after(4 * HOUR)
          .after(31 * DAY),
      ),
    ).toEqual([10]);
  });

  it("R35 until the parcel is received or refunded", () => {
    const moving = anOrderInTransit();
    expect(updates(moving.after(9 * DAY)).length).toBeGreaterThan(0);
    const there = scanned(moving, "Delivered", HOUR, "94105");
    expect(updates(there.after(60 * DAY))).toEqual(updates(there));
    expect(updates(aCancelledOrder().after(60 * DAY))).toEqual([]);
  });
});
