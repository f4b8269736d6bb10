import { type Cents, format } from "@resale/core";
import { words as cardWords } from "../../checkout/card/words.ts";
import { spaced } from "../../design/spaced.ts";
import { words as orderWords } from "../../order/words.ts";

type Facts = Readonly<Record<string, unknown>>;

const isFacts = (value: unknown): value is Facts => typeof value === "object" && value !== null;

export const tagOf = (value: unknown): string =>
  isFacts(value) && typeof value["_tag"] === "string" ? value["_tag"] : "";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const inside = (value: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>((part, key) => (isFacts(part) ? part[key] : undefined), value);

const money = (value: unknown, currency: string): string =>
  typeof value === "number" ? format(value as Cents, currency as Parameters<typeof format>[1]) : "";

/** Mails whose own name would tell for whom a dispute was decided, and means to whom it was written. */
const mails: Readonly<Record<string, string>> = {
  DisputeDecidedForSeller: "Dispute decided, to the seller",
  DisputeDecidedForBuyer: "Dispute decided, to the buyer",
};

/** What a mail is called at the desk. */
export const mailName = (mail: string): string => mails[mail] ?? spaced(mail);

type Sentence = string | ((event: Facts, currency: string) => string);

const because = (event: Facts): string => text(event["reason"]) || text(inside(event["reason"], "text"));

/** A reason that nobody wrote about, by its name. */
const cancelledFor = (event: Facts): string => {
  const code = text(inside(event["reason"], "code"));
  const names: Readonly<Record<string, string>> = orderWords.reasons;
  return names[code] ?? spaced(code);
};

const sentences: Readonly<Record<string, Sentence>> = {
  Opened: (event, currency) => `A checkout was opened over ${money(event["total"], currency)}`,
  PaymentStarted: "The buyer pays",
  PaymentDeclined: (event) => `The card was declined. ${cardWords.reasons[because(event)] ?? because(event)}`,
  HoldEnded: "The time to pay ran out",
  Abandoned: "The buyer let go",
  PaymentCaptured: "The card was charged",
  CaptureFailed: (event) => `The card could not be charged: ${because(event)}`,
  PaymentCameLate: "A payment came after the hold had ended",
  LatePaymentCancelled: "The late payment was given back",
  // Of the payment, and of each order it is for.
  Placed: (event) => ("payment" in event ? "The bank holds the money for us" : "The order was placed"),
  Paid: "The order is paid",
  PaymentFailed: (event) => `The payment failed: ${because(event)}`,
  LabelBought: (event) => `A label was bought: ${text(inside(event["label"], "tracking"))}`,
  LabelFailed: (event) => `No label could be bought: ${because(event)}`,
  LabelFellLate: "The label is late",
  LabelMailed: (event) => `The label was mailed to ${text(event["to"])}: the seller’s time runs`,
  LabelRefunded: "The unused label was given back",
  LabelRefundRefused: (event) => `The label could not be given back: ${because(event)}`,
  PickupAsked: (event) => `A pickup was asked for on ${text(event["date"])}`,
  PickupBooked: (event) => `The pickup is booked: ${text(event["confirmation"])}`,
  PickupRefused: (event) => `The pickup was refused: ${because(event)}`,
  PickupCancelAsked: "The pickup is to be called off",
  PickupCancelled: "The pickup was called off",
  ShipReminderFellDue: "The seller is reminded to ship",
  ShipmentFellOverdue: "The seller did not ship in time",
  UpdateFellDue: "The buyer is kept up to date",
  ScansRecorded: "The carrier scanned the parcel",
  Shipped: "The carrier has the parcel",
  Moved: "The parcel moves on",
  TransitStalled: "The parcel was not scanned for days",
  WaitGranted: "Support gave the parcel more time",
  Delivered: (event) =>
    event["verifiedBy"] === "Operator"
      ? "Support vouched for the delivery: the buyer’s time runs"
      : "Delivered: the buyer’s time runs",
  DeliveryUnverified: (event) => `A delivery in doubt: ${spaced(text(event["why"]))}`,
  WindowClosing: "The buyer’s time is nearly over",
  Confirmed: "The buyer confirmed",
  ConfirmedAutomatically: "Silence: confirmed automatically",
  DisputeOpened: (event) => `The buyer disputes: “${text(inside(event["dispute"], "text"))}”`,
  DisputeFellDue: "The dispute should be decided by now",
  DisputeUpheld: (event) => `Decided for the buyer: “${text(event["text"])}”`,
  DisputeRejected: (event) => `Decided for the seller: “${text(event["text"])}”`,
  Cancelled: (event) => `Cancelled: ${because(event) || cancelledFor(event)}`,
  InterceptWanted: "A parcel of a cancelled order is on its way",
  InterceptClosed: "The parcel was dealt with",
  RefundFellDue: "The refund is due",
  Refunded: "The buyer was refunded",
  RefundFailed: (event) => `The refund failed: ${because(event)}`,
  RefundedByChargeback: "The bank has given the buyer the money back",
  PayoutFellDue: "The payout is due",
  PayoutHeld: "The payout is held",
  PayoutIssued: (event) => `The gift card was issued to ${text(event["to"])}`,
  PayoutFailed: (event) => `The payout failed: ${because(event)}`,
  PayoutDropped: "The payout was dropped",
  ChargebackOpened: "A payment dispute was opened at the card provider",
  ChargebackWon: "The payment dispute was won",
  ChargebackLost: "The payment dispute was lost",
  ReturnLabelBought: (event) => `A return label was bought: ${text(inside(event["label"], "tracking"))}`,
  ReturnLabelFailed: (event) => `No return label could be bought: ${because(event)}`,
  ReturnLabelMailed: "The return label was mailed",
  ReturnClosed: (event) => `The return is closed: ${spaced(text(event["how"])).toLowerCase()}`,
  Rated: (event) => `The buyer gave ${String(inside(event["rating"], "stars"))} stars`,
  RatingModerated: (event) =>
    event["publish"] === true ? "The rating was published" : "The rating was hidden",
  RepeatAsked: (event) => `Set going again: ${spaced(text(event["what"])).toLowerCase()}`,
  LinksRevoked: "The guest’s links were revoked",
  LinkAsked: "The guest asked for a new link",
  MailSent: (event) => `Mailed “${mailName(text(event["mail"]))}” to ${text(event["to"])}`,
};

/** A fact of an order or its payment in a sentence; its name, where nobody wrote one. */
export const tell = (event: unknown, currency: string): string => {
  const sentence = sentences[tagOf(event)];
  if (sentence === undefined || !isFacts(event)) return spaced(tagOf(event));
  return typeof sentence === "string" ? sentence : sentence(event, currency);
};
