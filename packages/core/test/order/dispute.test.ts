import { DAY, HOUR, type OrderCommand, type OrderIn, type PhotoId, preLoved, system } from "@resale/core";
import {
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLabel,
  anOrderInTransit,
  anUpheldDispute,
  aRejectedDispute,
  aScan,
  asBuyer,
  asCarrier,
  asSeller,
  asSupport,
  at,
  disputeCommand,
  mailCommand,
  type OrderStory,
  TRACKING,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const decide = (upheld: boolean): OrderCommand => ({
  _tag: "DecideDispute",
  upheld,
  text: "We have looked.",
});
const delivered = aDeliveredOrder();
const left = (delivered.state as OrderIn<"Delivered">).window.at - delivered.now;

describe("a dispute", () => {
  it.each(preLoved.dispute.kinds.map(({ key }) => key))(
    "R44 may be opened for %s, and stops the payout",
    (kind) => {
      given(delivered)
        .when(asBuyer, disputeCommand(kind))
        .thenFacts("DisputeOpened")
        .thenState("Disputed", { payout: { _tag: "NotYet" }, dispute: { kind } })
        .thenTasks("DisputeOpened", "DisputeReceived");
    },
  );

  it("R44 of another kind, or with too many photos, is refused", () => {
    given(delivered)
      .when(asBuyer, disputeCommand("TooBlue"))
      .thenRefusal("Invalid", { faults: [{ field: "kind" }] });
    const photos = Array.from({ length: 9 }, () => "p".repeat(22) as PhotoId);
    given(delivered)
      .when(asBuyer, { ...disputeCommand(), photos } as OrderCommand)
      .thenRefusal("Invalid", { faults: [{ field: "photos" }] });
  });

  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])("R44 R41 only inside the window: at its end %+i ms, %s", (milliseconds, open) => {
    const outcome = given(delivered).when(asBuyer, disputeCommand(), left + milliseconds);
    if (open) outcome.thenState("Disputed");
    else outcome.thenRefusal("WrongState", { openIn: ["Delivered"] });
  });

  it("R44 not before the delivery, nor after a confirmation", () => {
    given(anOrderInTransit()).when(asBuyer, disputeCommand()).thenRefusal("WrongState");
    given(aConfirmedOrder()).when(asBuyer, disputeCommand()).thenRefusal("WrongState");
  });

  it("R44 silence no longer pays while it is open", () => {
    given(aDisputedOrder())
      .whenNothingHappensFor(365 * DAY)
      .thenState("Disputed", { payout: { _tag: "NotYet" } });
  });

  it("R45 undecided for five business days: an alert, never an outcome", () => {
    const order = aDisputedOrder({ now: at("2026-11-02T10:00:00-05:00") });
    const { decideBy } = order.state as OrderIn<"Disputed">;
    // Opened on Thursday the 5th; the 11th is Veterans Day.
    expect(decideBy.at).toBe(at("2026-11-14T00:00:00-05:00"));
    const before = order.at((decideBy.at - 1) as typeof order.now);
    expect(before.machine.index(before.state).operatorTasks).toEqual(["DisputeOpen"]);
    const after = order.at(decideBy.at);
    expect(after.machine.index(after.state).operatorTasks).toEqual(["DisputeOpen", "DisputeDue"]);
  });

  it("R45 the brand decides, nobody else", () => {
    for (const actor of [asBuyer, asSeller]) {
      given(aDisputedOrder())
        .when(actor, decide(true))
        .thenRefusal("NotAllowed", { allowed: ["Support"] });
    }
  });
});

describe("an upheld dispute", () => {
  it("R45 gives everything back and sends a return label; the refund does not wait for the return", () => {
    given(aDisputedOrder())
      .when(asSupport, decide(true))
      .thenFacts("DisputeUpheld", "RefundFellDue")
      .thenState("DisputeUpheld", {
        refund: { _tag: "Wanted", amount: 100_00 + 9_95 + 8_88 },
        returning: { _tag: "Wanted" },
        payout: { _tag: "NotYet" },
      })
      .thenTasks("CloseListing", "BuyReturnLabel", "DisputeDecidedForSeller", "RefundOrder");
  });

  it("R45 what never came cannot go back", () => {
    given(aDisputedOrder({ kind: "NotReceived" }))
      .when(asSupport, decide(true))
      .thenState("DisputeUpheld", { returning: { _tag: "Closed", how: "NotNeeded" } })
      .thenTasks("CloseListing", "DisputeDecidedForSeller", "DisputeDecidedForBuyer", "RefundOrder");
  });

  it("R45 R51 its listing is closed, so that the unit may be listed anew", () => {
    const close = anUpheldDispute().tasks.find(({ task }) => task._tag === "CloseListing")?.task;
    expect(close).toMatchObject({ completed: false });
  });

  const withLabel = (order: OrderStory) =>
    order.give(system, { _tag: "RecordReturnLabel", label: aLabel(order.now, RETURN_TRACKING) });
  const mailed = (order: OrderStory) => withLabel(order).give(system, mailCommand("RefundAndReturnLabel"));

  it("R45 the return label is mailed with the news of the refund", () => {
    const order = anUpheldDispute();
    given(order)
      .when(system, { _tag: "RecordReturnLabel", label: aLabel(order.now, RETURN_TRACKING) })
      .thenTasks("RefundAndReturnLabel");
  });

  it.each([
    [-1, "Mailed"],
    [0, "Closed"],
  ] as const)(
    "R45 the return is closed fourteen days after its label's mail: %+i ms, %s",
    (milliseconds, side) => {
      const order = mailed(anUpheldDispute());
      given(order)
        .whenNothingHappensFor(14 * DAY + milliseconds)
        .thenState("DisputeUpheld", { returning: { _tag: side }, refund: { _tag: "Wanted" } });
    },
  );

  it("R45 the carrier or support closes it when it is back", () => {
    const order = mailed(anUpheldDispute());
    expect(order.machine.index(order.state).tracking).toBe(RETURN_TRACKING);
    const scans = [aScan("Delivered", order.now)];
    given(order)
      .when(asCarrier, { _tag: "RecordScans", tracking: RETURN_TRACKING, scans })
      .thenFacts("ReturnClosed");
    given(order)
      .when(asCarrier, { _tag: "RecordScans", tracking: TRACKING, scans })
      .thenState("DisputeUpheld", { returning: { _tag: "Mailed" } });
    given(order).when(asSupport, { _tag: "RecordReturnReceived" }).thenFacts("ReturnClosed");
    const closed = order.give(asSupport, { _tag: "RecordReturnReceived" });
    given(closed).when(asSupport, { _tag: "RecordReturnReceived" }).thenRefusal("AlreadyDone");
  });

  it("R45 a return label that fails is shown and repeated", () => {
    const failed = anUpheldDispute().give(system, {
      _tag: "RecordReturnLabelFailed",
      reason: "down",
      definite: false,
    });
    expect(failed.machine.index(failed.state).operatorTasks).toContain("ReturnLabelFailed");
    given(failed).when(asSupport, { _tag: "Repeat", what: "Return" }, HOUR).thenTasks("BuyReturnLabel");
  });

  it("R49 the seller is never paid after it", () => {
    given(anUpheldDispute())
      .whenNothingHappensFor(365 * DAY)
      .thenState("DisputeUpheld", { payout: { _tag: "NotYet" } });
    given(anUpheldDispute()).when(asSupport, { _tag: "ReleasePayout" }).thenRefusal("WrongState");
  });
});

describe("a rejected dispute", () => {
  it("R45 pays the seller now", () => {
    given(aDisputedOrder())
      .when(asSupport, decide(false))
      .thenFacts("DisputeRejected", "PayoutFellDue")
      .thenState("DisputeRejected", { payout: { _tag: "Pending", amount: 80_00 }, refund: { _tag: "None" } })
      .thenTasks("CloseListing", "DisputeDecidedForSeller", "DisputeDecidedForBuyer", "IssueCredit");
  });

  it("R45 is decided once", () => {
    given(aRejectedDispute())
      .when(asSupport, decide(true))
      .thenRefusal("WrongState", { openIn: ["Disputed"] });
  });
});
