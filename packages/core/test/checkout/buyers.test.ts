import { checkoutMachine, system } from "@resale/core";
import {
  aBuyer,
  aHeldCheckout,
  asBuyer,
  asPaymentProvider,
  asReviewer,
  asSeller,
  asStranger,
  asSupport,
  asVisitor,
  aWantedPiece,
  orderId,
  payCommand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const wanted = [aWantedPiece({ order: "o-1" }), aWantedPiece({ order: "o-2" })];
const guests = aHeldCheckout({ buyer: aBuyer({ member: null }), wanted });
const members = aHeldCheckout({ wanted });
const guestOf = (order: string) => ({ _tag: "Guest", order: orderId(order) }) as const;

describe("whose a checkout is", () => {
  it.each([
    ["somebody not signed in", asVisitor, "Buyer", undefined],
    ["the member who opened it", asBuyer, "Buyer", "Buyer"],
    ["another member", asStranger, "Buyer", undefined],
    ["the seller of its piece", asSeller, "Buyer", undefined],
    ["a guest with the link of its first order", guestOf("o-1"), "Buyer", "Buyer"],
    ["a guest with the link of its second order", guestOf("o-2"), "Buyer", "Buyer"],
    ["a guest with another order's link", guestOf("o-3"), undefined, undefined],
    ["a reviewer", asReviewer, "Reviewer", "Reviewer"],
    ["support", asSupport, "Support", "Support"],
    ["the payment provider", asPaymentProvider, "PaymentProvider", "PaymentProvider"],
    ["the engine", system, "System", "System"],
  ])("R26 R54 %s: of a guest's, of a member's", (_, actor, ofGuests, ofMembers) => {
    expect(checkoutMachine.roleOf(guests.state, actor)).toBe(ofGuests);
    expect(checkoutMachine.roleOf(members.state, actor)).toBe(ofMembers);
  });

  it("R26 R54 a guest's is paid by whoever holds its key, also once they have signed in; a member's by that member alone", () => {
    given(guests).when(asStranger, payCommand).thenState("Paying");
    given(members).when(asVisitor, payCommand).thenRefusal("NotFound", { subject: "checkout" });
    given(members)
      .when(asSupport, payCommand)
      .thenRefusal("NotAllowed", { actor: "Support", allowed: ["Buyer"] });
  });
});
