import { checkoutView, preLoved, system } from "@resale/core";
import {
  aBuyer,
  aHeldCheckout,
  anAbandonedCheckout,
  anExpiredCheckout,
  aPayingCheckout,
  aPlacedCheckout,
  aProgram,
  asBuyer,
  aWantedPiece,
  payCommand,
  theBrand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const declined = { _tag: "RecordDeclined", attempt: 1, reason: "CardExpired" } as const;

describe("a checkout as its buyer sees it", () => {
  it("R17 R24 R52 names each line's seller: a member by the name that others see, the brand by its own", () => {
    const wanted = [
      aWantedPiece({ listing: "a", price: 100_00, charge: 9_95, tax: 8_88 }),
      aWantedPiece({ listing: "b", title: "Mercer Crossbody", seller: theBrand, sellerEmail: null, tax: 0 }),
    ];
    expect(checkoutView(aHeldCheckout({ wanted }).state).lines).toEqual([
      {
        listing: "a",
        title: "Jet Set Medium Tote",
        seller: "Ada L.",
        price: 100_00,
        charge: 9_95,
        tax: 8_88,
        total: 118_83,
      },
      {
        listing: "b",
        title: "Mercer Crossbody",
        seller: "MK Supply",
        price: 100_00,
        charge: 9_95,
        tax: 0,
        total: 109_95,
      },
    ]);
  });

  it("says why the last card was refused while it waits for another, and at no other time", () => {
    const refused = aPayingCheckout().give(system, declined);
    expect(checkoutView(refused.state)).toMatchObject({ state: "Held", declined: "CardExpired" });
    const others = [
      aHeldCheckout(),
      aPayingCheckout(),
      refused.give(asBuyer, payCommand),
      aPlacedCheckout(),
      anExpiredCheckout(),
      anAbandonedCheckout(),
    ];
    expect(others.map(({ state }) => [state._tag, checkoutView(state).declined])).toEqual([
      ["Held", null],
      ["Paying", null],
      ["Paying", null],
      ["Placed", null],
      ["Expired", null],
      ["Abandoned", null],
    ]);
  });

  it("R24 R27 names its orders once they are placed, and none before, nor where they never will be", () => {
    const wanted = [aWantedPiece({ order: "o-1" }), aWantedPiece({ order: "o-2" })];
    expect(checkoutView(aPlacedCheckout({ wanted }).state)).toMatchObject({
      state: "Placed",
      orders: ["o-1", "o-2"],
    });
    for (const begun of [aHeldCheckout, aPayingCheckout, anExpiredCheckout, anAbandonedCheckout]) {
      expect(checkoutView(begun({ wanted }).state).orders).toEqual([]);
    }
  });

  it("R21 says until when its pieces are held, and what they cost in the Program's currency", () => {
    const held = aHeldCheckout({ program: aProgram({ currency: "CAD" }), buyer: aBuyer() });
    const { id, total, until } = held.state;
    expect(checkoutView(held.state)).toMatchObject({ id, total, heldUntil: until, currency: "CAD" });
    expect(total).toBe(118_83);
    expect(checkoutView(aHeldCheckout().state).currency).toBe(preLoved.currency);
  });
});
