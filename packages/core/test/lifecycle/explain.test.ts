import type { Tagged } from "@resale/core";
import { type Actor, explain, HOUR, type OrderIn } from "@resale/core";
import {
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLiveListing,
  anOrderAwaitingShipment,
  anOrderInTransit,
  anOverdueOrder,
  aPaidOrder,
  aSubmittedListing,
  asBuyer,
  asPaymentProvider,
  asReviewer,
  asSeller,
  asStranger,
  asSupport,
  asVisitor,
  type OrderStory,
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
      outcome: "Your silence counts as confirmation, and the seller is paid.",
    });
    expect(told(aConfirmedOrder(), asBuyer).ifNobodyActs).toBeNull();
  });

  it("R58 speaks to the buyer and the seller of themselves, and to the operators of both", () => {
    const outcomesOf = (story: OrderStory, actor: Actor) =>
      Object.fromEntries(told(story, actor).deadlines.map(({ timer, outcome }) => [timer, outcome]));
    const awaiting = anOrderAwaitingShipment();
    expect(outcomesOf(awaiting, asBuyer)).toEqual({
      reminder: "The seller is reminded to ship.",
      update: "You hear how the order stands.",
      shipBy: "The order is overdue: we may cancel it, the seller may still ship.",
    });
    expect(outcomesOf(awaiting, asSeller)).toEqual({
      reminder: "You are reminded to ship.",
      update: "The buyer hears how the order stands.",
      shipBy: "The order is overdue: we may cancel it, you may still ship.",
    });
    expect(outcomesOf(awaiting, asSupport)).toEqual({
      reminder: "The seller is reminded to ship.",
      update: "The buyer hears how the order stands.",
      shipBy: "The order is overdue: the brand may cancel it, the seller may still ship.",
    });
    const everyOrder = [
      aPaidOrder,
      anOrderAwaitingShipment,
      anOverdueOrder,
      anOrderInTransit,
      aDeliveredOrder,
      aDisputedOrder,
    ];
    for (const order of everyOrder.map((make) => make())) {
      const [buyers, sellers] = [outcomesOf(order, asBuyer), outcomesOf(order, asSeller)].map((one) =>
        Object.values(one).join(" "),
      );
      expect(buyers).not.toMatch(/the buyer|operator|the brand/i);
      expect(sellers).not.toMatch(/the seller|operator|the brand/i);
    }
    const { deadlines } = told(aSubmittedListing(), asSeller);
    expect(deadlines.map(({ outcome }) => outcome).join()).not.toContain("operator");
  });

  it("R43 R50 promises the seller no money that the buyer's bank holds, nor any for the brand's own", () => {
    const asked = (outcome: "Open" | "Lost" | "Won") => ({ _tag: "RecordChargeback", outcome }) as const;
    const open = aDeliveredOrder().give(asPaymentProvider, asked("Open"));
    const silenceOf = (story: OrderStory, actor: Actor) =>
      told(story, actor).deadlines.find(({ timer }) => timer === "acceptance")?.outcome;
    const held = "your payout is held while the buyer's bank decides about the payment.";
    expect(silenceOf(open, asSeller)).toBe(`The buyer's silence counts as confirmation; ${held}`);
    for (const story of [open, open.give(asPaymentProvider, asked("Lost"))]) {
      for (const actor of [asBuyer, asSeller, asSupport]) {
        expect(silenceOf(story, actor)).not.toMatch(/(seller is|you are) paid/);
      }
    }
    const won = open.give(asPaymentProvider, asked("Won"));
    expect(silenceOf(won, asSeller)).toBe("The buyer's silence counts as confirmation, and you are paid.");
    expect(silenceOf(aDeliveredOrder({ seller: theBrand }), asBuyer)).toBe(
      "Your silence counts as confirmation.",
    );
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
