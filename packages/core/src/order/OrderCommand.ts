import { Schema } from "effect";
import { CivilDate } from "../calendar/Deadline.ts";
import { StatedReason } from "../listing/Listing.ts";
import { PhotoId } from "../photos/Photo.ts";
import { CreditReference } from "../ports/StoreCredit.ts";
import { Label } from "../shipping/Label.ts";
import { Scan, TrackingNumber } from "../shipping/Scan.ts";
import { AskedTerms, sale } from "./Order.ts";
import { OrderId } from "./OrderId.ts";

const Words = Schema.String.check(Schema.isBetweenLength(1, 4000));
const failed = { reason: Schema.String } as const;
/** `definite`: the provider refused, and nothing was done. Otherwise the answer was lost too often. */
const givenUp = { ...failed, definite: Schema.Boolean } as const;

/** Which side machine an operator sets going again. */
export const Repeatable = Schema.Literals(["Label", "LabelRefund", "Payout", "Refund", "Return"]);
export type Repeatable = typeof Repeatable.Type;

/** What may be asked of an order. */
export const OrderCommand = Schema.TaggedUnion({
  Place: { order: OrderId, ...sale, terms: AskedTerms },
  RecordPaid: {},
  RecordUnpaid: failed,
  // Label and pickup
  RecordLabel: { label: Label },
  RecordLabelFailed: givenUp,
  RecordLabelRefunded: {},
  RecordLabelRefundRefused: failed,
  BookPickup: { date: CivilDate },
  RecordPickup: { confirmation: Schema.String },
  RecordPickupRefused: failed,
  CancelPickup: {},
  RecordPickupCancelled: {},
  // On the way
  RecordScans: { tracking: TrackingNumber, scans: Schema.Array(Scan) },
  Wait: {},
  VerifyDelivery: {},
  Cancel: { reason: StatedReason },
  // At the buyer's
  Confirm: {},
  OpenDispute: {
    kind: Schema.String,
    text: Words,
    photos: Schema.Array(PhotoId),
  },
  DecideDispute: { upheld: Schema.Boolean, text: Words },
  Rate: { stars: Schema.Int, text: Schema.NullOr(Schema.String.check(Schema.isMaxLength(2000))) },
  ModerateRating: { publish: Schema.Boolean },
  // Money
  RecordPayout: { reference: CreditReference, to: Schema.String },
  RecordPayoutFailed: givenUp,
  RecordRefund: {},
  RecordRefundFailed: givenUp,
  RecordChargeback: { outcome: Schema.Literals(["Open", "Won", "Lost"]) },
  ReleasePayout: {},
  DropPayout: {},
  // The way back
  RecordReturnLabel: { label: Label },
  RecordReturnLabelFailed: givenUp,
  RecordReturnReceived: {},
  CloseIntercept: {},
  Repeat: { what: Repeatable },
  // A guest's link (R26)
  RevokeLinks: {},
  SendLink: {},
  /** A mail was accepted for sending; the address used is recorded (R2, R29). */
  RecordMail: { mail: Schema.String, occurrence: Schema.Int, to: Schema.String },
});
export type OrderCommand = typeof OrderCommand.Type;
