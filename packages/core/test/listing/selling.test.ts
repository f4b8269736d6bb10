import { type ListingIn, MINUTE, plus, system } from "@resale/core";
import {
  aClosedListing,
  aLiveListing,
  aReservedListing,
  aSoldListing,
  asBuyer,
  checkoutId,
  freshId,
  holdUntil,
  orderId,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const other = checkoutId(freshId());
const order = orderId(freshId());

describe("holding and selling", () => {
  it("R21 a checkout holds the piece for fifteen minutes", () => {
    const { state, now } = aReservedListing();
    expect((state as ListingIn<"Reserved">).until.at).toBe(plus(now, 15 * MINUTE));
  });

  it.each([
    [-1, "Reserved"],
    [0, "Live"],
    [1, "Live"],
  ] as const)("R21 at the end of the hold %+i ms it is %s", (milliseconds, state) => {
    const reserved = aReservedListing();
    const { until } = reserved.state as ListingIn<"Reserved">;
    given(reserved)
      .whenNothingHappensFor(until.at - reserved.now + milliseconds)
      .thenState(state);
  });

  it("R21 R41 a sale at the end of the hold comes too late", () => {
    const reserved = aReservedListing();
    const { until, checkout } = reserved.state as ListingIn<"Reserved">;
    const left = until.at - reserved.now;
    given(reserved)
      .when(system, { _tag: "Sell", checkout, order }, left - 1)
      .thenFacts("Sold");
    given(reserved)
      .when(system, { _tag: "Sell", checkout, order }, left)
      .thenRefusal("WrongState", { state: "Live" });
  });

  it("R21 only who holds it sells it or lets it go", () => {
    const reserved = aReservedListing();
    given(reserved)
      .when(system, { _tag: "Sell", checkout: other, order })
      .thenRefusal("NotFound", { subject: "checkout", id: other });
    given(reserved)
      .when(system, { _tag: "Release", checkout: other })
      .thenRefusal("NotFound", { subject: "checkout", id: other });
    const { checkout } = reserved.state as ListingIn<"Reserved">;
    given(reserved).when(system, { _tag: "Release", checkout }).thenState("Live");
  });

  it("R21 what is held, or sold, can't be held by another", () => {
    const reserve = {
      _tag: "Reserve",
      checkout: other,
      until: holdUntil(aLiveListing().program, aLiveListing().now),
    } as const;
    given(aReservedListing())
      .when(system, reserve)
      .thenRefusal("WrongState", { state: "Reserved", openIn: ["Live"] });
    given(aSoldListing()).when(system, reserve).thenRefusal("WrongState", { state: "Sold" });
  });

  it("R24 one listing, one order: once sold it is sold to nobody else", () => {
    given(aSoldListing()).when(system, { _tag: "Sell", checkout: other, order }).thenRefusal("WrongState");
  });

  it("R20 shoppers see that somebody holds it", () => {
    const { machine, state, program } = aReservedListing();
    expect(machine.catalogue?.(state, program)).toMatchObject({ reserved: true });
  });

  it("R51 it is closed by its own order, well or undone", () => {
    given(aSoldListing())
      .when(system, { _tag: "Close", order, completed: true })
      .thenRefusal("NotFound", { subject: "order", id: order });
    expect(aClosedListing().state).toMatchObject({ completed: true });
    expect(aClosedListing({ completed: false }).state).toMatchObject({ completed: false });
  });

  it("R2 a mail that was sent is kept, with the address it went to", () => {
    const live = aLiveListing();
    const mail = { mail: "ListingApproved", occurrence: 1, to: "ada@new.example" };
    const told = live.give(system, { _tag: "RecordMail", ...mail });
    expect(told.state).toBe(live.state);
    expect(told.history.at(-1)?.event).toEqual({ _tag: "MailSent", ...mail, at: live.now });
  });

  it("R54 buyers hold nothing by themselves", () => {
    const { program, now } = aLiveListing();
    given(aLiveListing())
      .when(asBuyer, { _tag: "Reserve", checkout: other, until: holdUntil(program, now) })
      .thenRefusal("NotFound");
  });
});
