import {
  type Account,
  type BookedLine,
  balancesOf,
  type CreditReference,
  HOUR,
  type OrderCommand,
  system,
  verify,
} from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  anOrderConfirmedBySilence,
  anOrderInTransit,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  aProgram,
  aRejectedDispute,
  asBuyer,
  asPaymentProvider,
  asSupport,
  cancelCommand,
  type OrderStory,
  theBrand,
} from "@resale/testkit";
import { prices, shares } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";
import { tries } from "../runs.ts";

const issued: OrderCommand = {
  _tag: "RecordPayout",
  reference: "gc_1" as CreditReference,
  to: "ada@example.com",
};
const refunded: OrderCommand = { _tag: "RecordRefund" };

const lines = (story: OrderStory): ReadonlyArray<BookedLine> =>
  story.journal.map((line) => ({ order: story.id, ...line }));
const balances = (story: OrderStory): Partial<Record<Account, number>> =>
  Object.fromEntries([...balancesOf(lines(story))].filter(([, amount]) => amount !== 0));
const sound = (story: OrderStory, finished = false) => verify(lines(story), () => finished);

describe("what is sold for how much", () => {
  it("R46 one hundred dollars pay eighty, without charge and tax", () => {
    const { terms } = aPlacedOrder({ price: 100_00, charge: 9_95, tax: 8_88 }).state;
    expect(terms).toMatchObject({ price: 100_00, payout: 80_00, total: 118_83 });
  });

  it("R46 R47 payout and brand's share always make the price, rounded half up", () => {
    fc.assert(
      fc.property(prices, shares, (price, sellerShare) => {
        const program = aProgram({ sellerShare });
        const { payout } = aPlacedOrder({ program, price }).state.terms;
        const exact = (BigInt(price) * BigInt(sellerShare) * 2n + 10_000n) / 20_000n;
        expect(BigInt(payout)).toBe(exact);
        expect(payout).toBeLessThanOrEqual(price);
      }),
      tries(300),
    );
  });

  it("R17 the brand's own stock pays nobody, and all of it is the brand's", () => {
    const order = aConfirmedOrder({ seller: theBrand });
    expect(order.state.payout._tag).toBe("Never");
    expect(balances(order)).toEqual({ Cash: 118_83, BrandShare: -100_00, Shipping: -9_95, Tax: -8_88 });
    given(order).when(system, issued).thenFacts();
  });
});

describe("the journal", () => {
  it.each([
    ["placed, and not paid", aPlacedOrder, {}],
    ["paid", aPaidOrder, { Cash: 118_83, Held: -118_83 }],
    [
      "confirmed",
      aConfirmedOrder,
      { Cash: 118_83, PayoutDue: -80_00, BrandShare: -20_00, Shipping: -9_95, Tax: -8_88 },
    ],
    [
      "confirmed by silence",
      anOrderConfirmedBySilence,
      { Cash: 118_83, PayoutDue: -80_00, BrandShare: -20_00, Shipping: -9_95, Tax: -8_88 },
    ],
    [
      "paid out",
      () => aConfirmedOrder().give(system, issued),
      { Cash: 118_83, StoreCredit: -80_00, BrandShare: -20_00, Shipping: -9_95, Tax: -8_88 },
    ],
    ["cancelled", aCancelledOrder, { Cash: 118_83, RefundDue: -118_83 }],
    ["cancelled and refunded", () => aCancelledOrder().give(system, refunded), {}],
    ["upheld and refunded", () => anUpheldDispute().give(system, refunded), {}],
  ] as const)("R53 of an order %s", (_, make, expected) => {
    const story: OrderStory = make();
    expect(balances(story)).toEqual(expected);
    expect(sound(story)).toEqual([]);
  });

  it("R53 verify finds what cannot be", () => {
    const line = (account: Account, amount: number, version = 1): BookedLine => ({
      order: "o",
      version,
      account,
      amount,
    });
    const problems = (...booked: ReadonlyArray<BookedLine>) =>
      verify(booked, () => true).map(({ problem }) => problem);
    expect(problems(line("Cash", 100), line("Held", -99))).toContain(
      "the lines of event 1 come to 1 cents, not to zero",
    );
    expect(problems(line("Cash", 100), line("Held", -100))).toEqual([
      "finished, and still holds or owes money",
    ]);
    expect(problems(line("Held", 5), line("Cash", -5))).toContain(
      "more was taken out of what is held than was put in",
    );
    expect(problems(line("PayoutDue", 5), line("StoreCredit", -5))).toEqual([
      "more was paid out than was due",
    ]);
    expect(problems(line("RefundDue", 5), line("Cash", -5))).toContain("more was refunded than was due");
    expect(problems(line("StoreCredit", -5), line("RefundDue", -5), line("Cash", 10))).toContain(
      "both a payout and a refund",
    );
    expect(
      problems(
        line("BrandShare", -5),
        line("RefundDue", -5),
        line("Cash", 10),
        line("RefundDue", 5, 2),
        line("Cash", -5, 2),
      ),
    ).toEqual(["both earned and refunded"]);
  });
});

describe("the payout", () => {
  it.each([
    ["confirmed", aConfirmedOrder],
    ["confirmed by silence", anOrderConfirmedBySilence],
    ["rejected", aRejectedDispute],
  ] as const)("R48 of an order %s is issued once", (_, make) => {
    const story = make();
    expect(story.state.payout).toMatchObject({ _tag: "Pending", amount: 80_00 });
    given(story).when(system, issued).thenFacts("PayoutIssued").thenTasks("PayoutOnItsWay");
    given(story.give(system, issued)).when(system, issued).thenFacts();
  });

  it("R48 one that fails is shown, and repeated by an operator", () => {
    const failed = aConfirmedOrder().give(system, {
      _tag: "RecordPayoutFailed",
      reason: "unknown address",
      definite: true,
    });
    expect(failed.machine.index(failed.state).operatorTasks).toEqual(["PayoutFailed"]);
    given(failed)
      .when(asSupport, { _tag: "Repeat", what: "Payout" })
      .thenState("Confirmed", { payout: { _tag: "Pending", refusals: 1 } })
      .thenTasks("IssueCredit");
  });

  it("R48 an answer heard late issues it all the same", () => {
    const failed = aConfirmedOrder().give(system, {
      _tag: "RecordPayoutFailed",
      reason: "timeout",
      definite: false,
    });
    given(failed).when(system, issued).thenFacts("PayoutIssued");
    given(failed.give(system, issued))
      .when(system, { _tag: "RecordPayoutFailed", reason: "late", definite: true })
      .thenFacts();
  });

  it("R49 issued, it is final: no command gives the buyer anything back", () => {
    const paid = aConfirmedOrder().give(system, issued);
    given(paid).when(asSupport, cancelCommand("Other")).thenRefusal("WrongState");
    given(paid)
      .when(asSupport, { _tag: "DecideDispute", upheld: true, text: "late" })
      .thenRefusal("WrongState");
    given(paid).when(asSupport, { _tag: "ReleasePayout" }).thenRefusal("PayoutFinal");
    given(paid).when(system, refunded).thenRefusal("WrongState");
  });

  it("R48 the state and the facts hold no code of a card", () => {
    const paid = aConfirmedOrder().give(system, issued);
    const { payout } = paid.state;
    expect(Object.keys(payout).sort()).toEqual(["_tag", "amount", "at", "reference", "to"]);
  });
});

describe("the refund", () => {
  it("R51 is everything the buyer paid, once", () => {
    const order = aCancelledOrder();
    expect(order.state.refund).toMatchObject({ _tag: "Wanted", amount: 118_83 });
    given(order).when(system, refunded).thenFacts("Refunded");
    given(order.give(system, refunded)).when(system, refunded).thenFacts();
    expect(sound(order.give(system, refunded), true)).toEqual([]);
  });

  it("R51 a parcel that never arrived is refunded, and its unit may be listed anew", () => {
    const stalled = anOrderInTransit().after(11 * 24 * HOUR);
    given(stalled)
      .when(asSupport, cancelCommand("NeverArrived"))
      .thenState("Cancelled", { refund: { _tag: "Wanted" } })
      .thenTasks("CloseListing", "SaleCancelled", "OrderCancelled", "RefundOrder");
  });

  it("one that fails is shown, and repeated by an operator", () => {
    const failed = aCancelledOrder().give(system, {
      _tag: "RecordRefundFailed",
      reason: "down",
      definite: false,
    });
    expect(failed.machine.index(failed.state).operatorTasks).toContain("RefundFailed");
    given(failed).when(asSupport, { _tag: "Repeat", what: "Refund" }).thenTasks("RefundOrder");
  });
});

describe("orders and charges", () => {
  it("R27 a capture that fails undoes the order: nothing is owed", () => {
    const undone = aPlacedOrder().give(system, { _tag: "RecordUnpaid", reason: "the hold has lapsed" });
    expect(undone.state).toMatchObject({ _tag: "Cancelled", refund: { _tag: "None" } });
    expect(balances(undone)).toEqual({});
    given(undone).when(system, { _tag: "RecordUnpaid", reason: "again" }).thenFacts();
  });

  it("R27 a capture that came through after all goes straight back", () => {
    const undone = aPlacedOrder().give(system, { _tag: "RecordUnpaid", reason: "unknown" });
    given(undone)
      .when(system, { _tag: "RecordPaid" })
      .thenFacts("Paid", "RefundFellDue")
      .thenTasks("RefundOrder");
    const back = undone.give(system, { _tag: "RecordPaid" }).give(system, refunded);
    expect(sound(back, true)).toEqual([]);
  });

  it("R27 an order cancelled before the charge gives the charge back when it comes", () => {
    const early = aPlacedOrder().give(asSupport, cancelCommand());
    expect(early.state.refund._tag).toBe("None");
    given(early)
      .when(system, { _tag: "RecordPaid" })
      .thenState("Cancelled", { refund: { _tag: "Wanted" } });
  });

  it("R27 paid is paid: told twice, or denied later, it stays so", () => {
    given(aPaidOrder()).when(system, { _tag: "RecordPaid" }).thenFacts();
    given(aPaidOrder()).when(system, { _tag: "RecordUnpaid", reason: "late" }).thenFacts();
  });

  it("R54 nobody but the engine speaks of money", () => {
    for (const actor of [asBuyer, asSupport, asPaymentProvider]) {
      given(aPlacedOrder())
        .when(actor, { _tag: "RecordPaid" })
        .thenRefusal("NotAllowed", { allowed: ["System"] });
      given(aDeliveredOrder()).when(actor, issued).thenRefusal("NotAllowed");
    }
  });
});
