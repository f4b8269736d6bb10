import { orderView, system } from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  anOrderConfirmedBySilence,
  anOrderInTransit,
  anUnverifiedOrder,
  anUpheldDispute,
  aPlacedOrder,
  aRejectedDispute,
  asSupport,
  cancelCommand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const arrival = aDeliveredOrder({ id: "arrival" });
const ended = {
  "the buyer confirmed": aConfirmedOrder,
  "silence confirmed": anOrderConfirmedBySilence,
  "a dispute was upheld": anUpheldDispute,
  "a dispute was rejected": aRejectedDispute,
};
const after = { "it was delivered": aDeliveredOrder, "the buyer disputed": aDisputedOrder, ...ended };

describe("what is told of an order", () => {
  it.each(Object.entries(after))("R40 when it arrived, as the carrier says it, after %s", (_, begin) => {
    expect(orderView(begin().state, "Buyer").deliveredAt).toBe(arrival.now);
  });

  it("R38 no arrival that was never certain, once the order is cancelled", () => {
    const unverified = anUnverifiedOrder();
    expect(orderView(unverified.state, "Buyer").deliveredAt).not.toBeNull();
    const cancelled = unverified.give(asSupport, cancelCommand("NeverArrived"));
    expect(orderView(cancelled.state, "Buyer").deliveredAt).toBeNull();
  });

  it.each(Object.entries({ ...ended, "it was cancelled": aCancelledOrder }))(
    "R55 when it came to its end, after %s",
    (_, begin) => {
      const story = begin();
      expect(orderView(story.state, "Seller").endedAt).toBe(story.now);
    },
  );

  it("R52 nothing to the seller of what the bank says of the buyer's card", () => {
    const reason = "insufficient funds";
    const { state } = aPlacedOrder().give(system, { _tag: "RecordUnpaid", reason });
    const code = "PaymentFailed";
    expect(orderView(state, "Seller").cancelled).toEqual({ code, text: "" });
    for (const role of ["Buyer", "Support"] as const) {
      expect(orderView(state, role).cancelled).toEqual({ code, text: reason });
    }
    const cancelled = aCancelledOrder().state;
    expect(orderView(cancelled, "Seller").cancelled).toEqual(orderView(cancelled, "Buyer").cancelled);
  });

  it("R55 and no end before there is one", () => {
    for (const begin of [anOrderInTransit, aDeliveredOrder, aDisputedOrder]) {
      expect(orderView(begin().state, "Seller").endedAt).toBeNull();
    }
  });
});
