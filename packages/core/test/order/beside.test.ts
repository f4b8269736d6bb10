import { DAY, HOUR, isStillTrue, type OrderCommand, type OrderIn, plus, system } from "@resale/core";
import {
  aBuyer,
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLabel,
  aLabelledOrder,
  anOrderAwaitingShipment,
  anUnverifiedOrder,
  anUpheldDispute,
  aPaidOrder,
  aScan,
  asBuyer,
  asCarrier,
  asPaymentProvider,
  asSeller,
  asSupport,
  cancelCommand,
  mailCommand,
  type OrderStory,
  scanned,
  scansCommand,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const chargeback = (outcome: "Open" | "Won" | "Lost"): OrderCommand => ({
  _tag: "RecordChargeback",
  outcome,
});
const rate = { _tag: "Rate", stars: 4, text: null } as const;
const lastTask = ({ tasks }: OrderStory) => tasks.at(-1)?.task;
/** Accepted before its label mail was, and brought to somebody else. */
const astray = () => scanned(scanned(aLabelledOrder(), "Accepted", HOUR), "Delivered", DAY, "10001");

describe("a label whose mail is late", () => {
  it("R29 R32 is with the seller when the parcel is on its way already: it stays on its way", () => {
    const moving = scanned(aLabelledOrder(), "Accepted", HOUR);
    given(moving)
      .when(system, mailCommand("ItemSold"), HOUR)
      .thenFacts("MailSent", "LabelMailed")
      .thenState("InTransit", { label: { _tag: "Mailed" } });
  });

  it("R39 was used: it is not given back, and the seller reads of no sale that was undone", () => {
    const cancelled = astray().give(asSupport, cancelCommand("NeverArrived"));
    expect(cancelled.state.label._tag).toBe("Bought");
    expect(isStillTrue(cancelled.state, "ItemSold", 1)).toBe(false);
  });
});

describe("what an operator has made sure of", () => {
  it("R38 R40 keeps its time, whatever the carrier tells later", () => {
    const sure = anUnverifiedOrder().give(asSupport, { _tag: "VerifyDelivery" }, HOUR);
    const { deliveredAt } = sure.state as OrderIn<"Delivered">;
    const scans = [aScan("Accepted", plus(deliveredAt, -HOUR)), aScan("Delivered", sure.now, "94105")];
    given(sure)
      .when(asCarrier, scansCommand(...scans))
      .thenState("Delivered", { deliveredAt, verifiedBy: "Operator" });
  });
});

describe("a return", () => {
  const upheld = anUpheldDispute();
  const label = aLabel(upheld.now, RETURN_TRACKING);
  const bought = upheld.give(system, { _tag: "RecordReturnLabel", label });

  it("R45 is there by one of several scans, and says how it was closed", () => {
    const scans = [aScan("InTransit", upheld.now), aScan("Delivered", upheld.now)];
    given(bought)
      .when(asCarrier, { _tag: "RecordScans", tracking: label.tracking, scans })
      .thenState("DisputeUpheld", { returning: { _tag: "Closed", how: "Received" } });
    given(bought.give(system, mailCommand("RefundAndReturnLabel")))
      .whenNothingHappensFor(15 * DAY)
      .thenState("DisputeUpheld", { returning: { _tag: "Closed", how: "TimeOut" } });
  });

  it("R45 is none where nothing is to come back", () => {
    const { state, machine, now } = aDisputedOrder();
    const fact = { _tag: "DisputeUpheld", text: "", returns: false, at: now } as const;
    expect(machine.evolve(state, fact).returning).toEqual({ _tag: "None" });
  });
});

describe("a dispute", () => {
  it("R44 may hold as many photos as the Program allows", () => {
    const photos = Array.from({ length: 8 }, () => "p".repeat(22) as never);
    const dispute = { _tag: "OpenDispute", kind: "Damaged", text: "Torn.", photos } as const;
    given(aDeliveredOrder()).when(asBuyer, dispute).thenState("Disputed");
  });
});

describe("a chargeback", () => {
  it("R50 lost: what the bank gave back is not given back again, though our own refund had failed", () => {
    const failed = { _tag: "RecordRefundFailed", reason: "no", definite: true } as const;
    given(aCancelledOrder().give(system, failed))
      .when(asPaymentProvider, chargeback("Lost"))
      .thenFacts("ChargebackLost", "RefundedByChargeback");
  });

  it("R50 won is won once; let go or dropped, a payout is no operator's any more", () => {
    const open = aConfirmedOrder().give(asPaymentProvider, chargeback("Open"));
    given(open.give(asPaymentProvider, chargeback("Won")))
      .when(asPaymentProvider, chargeback("Won"))
      .thenFacts();
    const lost = open.give(asPaymentProvider, chargeback("Lost"));
    const ends = [
      ["ReleasePayout", "Pending"],
      ["DropPayout", "Dropped"],
    ] as const;
    for (const [_tag, state] of ends) {
      for (const again of ["ReleasePayout", "DropPayout"] as const) {
        given(lost.give(asSupport, { _tag }))
          .when(asSupport, { _tag: again })
          .thenRefusal("NothingToRepeat", { state });
      }
    }
  });

  it("R28 R50 that is open keeps back no label", () => {
    const failed = { _tag: "RecordLabelFailed", reason: "no", definite: true } as const;
    given(aPaidOrder().give(system, failed).give(asPaymentProvider, chargeback("Open")))
      .when(asSupport, { _tag: "Repeat", what: "Label" })
      .thenTasks("BuyLabel");
  });
});

describe("what is asked for beside an order", () => {
  it("R51 its listing is closed for good where it went well", () => {
    const task = aConfirmedOrder().tasks.find((one) => one.task._tag === "CloseListing")?.task;
    expect(task).toMatchObject({ completed: true });
  });

  it("R39 a pickup that was booked is called off with the order", () => {
    const booked = anOrderAwaitingShipment()
      .give(asSeller, { _tag: "BookPickup", date: "2026-11-04" as never })
      .give(system, { _tag: "RecordPickup", confirmation: "WTC1" });
    const { tasks, id } = booked.give(asSupport, cancelCommand());
    expect(tasks.map(({ task }) => task)).toContainEqual({ _tag: "CancelPickup", order: id });
  });

  it("R26 each link that is asked for is a mail of its own, and none is due that nobody asked for", () => {
    const guests = aDeliveredOrder({ buyer: aBuyer({ member: null }) });
    expect(isStillTrue(guests.state, "GuestLink", 1)).toBe(false);
    const once = guests.give(asSupport, { _tag: "SendLink" });
    expect(lastTask(once)).toMatchObject({ mail: "GuestLink", occurrence: 1 });
    expect(lastTask(once.give(asSupport, { _tag: "SendLink" }))).toMatchObject({ occurrence: 2 });
  });

  it("R42 a seller reads of a rating when it is published, once", () => {
    given(aDeliveredOrder()).when(asBuyer, rate).thenFacts("Rated").thenTasks();
    const rated = aDeliveredOrder().give(asBuyer, rate);
    const published = rated.give(asSupport, { _tag: "ModerateRating", publish: true });
    expect(lastTask(published)).toMatchObject({ mail: "SaleRated", occurrence: 1 });
  });
});
