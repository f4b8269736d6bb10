import {
  CancelReason,
  type CivilDate,
  type CreditReference,
  DAY,
  HOUR,
  type OrderCommand,
  plus,
  type TrackingNumber,
} from "@resale/core";
import { aLabel, aScan, mailCommand, type OrderStory, placeCommand, TRACKING } from "../builders/orders.ts";
import type { Dice } from "./Dice.ts";
import { SCAN_STATUSES } from "./scans.ts";

type Tag = OrderCommand["_tag"];

/** The tracking number of a way back. */
export const RETURN_TRACKING = "9400100000000000000002" as TrackingNumber;

type Failure = Extract<OrderCommand, { readonly reason: string }>;
type GivenUp = Omit<Extract<OrderCommand, { readonly definite: boolean }>, "_tag"> & { readonly _tag: Tag };

const reason = "refused by the provider";

const scans = (story: OrderStory, dice: Dice): OrderCommand => {
  const [first, ...others] = SCAN_STATUSES;
  const scan = () => {
    const ago = dice.pick([0, HOUR, 2 * HOUR, DAY, 6 * DAY, 20 * DAY]);
    const usual = dice.pick(["Accepted", "InTransit", "Delivered", "Lost"] as const);
    const status = dice.chance(40) && first !== undefined ? dice.pick([first, ...others]) : usual;
    return aScan(status, plus(story.now, -ago), dice.pick(["94105", undefined, "10001"]));
  };
  return {
    _tag: "RecordScans",
    tracking: dice.pick([TRACKING, TRACKING, RETURN_TRACKING, "9999999999" as TrackingNumber]),
    scans: Array.from({ length: 1 + dice.below(3) }, scan),
  };
};

const kinds = ["NotAsDescribed", "NotReceived", "Damaged", "WrongItem", "NotAuthentic", "Nonsense"] as const;

/** A command of this kind for an order, with contents as the dice have them: most fit, some do not. */
export const orderCommandOf = (tag: Tag, story: OrderStory, dice: Dice): OrderCommand => {
  switch (tag) {
    case "Place":
      return placeCommand(story.id);
    case "RecordUnpaid":
    case "RecordLabelRefundRefused":
    case "RecordPickupRefused":
      return { _tag: tag, reason } satisfies Pick<Failure, "_tag" | "reason"> as OrderCommand;
    case "RecordLabelFailed":
    case "RecordPayoutFailed":
    case "RecordRefundFailed":
    case "RecordReturnLabelFailed":
      return { _tag: tag, reason, definite: dice.chance(50) } satisfies GivenUp as OrderCommand;
    case "RecordLabel":
      return { _tag: tag, label: aLabel(story.now) };
    case "RecordReturnLabel":
      return { _tag: tag, label: aLabel(story.now, RETURN_TRACKING) };
    case "BookPickup":
      return { _tag: tag, date: "2026-11-05" as CivilDate };
    case "RecordPickup":
      return { _tag: tag, confirmation: "WTC123" };
    case "RecordScans":
      return scans(story, dice);
    case "Cancel":
      return { _tag: tag, reason: { code: dice.pick([...CancelReason.literals, "Whim"]), text: "" } };
    case "OpenDispute":
      return { _tag: tag, kind: dice.pick(kinds), text: "It is torn.", photos: [] };
    case "DecideDispute":
      return { _tag: tag, upheld: dice.chance(50), text: "We have looked at it." };
    case "Rate":
      return { _tag: tag, stars: dice.below(8), text: null };
    case "ModerateRating":
      return { _tag: tag, publish: dice.chance(50) };
    case "RecordPayout":
      return { _tag: tag, reference: "gc_1" as CreditReference, to: "ada@example.com" };
    case "RecordChargeback":
      return { _tag: tag, outcome: dice.pick(["Open", "Won", "Lost"]) };
    case "Repeat":
      return { _tag: tag, what: dice.pick(["Label", "LabelRefund", "Payout", "Refund", "Return"]) };
    case "RecordMail":
      return mailCommand(dice.pick(["ItemSold", "RefundAndReturnLabel", "TransitUpdate"]));
    default:
      return { _tag: tag };
  }
};
