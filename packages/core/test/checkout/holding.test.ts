import { type CheckoutCommand, MINUTE, system } from "@resale/core";
import {
  aHeldCheckout,
  anAbandonedCheckout,
  anExpiredCheckout,
  anExpiredPayment,
  aPayingCheckout,
  aPlacedCheckout,
  asBuyer,
  asStranger,
  authorisedCommand,
  payCommand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const declined = (attempt: number): CheckoutCommand => ({
  _tag: "RecordDeclined",
  attempt,
  reason: "CardExpired",
});

describe("paying in time", () => {
  it("R23 the brand's gift cards are refused", () => {
    given(aHeldCheckout())
      .when(asBuyer, { ...payCommand, tender: "GiftCard" } as CheckoutCommand)
      .thenRefusal("TenderRefused", { tender: "GiftCard", taken: ["Card"] });
  });

  it("R27 the try is kept before any money moves", () => {
    given(aHeldCheckout())
      .when(asBuyer, payCommand)
      .thenFacts("PaymentStarted")
      .thenState("Paying", { attempt: 1 })
      .thenTasks("AuthorisePayment");
  });

  it("R21 a card that is held in time places the orders", () => {
    given(aPayingCheckout())
      .when(system, authorisedCommand())
      .thenFacts("Placed")
      .thenState("Placed", { payment: "pi_1", capture: { _tag: "Wanted" } })
      .thenTasks("CapturePayment");
  });

  it("a declined card leaves the pieces held, for another try with a key of its own", () => {
    const again = aPayingCheckout().give(system, declined(1));
    expect(again.state).toMatchObject({ _tag: "Held", declined: "CardExpired" });
    given(again).when(asBuyer, payCommand).thenState("Paying", { attempt: 2 });
  });

  it("an answer to an older try changes nothing", () => {
    const second = aPayingCheckout().give(system, declined(1)).give(asBuyer, payCommand);
    given(second).when(system, declined(1)).thenFacts().thenState("Paying", { attempt: 2 });
  });

  it("the same answer twice places once", () => {
    given(aPlacedCheckout()).when(system, authorisedCommand()).thenFacts();
  });

  it("R25 once placed it can't be let go", () => {
    given(aPlacedCheckout())
      .when(asBuyer, { _tag: "Abandon" })
      .thenRefusal("WrongState", { openIn: ["Held"] });
    given(aHeldCheckout()).when(asBuyer, { _tag: "Abandon" }).thenState("Abandoned");
    given(anAbandonedCheckout()).when(asBuyer, payCommand).thenRefusal("WrongState");
  });

  it("R54 another's checkout is not found", () => {
    given(aHeldCheckout()).when(asStranger, payCommand).thenRefusal("NotFound", { subject: "checkout" });
  });
});

describe("the end of the hold", () => {
  const paying = aPayingCheckout();
  const left = paying.state.until.at - paying.now;

  it.each([
    [-1, "Placed"],
    [0, "Expired"],
    [1, "Expired"],
  ] as const)("R21 a card held at its end %+i ms: %s", (milliseconds, state) => {
    given(paying)
      .when(system, authorisedCommand(), left + milliseconds)
      .thenState(state);
  });

  it("R21 a payment that succeeds after it is let go by itself", () => {
    given(paying).when(system, authorisedCommand(), left).thenFacts("HoldEnded").thenTasks("CancelPayment");
    expect(anExpiredPayment().state).toMatchObject({ late: { _tag: "Cancelling", attempt: 1 } });
    given(anExpiredPayment())
      .when(system, { _tag: "RecordCancelled" })
      .thenState("Expired", { late: { _tag: "Cancelled" } });
    const letGo = anExpiredPayment().give(system, { _tag: "RecordCancelled" });
    given(letGo).when(system, { _tag: "RecordCancelled" }).thenFacts();
    given(anExpiredCheckout()).when(system, { _tag: "RecordCancelled" }).thenFacts();
  });

  it("R21 even where nothing was known to be under way", () => {
    given(anExpiredCheckout())
      .when(system, authorisedCommand(1))
      .thenFacts("PaymentCameLate")
      .thenTasks("CancelPayment");
  });

  it("R21 an old decline does not keep a newer try from being let go", () => {
    const second = aPayingCheckout()
      .give(system, declined(1))
      .give(asBuyer, payCommand)
      .after(15 * MINUTE);
    given(second)
      .when(system, declined(1))
      .thenFacts()
      .thenState("Expired", { late: { _tag: "Cancelling", attempt: 2 } });
    given(second).when(system, declined(2)).thenFacts("LatePaymentCancelled");
  });

  it("R21 nothing was under way: nothing is to be let go", () => {
    expect(anExpiredCheckout().state).toMatchObject({ _tag: "Expired", late: { _tag: "None" } });
    expect(anExpiredCheckout().tasks).toEqual([]);
  });

  it("R21 paying after it is refused, and nothing was charged", () => {
    given(aHeldCheckout())
      .when(asBuyer, payCommand, 15 * MINUTE)
      .thenRefusal("WrongState", { state: "Expired" });
    given(aHeldCheckout())
      .when(asBuyer, payCommand, 15 * MINUTE - 1)
      .thenFacts("PaymentStarted");
  });
});

describe("taking the money", () => {
  it("R24 R27 there is one receipt, once the money is taken", () => {
    given(aPlacedCheckout()).when(system, { _tag: "RecordCaptured" }).thenTasks("Receipt");
    given(aPlacedCheckout()).when(system, { _tag: "RecordCaptureFailed", reason: "lapsed" }).thenTasks();
  });

  it("R27 a capture that fails is kept; its orders are undone with it, and nothing waits for an operator", () => {
    const failed = aPlacedCheckout().give(system, { _tag: "RecordCaptureFailed", reason: "lapsed" });
    expect(failed.state).toMatchObject({ capture: { _tag: "Failed", reason: "lapsed" } });
    expect(failed.machine.index(failed.state).operatorTasks).toEqual([]);
  });

  it("R27 a capture that came through after all stands", () => {
    const failed = aPlacedCheckout().give(system, { _tag: "RecordCaptureFailed", reason: "lapsed" });
    given(failed).when(system, { _tag: "RecordCaptured" }).thenFacts("PaymentCaptured");
    const taken = aPlacedCheckout().give(system, { _tag: "RecordCaptured" });
    given(taken).when(system, { _tag: "RecordCaptureFailed", reason: "late" }).thenFacts();
    given(taken).when(system, { _tag: "RecordCaptured" }).thenFacts();
  });

  it("R24 the orders of a checkout are found by its payment", () => {
    const { machine, state } = aPlacedCheckout();
    expect(machine.index(state).parent).toBe("pi_1");
  });
});
