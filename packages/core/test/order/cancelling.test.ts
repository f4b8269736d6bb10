import { decide, type FieldFault, orderMachine, preLoved } from "@resale/core";
import {
  aDisputedOrder,
  anOrderAwaitingShipment,
  aPlacedOrder,
  aStalledOrder,
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

  it.each(["SellerCannotShip", "Other"])("R51 %s is taken before the deadline as well", (code) => {
    given(anOrderAwaitingShipment())
      .when(asSupport, cancelCommand(code))
      .thenFacts("Cancelled", "RefundFellDue")
      .thenState("Cancelled", { reason: { code } });
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
