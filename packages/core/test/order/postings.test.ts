import { type CreditReference, HOUR, type OrderCommand, system } from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  anUpheldDispute,
  asBuyer,
  asPaymentProvider,
  asSupport,
  type OrderStory,
  theBrand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const issued: OrderCommand = {
  _tag: "RecordPayout",
  reference: "gc_1" as CreditReference,
  to: "ada@example.com",
};
const chargeback = (outcome: "Open" | "Lost"): OrderCommand => ({ _tag: "RecordChargeback", outcome });
const lost = (story: OrderStory) =>
  story.give(asPaymentProvider, chargeback("Open")).give(asPaymentProvider, chargeback("Lost"));

/** The lines that the last fact which moved money has written. */
const last = (story: OrderStory): Readonly<Record<string, number>> => {
  const version = Math.max(...story.journal.map((line) => line.version));
  const lines = story.journal.filter((line) => line.version === version);
  return Object.fromEntries(lines.map(({ account, amount }) => [account, amount]));
};

describe("the journal's lines", () => {
  it.each([
    [
      "a confirmed sale is divided",
      aConfirmedOrder,
      { Held: 11883, PayoutDue: -8000, BrandShare: -2000, Shipping: -995, Tax: -888 },
    ],
    [
      "a payout becomes store credit",
      () => aConfirmedOrder().give(system, issued),
      { StoreCredit: -8000, PayoutDue: 8000 },
    ],
    ["a refund is owed", aCancelledOrder, { RefundDue: -11883, Held: 11883 }],
    [
      "a refund goes out",
      () => aCancelledOrder().give(system, { _tag: "RecordRefund" }),
      { Cash: -11883, RefundDue: 11883 },
    ],
    ["a lost chargeback is a loss", () => lost(aConfirmedOrder()), { Cash: -11883, Loss: 11883 }],
    [
      "a payout that is dropped makes the loss smaller",
      () => lost(aConfirmedOrder()).give(asSupport, { _tag: "DropPayout" }),
      { Loss: -8000, PayoutDue: 8000 },
    ],
    [
      "a payout that was dropped, and issued all the same, is a loss again",
      () => lost(aConfirmedOrder()).give(asSupport, { _tag: "DropPayout" }).give(system, issued),
      { StoreCredit: -8000, Loss: 8000 },
    ],
    [
      "a refund that the bank has made is no loss any more",
      () => lost(anUpheldDispute()),
      { Loss: -11883, RefundDue: 11883 },
    ],
  ] as const)("R53 %s", (_, told, expected) => {
    expect(last(told())).toEqual(expected);
  });

  it("R53 a line of nothing is not written", () => {
    const free = aDeliveredOrder({ charge: 0, tax: 0 }).give(asBuyer, { _tag: "Confirm" }, HOUR);
    expect(last(free)).toEqual({ Held: 10000, PayoutDue: -8000, BrandShare: -2000 });
    const own = aDeliveredOrder({ seller: theBrand, tax: 0 }).give(asBuyer, { _tag: "Confirm" }, HOUR);
    expect(last(own)).toEqual({ Held: 10995, BrandShare: -10000, Shipping: -995 });
  });
});
