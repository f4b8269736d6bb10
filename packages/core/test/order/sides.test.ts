import {
  type CivilDate,
  type CreditReference,
  DAY,
  HOUR,
  type OrderCommand,
  orderView,
  type Repeatable,
  system,
} from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aLabel,
  aLabelledOrder,
  anOrderAwaitingShipment,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  asBuyer,
  asPaymentProvider,
  asSeller,
  asSupport,
  cancelCommand,
  type OrderStory,
  scanned,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const date = "2026-11-04" as CivilDate;
const repeat = (what: Repeatable): OrderCommand => ({ _tag: "Repeat", what });
const chargeback = (outcome: "Open" | "Won" | "Lost"): OrderCommand => ({
  _tag: "RecordChargeback",
  outcome,
});
const no = (definite: boolean) => ({ reason: "no", definite }) as const;

/** What a provider may refuse: where it is asked, by which command it is heard, which part of the order it is, what repeats it. */
const refusable = [
  ["Label", aPaidOrder, "RecordLabelFailed", "label", "Wanted", "BuyLabel", {}],
  ["Payout", aConfirmedOrder, "RecordPayoutFailed", "payout", "Pending", "IssueCredit", { amount: 80_00 }],
  ["Refund", aCancelledOrder, "RecordRefundFailed", "refund", "Wanted", "RefundOrder", { amount: 118_83 }],
  ["Return", anUpheldDispute, "RecordReturnLabelFailed", "returning", "Wanted", "BuyReturnLabel", {}],
] as const;

describe("what a provider refuses", () => {
  it.each(refusable)(
    "R28 R45 R48 %s: is shown with its reason; repeated, its definite refusals are counted, lost answers not",
    (what, make, heard, side, wanted, task, amount) => {
      const part = (story: OrderStory) => story.state[side];
      const refuse = (story: OrderStory, definite: boolean) =>
        story.give(system, { _tag: heard, ...no(definite) });
      const lost = refuse(make(), false);
      expect(part(lost)).toEqual({ _tag: "Failed", reason: "no", refusals: 0, ...amount });
      const again = lost.give(asSupport, repeat(what));
      expect(part(again)).toEqual({ _tag: wanted, refusals: 0, ...amount });
      expect(again.tasks.at(-1)?.task._tag).toBe(task);
      const twice = refuse(refuse(again, true).give(asSupport, repeat(what)), true);
      expect(part(twice)).toEqual({ _tag: "Failed", reason: "no", refusals: 2, ...amount });
    },
  );

  it("R39 a label that is not taken back keeps its number, and is given back once more", () => {
    const cancelled = aCancelledOrder();
    const { label } = cancelled.state.label as { readonly label: ReturnType<typeof aLabel> };
    const refused = cancelled.give(system, { _tag: "RecordLabelRefundRefused", reason: "used" });
    expect(refused.state.label).toEqual({ _tag: "RefundRefused", label, reason: "used" });
    given(refused)
      .when(asSupport, repeat("LabelRefund"))
      .thenState("Cancelled", { label: { _tag: "RefundWanted", label } })
      .thenTasks("RefundLabel");
    const back = refused.give(asSupport, repeat("LabelRefund")).give(system, { _tag: "RecordLabelRefunded" });
    expect(back.state.label).toEqual({ _tag: "Refunded", label });
  });

  it("R28 what was not refused is not repeated, and the refusal says how it stands", () => {
    const failed = aPaidOrder().give(system, { _tag: "RecordLabelFailed", ...no(true) });
    const stands = { LabelRefund: "Failed", Payout: "NotYet", Refund: "None", Return: "None" } as const;
    for (const [what, state] of Object.entries(stands)) {
      given(failed)
        .when(asSupport, repeat(what as Repeatable))
        .thenRefusal("NothingToRepeat", { what, state });
    }
    given(aPaidOrder())
      .when(asSupport, repeat("Label"))
      .thenRefusal("NothingToRepeat", { what: "any part", state: "Placed" });
    const kept = aCancelledOrder().give(system, { _tag: "RecordLabelRefundRefused", reason: "used" });
    given(kept)
      .when(asSupport, repeat("Label"))
      .thenRefusal("NothingToRepeat", { what: "Label", state: "RefundRefused" });
  });
});

describe("a pickup", () => {
  const asked = anOrderAwaitingShipment().give(asSeller, { _tag: "BookPickup", date });
  const booked = asked.give(system, { _tag: "RecordPickup", confirmation: "WTC1" });
  const pickup = (story: OrderStory) => orderView(story.state, "Seller").seller?.pickup;

  it("R34 is seen by the seller as it was asked for, booked, refused, called off", () => {
    expect(pickup(asked)).toEqual({ _tag: "Wanted", date });
    expect(pickup(booked)).toEqual({ _tag: "Booked", date, confirmation: "WTC1" });
    const refused = asked.give(system, { _tag: "RecordPickupRefused", reason: "no service" });
    expect(pickup(refused)).toEqual({ _tag: "Refused", date, reason: "no service" });
    const off = booked.give(asSeller, { _tag: "CancelPickup" });
    expect(pickup(off)).toEqual({ _tag: "CancelWanted", date, confirmation: "WTC1" });
    expect(pickup(off.give(system, { _tag: "RecordPickupCancelled" }))).toEqual({ _tag: "Cancelled" });
  });

  it("R34 may be asked for as soon as there is a label, once, and called off once it is booked", () => {
    const book = { _tag: "BookPickup", date: "2026-11-05" as CivilDate } as const;
    given(aPaidOrder())
      .when(asSeller, book)
      .thenRefusal("NothingToRepeat", { what: "pickup before the label", state: "Wanted" });
    given(aLabelledOrder()).when(asSeller, book).thenFacts("PickupAsked");
    for (const story of [asked, booked]) {
      given(story).when(asSeller, book).thenRefusal("AlreadyDone", { what: "a pickup on 2026-11-04" });
    }
    given(asked)
      .when(asSeller, { _tag: "CancelPickup" })
      .thenRefusal("NothingToRepeat", { what: "pickup", state: "Wanted" });
  });
});

describe("the label of an order undone", () => {
  it("R39 is given back where it was not used, and was bought", () => {
    const label = (story: OrderStory) => story.state.label._tag;
    expect(label(aPlacedOrder().give(asSupport, cancelCommand()))).toBe("NeverBought");
    expect(label(aLabelledOrder().give(asSupport, cancelCommand()))).toBe("RefundWanted");
    const failed = aPaidOrder().give(system, { _tag: "RecordLabelFailed", ...no(true) });
    expect(label(failed.give(asSupport, cancelCommand()))).toBe("NeverBought");
    const stray = scanned(anOrderAwaitingShipment(), "Delivered", DAY, "94105");
    expect(label(stray.give(asSupport, cancelCommand("NeverArrived")))).toBe("RefundWanted");
  });

  it("R39 stays as it is where money comes after all", () => {
    const undone = aPlacedOrder().give(asSupport, cancelCommand());
    given(undone)
      .when(system, { _tag: "RecordPaid" })
      .thenState("Cancelled", { label: { _tag: "NeverBought" } })
      .thenTasks("RefundOrder");
  });
});

describe("a chargeback", () => {
  it("R50 holds a payout that is due, with its amount; a lost one leaves what was issued", () => {
    const held = aConfirmedOrder().give(asPaymentProvider, chargeback("Open"));
    expect(held.state.payout).toEqual({ _tag: "Held", amount: 80_00, refusals: 0 });
    expect(orderView(held.state, "Support").desk?.chargeback).toBe("Open");
    const won = held.give(asPaymentProvider, chargeback("Won"));
    expect(won.state).toMatchObject({ chargeback: "Won", payout: { _tag: "Pending", amount: 80_00 } });
    const issued = {
      _tag: "RecordPayout",
      reference: "gc_1" as CreditReference,
      to: "ada@example.com",
    } as const;
    const lost = held.give(asPaymentProvider, chargeback("Lost"));
    const dropped = lost.give(asSupport, { _tag: "DropPayout" });
    expect(dropped.state.payout).toEqual({ _tag: "Dropped", amount: 80_00 });
    expect(dropped.give(system, issued, HOUR).history.at(-1)?.event).toMatchObject({ dropped: true });
    expect(aConfirmedOrder().give(system, issued).history.at(-1)?.event).toMatchObject({ dropped: false });
  });

  it("R49 R50 after it a payout is an operator's to let go or to drop: only one that is held", () => {
    const paid = aConfirmedOrder();
    const answers = [
      [paid, "NothingToRepeat", { what: "payout", state: "Pending" }],
      [paid.give(asPaymentProvider, chargeback("Open")), "NothingToRepeat", { state: "ChargebackOpen" }],
    ] as const;
    for (const [story, refusal, words] of answers) {
      for (const _tag of ["ReleasePayout", "DropPayout"] as const) {
        given(story).when(asSupport, { _tag }).thenRefusal(refusal, words);
      }
    }
    const lost = paid.give(asPaymentProvider, chargeback("Open")).give(asPaymentProvider, chargeback("Lost"));
    given(lost)
      .when(asSupport, { _tag: "ReleasePayout" })
      .thenFacts("PayoutFellDue")
      .thenTasks("IssueCredit");
    given(lost).when(asSupport, { _tag: "DropPayout" }).thenFacts("PayoutDropped").thenTasks();
  });

  it("R50 lost at once, it takes back nothing that is not owed", () => {
    given(aDeliveredOrder())
      .when(asPaymentProvider, chargeback("Lost"))
      .thenFacts("ChargebackLost")
      .thenState("Delivered", { chargeback: "Lost", refund: { _tag: "None" } });
    given(aCancelledOrder())
      .when(asPaymentProvider, chargeback("Lost"))
      .thenFacts("ChargebackLost", "RefundedByChargeback");
    const back = aCancelledOrder().give(system, { _tag: "RecordRefund" });
    given(back).when(asPaymentProvider, chargeback("Lost")).thenFacts("ChargebackLost");
    given(aDeliveredOrder()).when(asPaymentProvider, chargeback("Won")).thenFacts("ChargebackWon");
  });
});

describe("what an operator is refused", () => {
  it("R42 R45 names what has been done already, or what there is none of", () => {
    given(aDeliveredOrder())
      .when(asSupport, { _tag: "ModerateRating", publish: false })
      .thenRefusal("NothingToRepeat", { what: "rating", state: "None" });
    const upheld = anUpheldDispute();
    const back = upheld
      .give(system, { _tag: "RecordReturnLabel", label: aLabel(upheld.now, RETURN_TRACKING) })
      .give(asSupport, { _tag: "RecordReturnReceived" });
    given(back)
      .when(asSupport, { _tag: "RecordReturnReceived" })
      .thenRefusal("AlreadyDone", { what: "return: Received" });
    given(aCancelledOrder())
      .when(asSupport, { _tag: "CloseIntercept" })
      .thenRefusal("NothingToRepeat", { what: "intercept", state: "Cancelled" });
  });

  it("R42 a rating stays as it was given, but for whether it is shown", () => {
    const rated = aDeliveredOrder().give(asBuyer, { _tag: "Rate", stars: 2, text: "Late." });
    const hidden = rated.give(asSupport, { _tag: "ModerateRating", publish: false });
    expect(hidden.state.rating).toEqual({ ...rated.state.rating, status: "Hidden" });
    given(hidden).when(asSupport, { _tag: "ModerateRating", publish: false }).thenFacts();
    given(hidden).when(asSupport, { _tag: "ModerateRating", publish: true }).thenTasks("SaleRated");
    given(rated).when(asSupport, { _tag: "ModerateRating", publish: false }).thenTasks();
  });
});
