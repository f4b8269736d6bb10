import { type CivilDate, type CreditReference, HOUR, type OrderCommand, system } from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aLabel,
  aLabelledOrder,
  anOrderAwaitingShipment,
  anUpheldDispute,
  aPaidOrder,
  aPlacedOrder,
  asPaymentProvider,
  asSeller,
  asSupport,
  cancelCommand,
  mailCommand,
  type OrderStory,
} from "@resale/testkit";
import { RETURN_TRACKING } from "@resale/testkit/arbitraries";
import { describe, it } from "vitest";
import { given } from "../given.ts";

const date = "2026-11-04" as CivilDate;
const refused = { reason: "no", definite: true } as const;
const issued: OrderCommand = {
  _tag: "RecordPayout",
  reference: "gc_1" as CreditReference,
  to: "ada@example.com",
};
const returnLabel = ({ now }: OrderStory): OrderCommand => ({
  _tag: "RecordReturnLabel",
  label: aLabel(now, RETURN_TRACKING),
});

const asked = () => anOrderAwaitingShipment().give(asSeller, { _tag: "BookPickup", date });
const booked = () => asked().give(system, { _tag: "RecordPickup", confirmation: "WTC1" });
const returning = () => {
  const upheld = anUpheldDispute();
  return upheld.give(system, returnLabel(upheld));
};
const lostWhileHeld = () =>
  aConfirmedOrder()
    .give(asPaymentProvider, { _tag: "RecordChargeback", outcome: "Open" })
    .give(asPaymentProvider, { _tag: "RecordChargeback", outcome: "Lost" });

/** What providers tell twice, or of what nobody asks any more. */
const late: ReadonlyArray<readonly [string, () => OrderStory, OrderCommand]> = [
  ["a label, twice", aLabelledOrder, { _tag: "RecordLabel", label: aLabel(aLabelledOrder().now) }],
  ["no label, of one that was bought", aLabelledOrder, { _tag: "RecordLabelFailed", ...refused }],
  ["no label, before one is wanted", aPlacedOrder, { _tag: "RecordLabelFailed", ...refused }],
  [
    "a label given back, twice",
    () => aCancelledOrder().give(system, { _tag: "RecordLabelRefunded" }),
    { _tag: "RecordLabelRefunded" },
  ],
  [
    "a label not taken back, of one that was",
    () => aCancelledOrder().give(system, { _tag: "RecordLabelRefunded" }),
    { _tag: "RecordLabelRefundRefused", reason: "used" },
  ],
  ["a pickup, twice", booked, { _tag: "RecordPickup", confirmation: "WTC2" }],
  ["a pickup that nobody asked for", aLabelledOrder, { _tag: "RecordPickup", confirmation: "WTC2" }],
  ["no pickup, of one that was booked", booked, { _tag: "RecordPickupRefused", reason: "full" }],
  ["a pickup called off, which nobody called off", booked, { _tag: "RecordPickupCancelled" }],
  [
    "no payout, of one that was issued",
    () => aConfirmedOrder().give(system, issued),
    { _tag: "RecordPayoutFailed", ...refused },
  ],
  ["no payout, of one that is held", lostWhileHeld, { _tag: "RecordPayoutFailed", ...refused }],
  [
    "a refund of what was never paid",
    () => aPlacedOrder().give(asSupport, cancelCommand()),
    { _tag: "RecordRefund" },
  ],
  [
    "no refund, of one that was made",
    () => aCancelledOrder().give(system, { _tag: "RecordRefund" }),
    { _tag: "RecordRefundFailed", ...refused },
  ],
  ["a return label, twice", returning, returnLabel(returning())],
  ["no return label, of one that was bought", returning, { _tag: "RecordReturnLabelFailed", ...refused }],
  [
    "a return label for what need not come back",
    () => anUpheldDispute({ kind: "NotReceived" }),
    returnLabel(anUpheldDispute()),
  ],
];

describe("what is told twice, or too late", () => {
  it.each(late)("changes nothing: %s", (_, make, command) => {
    given(make()).when(system, command, HOUR).thenFacts();
  });

  it("R48 before the buyer is content no payout is heard of", () => {
    given(aDeliveredOrder()).when(system, issued).thenRefusal("WrongState");
  });
});

describe("a provider's answer that comes after a refusal", () => {
  it("R28 brings a label all the same", () => {
    const failed = aPaidOrder().give(system, { _tag: "RecordLabelFailed", ...refused });
    given(failed)
      .when(system, { _tag: "RecordLabel", label: aLabel(failed.now) })
      .thenFacts("LabelBought");
  });

  it("R45 brings a return label, or the refund, all the same", () => {
    const upheld = anUpheldDispute();
    const unlabelled = upheld.give(system, { _tag: "RecordReturnLabelFailed", ...refused });
    given(unlabelled).when(system, returnLabel(upheld)).thenFacts("ReturnLabelBought");
    const owing = upheld.give(system, { _tag: "RecordRefundFailed", ...refused });
    given(owing).when(system, { _tag: "RecordRefund" }).thenFacts("Refunded");
  });
});

describe("mails that begin a time", () => {
  it("R29 R45 begin it once, and only where there is a label", () => {
    given(aPaidOrder()).when(system, mailCommand("ItemSold")).thenFacts("MailSent");
    given(anUpheldDispute()).when(system, mailCommand("RefundAndReturnLabel")).thenFacts("MailSent");
    given(returning())
      .when(system, mailCommand("RefundAndReturnLabel"))
      .thenFacts("MailSent", "ReturnLabelMailed");
    given(returning().give(system, mailCommand("RefundAndReturnLabel")))
      .when(system, mailCommand("RefundAndReturnLabel"), HOUR)
      .thenFacts("MailSent");
    given(returning()).when(system, mailCommand("DisputeDecidedForBuyer")).thenFacts("MailSent");
    given(aLabelledOrder()).when(system, mailCommand("TransitUpdate")).thenFacts("MailSent");
  });
});
