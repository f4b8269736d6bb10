import { balancesOf, type CreditReference, HOUR, type OrderCommand, system, verify } from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  anOrderConfirmedBySilence,
  anUpheldDispute,
  aPaidOrder,
  asBuyer,
  asPaymentProvider,
  asSupport,
  cancelCommand,
  type OrderStory,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const chargeback = (outcome: "Open" | "Won" | "Lost"): OrderCommand => ({
  _tag: "RecordChargeback",
  outcome,
});
const issued: OrderCommand = {
  _tag: "RecordPayout",
  reference: "gc_1" as CreditReference,
  to: "ada@example.com",
};
const disputed = (story: OrderStory) => story.give(asPaymentProvider, chargeback("Open"));
const lost = (story: OrderStory) => disputed(story).give(asPaymentProvider, chargeback("Lost"));
const cash = (story: OrderStory) =>
  balancesOf(story.journal.map((line) => ({ order: story.id, ...line }))).get("Cash") ?? 0;
const sound = (story: OrderStory) =>
  verify(
    story.journal.map((line) => ({ order: story.id, ...line })),
    () => false,
  );

describe("a payment dispute at the card provider", () => {
  it("R50 before the payout holds it", () => {
    const held = disputed(aDeliveredOrder()).give(asBuyer, { _tag: "Confirm" }, HOUR);
    expect(held.state.payout).toMatchObject({ _tag: "Held", amount: 80_00 });
    expect(held.tasks.map(({ task }) => task._tag)).not.toContain("IssueCredit");
    expect(held.machine.index(held.state).operatorTasks).toEqual(["ChargebackOpen"]);
  });

  it("R50 holds a payout that is due, or has failed", () => {
    expect(disputed(aConfirmedOrder()).state.payout._tag).toBe("Held");
    const failed = aConfirmedOrder().give(system, {
      _tag: "RecordPayoutFailed",
      reason: "x",
      definite: true,
    });
    expect(disputed(failed).state.payout).toMatchObject({ _tag: "Held", refusals: 1 });
  });

  it("R50 won: the payout goes on, with its count of refusals", () => {
    const failed = aConfirmedOrder().give(system, {
      _tag: "RecordPayoutFailed",
      reason: "x",
      definite: true,
    });
    given(disputed(failed))
      .when(asPaymentProvider, chargeback("Won"))
      .thenFacts("ChargebackWon", "PayoutFellDue")
      .thenState("Confirmed", { payout: { _tag: "Pending", refusals: 1 } })
      .thenTasks("IssueCredit");
  });

  it("R50 won before the delivery: the payout waits for the buyer", () => {
    given(disputed(aPaidOrder())).when(asPaymentProvider, chargeback("Won")).thenFacts("ChargebackWon");
  });

  it("R50 lost: the money is gone, an operator pays the seller or does not", () => {
    const order = lost(aConfirmedOrder());
    expect(order.state.payout._tag).toBe("Held");
    expect(cash(order)).toBe(0);
    expect(order.machine.index(order.state).operatorTasks).toEqual(["ChargebackLost"]);
    given(order)
      .when(asSupport, { _tag: "ReleasePayout" })
      .thenState("Confirmed", { payout: { _tag: "Pending" } });
    given(order)
      .when(asSupport, { _tag: "DropPayout" })
      .thenState("Confirmed", { payout: { _tag: "Dropped" } });
    given(disputed(aConfirmedOrder()))
      .when(asSupport, { _tag: "ReleasePayout" })
      .thenRefusal("NothingToRepeat", { state: "ChargebackOpen" });
  });

  it("R50 R53 a payout dropped, and issued all the same, is a loss and no debt", () => {
    const both = lost(aConfirmedOrder()).give(asSupport, { _tag: "DropPayout" }).give(system, issued);
    expect(both.state.payout._tag).toBe("Issued");
    expect(sound(both)).toEqual([]);
  });

  it("R49 R50 after the payout it is the brand's loss", () => {
    const paid = aConfirmedOrder().give(system, issued);
    expect(lost(paid).state.payout._tag).toBe("Issued");
    expect(sound(lost(paid))).toEqual([]);
  });

  it("R50 silence still confirms, and the payout is held", () => {
    const silent = lost(aDeliveredOrder()).after(72 * HOUR);
    expect(silent.state).toMatchObject({ _tag: "ConfirmedAutomatically", payout: { _tag: "Held" } });
    expect(anOrderConfirmedBySilence().state.payout._tag).toBe("Pending");
  });

  it("R50 while the bank decides no refund of ours goes out", () => {
    const order = disputed(aPaidOrder());
    given(order)
      .when(asSupport, cancelCommand())
      .thenState("Cancelled", { refund: { _tag: "Wanted" } });
    expect(order.give(asSupport, cancelCommand()).tasks.map(({ task }) => task._tag)).not.toContain(
      "RefundOrder",
    );
    const failed = aCancelledOrder().give(system, {
      _tag: "RecordRefundFailed",
      reason: "x",
      definite: true,
    });
    given(disputed(failed)).when(asSupport, { _tag: "Repeat", what: "Refund" }).thenTasks();
  });

  it("R50 won: the refund owed goes out then", () => {
    const order = disputed(aPaidOrder()).give(asSupport, cancelCommand());
    given(order).when(asPaymentProvider, chargeback("Won")).thenTasks("RefundOrder");
  });

  it.each([
    ["cancelled", aCancelledOrder],
    ["upheld", anUpheldDispute],
  ] as const)("R50 lost: what the bank gave back of an order %s is not given back again", (_, make) => {
    const order = lost(make());
    expect(order.state.refund).toMatchObject({ _tag: "ByChargeback" });
    expect(cash(order)).toBe(0);
    expect(sound(order)).toEqual([]);
  });

  it("R50 lost before the order was undone: the same", () => {
    const order = lost(aPaidOrder()).give(asSupport, cancelCommand());
    expect(order.state.refund._tag).toBe("ByChargeback");
    expect(order.tasks.map(({ task }) => task._tag)).not.toContain("RefundOrder");
    expect(cash(order)).toBe(0);
  });

  it("R50 its words come twice and late: the last one stands", () => {
    given(disputed(aPaidOrder())).when(asPaymentProvider, chargeback("Open")).thenFacts();
    const won = disputed(aPaidOrder()).give(asPaymentProvider, chargeback("Won"));
    given(won).when(asPaymentProvider, chargeback("Open")).thenFacts();
    for (const outcome of ["Open", "Won", "Lost"] as const) {
      given(lost(aPaidOrder())).when(asPaymentProvider, chargeback(outcome)).thenFacts();
    }
  });
});
