import type { Tagged } from "@resale/core";
import { type Actor, explain, HOUR, type OrderIn } from "@resale/core";
import {
  aConfirmedOrder,
  aDeliveredOrder,
  aLiveListing,
  anOrderAwaitingShipment,
  anOrderInTransit,
  aSubmittedListing,
  asBuyer,
  asReviewer,
  asSeller,
  asStranger,
  asSupport,
  asVisitor,
  type Story,
  theBrand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const told = <S extends Tagged, C extends Tagged, E extends Tagged, N extends string>(
  story: Story<S, C, E, N>,
  actor: Actor,
) => explain(story.machine, story.id, story.state, story.context(actor));

const because = (explanation: ReturnType<typeof explain>, command: string) =>
  explanation.closed.find((entry) => entry.command === command)?.because;

describe("R58 explain", () => {
  it("R58 says what is open to whom", () => {
    const delivered = aDeliveredOrder();
    expect(told(delivered, asBuyer).open).toEqual(["Confirm", "OpenDispute", "Rate"]);
    expect(told(delivered, asSeller).open).toEqual([]);
    expect(told(aSubmittedListing(), asReviewer).open).toEqual(["Approve", "Deny", "RequestChanges"]);
    expect(told(aLiveListing(), asSeller).open).toEqual(["Edit", "Withdraw"]);
    expect(told(anOrderAwaitingShipment(), asSeller).open).toEqual(["BookPickup"]);
    expect(told(anOrderAwaitingShipment(), asSupport).open).toEqual(["BookPickup", "Cancel"]);
  });

  it("R58 says why the others are not", () => {
    const moving = told(anOrderInTransit(), asBuyer);
    expect(because(moving, "Confirm")).toEqual({
      _tag: "WrongState",
      command: "Confirm",
      state: "InTransit",
      openIn: ["Delivered"],
    });
    expect(because(moving, "Cancel")).toMatchObject({
      _tag: "NotAllowed",
      actor: "Buyer",
      allowed: ["Support"],
    });
    expect(because(told(aDeliveredOrder({ seller: theBrand }), asBuyer), "Rate")).toEqual({
      _tag: "NoSellerToRate",
    });
    expect(because(told(anOrderAwaitingShipment(), asSupport), "CancelPickup")).toMatchObject({
      _tag: "NothingToRepeat",
    });
  });

  it("R58 every deadline with its reckoning, the next one first", () => {
    const awaiting = anOrderAwaitingShipment();
    const { deadlines } = told(awaiting, asSeller);
    expect(deadlines.map(({ timer }) => timer)).toEqual(["reminder", "update", "shipBy"]);
    expect(deadlines.at(-1)?.deadline).toEqual(awaiting.state.shipBy);
    for (const { deadline, outcome } of deadlines) {
      expect(deadline.at).toBeGreaterThan(awaiting.now);
      expect(deadline.reckoning.from).toBeLessThanOrEqual(awaiting.now);
      expect(outcome).toMatch(/\.$/);
    }
  });

  it("R58 says what happens if nobody acts", () => {
    const delivered = aDeliveredOrder();
    const { window } = delivered.state as OrderIn<"Delivered">;
    expect(told(delivered, asBuyer).ifNobodyActs?.timer).toBe("closing");
    expect(told(delivered.after(50 * HOUR), asBuyer).ifNobodyActs).toEqual({
      timer: "acceptance",
      deadline: window,
      outcome: "Silence counts as confirmation, and the seller is paid.",
    });
    expect(told(aConfirmedOrder(), asBuyer).ifNobodyActs).toBeNull();
  });

  it("R58 R54 to a stranger nothing is open, and nothing is there", () => {
    for (const actor of [asStranger, asVisitor]) {
      const { open, closed } = told(aDeliveredOrder(), actor);
      expect(open).toEqual([]);
      for (const entry of closed) expect(entry.because).toMatchObject({ _tag: "NotFound", subject: "order" });
    }
  });

  it("R58 does not speak of what only machines say", () => {
    const { open, closed } = told(aDeliveredOrder(), asSupport);
    const listing = told(aLiveListing(), asSeller);
    expect([...listing.open, ...listing.closed.map(({ command }) => command)]).not.toContain("Start");
    for (const command of ["RecordScans", "RecordPaid", "RecordMail", "RecordChargeback", "Place"]) {
      expect([...open, ...closed.map((entry) => entry.command)]).not.toContain(command);
    }
  });
});
