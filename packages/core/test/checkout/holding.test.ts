import { type CheckoutCommand, MINUTE, plus, preLoved, system } from "@resale/core";
import {
  aBuyer,
  aCheckoutToBe,
  aHeldCheckout,
  anAbandonedCheckout,
  anAddress,
  anExpiredCheckout,
  anExpiredPayment,
  aPayingCheckout,
  aPlacedCheckout,
  aProgram,
  asBuyer,
  asStranger,
  asVisitor,
  authorisedCommand,
  aWantedPiece,
  openCommand,
  payCommand,
  theBrand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const nothing = aCheckoutToBe();
const open = (changes: Parameters<typeof openCommand>[1]) =>
  given(nothing).when(asBuyer, openCommand(nothing.id, changes));
const declined = (attempt: number): CheckoutCommand => ({
  _tag: "RecordDeclined",
  attempt,
  reason: "CardExpired",
});

describe("opening a checkout", () => {
  it("R12 R22 each line has its price, its charge and its tax, and the total is their sum", () => {
    const wanted = [
      aWantedPiece({ price: 100_00, charge: 9_95, tax: 8_88 }),
      aWantedPiece({ price: 40_00, charge: 7_00, tax: 0 }),
    ];
    open({ wanted })
      .thenFacts("Opened")
      .thenState("Held", {
        total: 118_83 + 47_00,
        lines: wanted.map(({ price, charge, tax }) => ({ price, charge, tax })),
      });
  });

  it("R21 holds for fifteen minutes, or as the Program says", () => {
    const held = aHeldCheckout();
    expect(held.state.until.at).toBe(plus(held.now, 15 * MINUTE));
    const program = aProgram({ checkout: { hold: { _tag: "Elapsed", milliseconds: 5 * MINUTE } } });
    const shorter = aHeldCheckout({ program });
    expect(shorter.state.until.at).toBe(plus(shorter.now, 5 * MINUTE));
  });

  it("R1 R26 a guest buys with an e-mail address alone", () => {
    const buyer = aBuyer({ member: null, email: "guest@example.com" });
    given(nothing)
      .when(asVisitor, openCommand(nothing.id, { buyer }))
      .thenState("Held", { buyer: { member: null } });
    given(aHeldCheckout({ buyer })).when(asVisitor, payCommand).thenFacts("PaymentStarted");
  });

  it("R19 nobody buys their own listing, by account", () => {
    const buyer = aBuyer({ member: "ada", email: "else@example.com" });
    open({ buyer }).thenRefusal("OwnListing", { title: "Jet Set Medium Tote" });
  });

  it("R19 nor by e-mail address, in whatever letters", () => {
    const wanted = [
      aWantedPiece(),
      aWantedPiece({ title: "Mercer Crossbody", sellerEmail: "Ada@Example.com" }),
    ];
    const buyer = aBuyer({ member: null, email: "aDA@example.COM" });
    open({ buyer, wanted: [wanted[1] as (typeof wanted)[number]] }).thenRefusal("OwnListing", {
      title: "Mercer Crossbody",
    });
  });

  it("R17 R19 the brand's own stock is nobody's own", () => {
    const wanted = [aWantedPiece({ seller: theBrand, sellerEmail: null })];
    open({ wanted }).thenFacts("Opened");
  });

  it("R20 a cart holds something, not too much, and nothing twice", () => {
    const piece = aWantedPiece();
    open({ wanted: [] }).thenRefusal("Invalid");
    open({ wanted: [piece, piece] }).thenRefusal("Invalid", { faults: [{ field: "listings[1]" }] });
    const many = Array.from({ length: preLoved.checkout.most + 1 }, () => aWantedPiece());
    open({ wanted: many }).thenRefusal("Invalid");
    open({ wanted: many.slice(1) }).thenFacts("Opened");
  });

  it("R18 ships to each of the fifty states", () => {
    expect(preLoved.shipTo.regions).toHaveLength(50);
    for (const region of preLoved.shipTo.regions) {
      open({ shipTo: anAddress({ region }) }).thenFacts("Opened");
    }
  });

  it.each([
    ["DC", "District of Columbia"],
    ["PR", "Puerto Rico"],
    ["GU", "Guam"],
    ["VI", "U.S. Virgin Islands"],
    ["AP", "Armed Forces Pacific"],
  ])("R18 %s is refused by its name, %s", (region, name) => {
    open({ shipTo: anAddress({ region }) }).thenRefusal("RegionRefused", {
      direction: "ShipTo",
      code: region,
      name,
    });
  });

  it("R18 one line of a Program adds them", () => {
    const program = aProgram({ shipTo: { regions: [...preLoved.shipTo.regions, "DC"] } });
    const story = aCheckoutToBe({ program });
    given(story)
      .when(asBuyer, openCommand(story.id, { shipTo: anAddress({ region: "DC", zip: "20001" }) }))
      .thenFacts("Opened");
  });

  it("R57 remembers the version of the Program", () => {
    expect(aHeldCheckout().state.program).toBe(preLoved.version);
  });
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

  it("R21 R24 a card that is held in time places the orders, with one receipt", () => {
    given(aPayingCheckout())
      .when(system, authorisedCommand())
      .thenFacts("Placed")
      .thenState("Placed", { payment: "pi_1", capture: { _tag: "Wanted" } })
      .thenTasks("CapturePayment", "Receipt");
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
  it("R27 a capture that fails is kept, for an operator to see", () => {
    const failed = aPlacedCheckout().give(system, { _tag: "RecordCaptureFailed", reason: "lapsed" });
    expect(failed.state).toMatchObject({ capture: { _tag: "Failed", reason: "lapsed" } });
    expect(failed.machine.index(failed.state).operatorTasks).toEqual(["CaptureFailed"]);
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
