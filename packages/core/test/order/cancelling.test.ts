import { decide, type FieldFault, type OrderCommand, orderMachine, PhotoId, preLoved } from "@resale/core";
import {
  aDeliveredOrder,
  aDisputedOrder,
  anOrderAwaitingShipment,
  aPlacedOrder,
  aStalledOrder,
  asBuyer,
  asSupport,
  cancelCommand,
  type OrderStory,
} from "@resale/testkit";
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const refused = (story: OrderStory, code: string): ReadonlyArray<FieldFault> => {
  const answer = story.decide(asSupport, cancelCommand(code));
  if (Result.isSuccess(answer) || answer.failure._tag !== "Invalid") throw new Error("it was not refused");
  return answer.failure.faults;
};

describe("why the brand undoes a sale", () => {
  it.each([
    ["that was not sent", anOrderAwaitingShipment, "NeverArrived", "NotShipped, SellerCannotShip, Other"],
    ["that is on its way", aStalledOrder, "NotShipped", "NeverArrived, Other"],
    ["for no reason that we know", aPlacedOrder, "Whim", "NotShipped, SellerCannotShip, Other"],
  ] as const)(
    "R31 R51 %s: the refusal names the field and the reasons that are taken",
    (_, told, code, taken) => {
      expect(refused(told(), code)).toEqual([{ field: "reason.code", problem: `is one of ${taken}` }]);
    },
  );

  it("R29 not for lateness before the seller's deadline or, without a label, the promise to the buyer", () => {
    const late = cancelCommand("NotShipped");
    const placed = aPlacedOrder();
    given(placed).when(asSupport, late).thenRefusal("DeadlineNotPassed", { deadline: placed.state.promise });
    const awaiting = anOrderAwaitingShipment();
    expect(awaiting.state.shipBy).not.toEqual(awaiting.state.promise);
    given(awaiting)
      .when(asSupport, late)
      .thenRefusal("DeadlineNotPassed", { deadline: awaiting.state.shipBy });
  });

  it.each(["SellerCannotShip", "Other"])("R51 %s is taken before the deadline as well", (code) => {
    given(anOrderAwaitingShipment())
      .when(asSupport, cancelCommand(code))
      .thenFacts("Cancelled", "RefundFellDue")
      .thenState("Cancelled", { reason: { code } });
  });
});

describe("a refusal of what a buyer says", () => {
  const faults = (story: OrderStory, command: OrderCommand): ReadonlyArray<FieldFault> => {
    const answer = story.decide(asBuyer, command);
    if (Result.isSuccess(answer) || answer.failure._tag !== "Invalid") throw new Error("it was not refused");
    return answer.failure.faults;
  };
  const photo = PhotoId.make("abcdefghijklmnopqrstuvwx");

  it("R44 names every field of a dispute that is at fault, and what would be taken", () => {
    const photos = Array.from({ length: preLoved.dispute.mostPhotos + 1 }, () => photo);
    const dispute = { _tag: "OpenDispute", kind: "TooBlue", text: "It is.", photos } as const;
    expect(faults(aDeliveredOrder(), dispute)).toEqual([
      {
        field: "kind",
        problem: "is one of NotAsDescribed, NotReceived, Damaged, WrongItem, NotAuthentic",
      },
      { field: "photos", problem: "holds at most 8 photos" },
    ]);
  });

  it.each([0, 1.5, 6])("R42 %d stars are none, and the refusal says which are", (stars) => {
    expect(faults(aDeliveredOrder(), { _tag: "Rate", stars, text: null })).toEqual([
      { field: "stars", problem: "is a whole number from 1 to 5" },
    ]);
  });
});

describe("an upheld dispute", () => {
  it("R45 of a kind that the Program does not name sends a return label, to be safe", () => {
    const { id, state, now } = aDisputedOrder({ kind: "NotReceived" });
    const [first, ...others] = preLoved.dispute.kinds.filter(({ key }) => key !== "NotReceived");
    if (first === undefined) throw new Error("the reference has but one kind");
    const program = { ...preLoved, dispute: { ...preLoved.dispute, kinds: [first, ...others] as const } };
    const context = { now, actor: asSupport, program };
    const command = { _tag: "DecideDispute", upheld: true, text: "You are right." } as const;
    const decision = decide(orderMachine, id, state, command, context);
    if (Result.isFailure(decision)) throw new Error(decision.failure._tag);
    expect(decision.success.facts[0]?.event).toMatchObject({ _tag: "DisputeUpheld", returns: true });
  });
});
