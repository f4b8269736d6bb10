import { Schema } from "effect";
import { CivilDate, Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { StatedReason } from "../listing/Listing.ts";
import { CreditReference } from "../ports/StoreCredit.ts";
import { Label } from "../shipping/Label.ts";
import { Scan } from "../shipping/Scan.ts";
import { UnverifiedReason } from "./CarrierFacts.ts";
import { Dispute, SaleTerms, sale } from "./Order.ts";
import { Repeatable } from "./OrderCommand.ts";
import { OrderId } from "./OrderId.ts";
import { Rating } from "./sides.ts";

const at = { at: Instant } as const;
const failed = { reason: Schema.String } as const;
const givenUp = { ...failed, definite: Schema.Boolean } as const;

/** What has happened to an order. */
export const OrderEvent = Schema.TaggedUnion({
  Placed: {
    order: OrderId,
    ...sale,
    terms: SaleTerms,
    program: Schema.String,
    promise: Deadline,
    labelLate: Deadline,
    nextUpdate: Deadline,
    ...at,
  },
  Paid: at,
  PaymentFailed: { ...failed, ...at },
  LabelBought: { label: Label },
  LabelFailed: givenUp,
  LabelFellLate: {},
  /** The label mail was accepted for sending: the seller's time runs (R29). */
  LabelMailed: { to: Schema.String, shipBy: Deadline, reminder: Deadline, ...at },
  LabelRefunded: {},
  LabelRefundRefused: failed,
  PickupAsked: { date: CivilDate },
  PickupBooked: { confirmation: Schema.String },
  PickupRefused: failed,
  PickupCancelAsked: {},
  PickupCancelled: {},
  ShipReminderFellDue: {},
  ShipmentFellOverdue: { cancelBy: Schema.NullOr(Deadline) },
  UpdateFellDue: { next: Deadline, count: Schema.Int },
  ScansRecorded: { scans: Schema.Array(Scan) },
  Shipped: { shippedAt: Instant, stalled: Deadline },
  /** The parcel moves on: the time until it counts as stalled runs anew. */
  Moved: { stalled: Deadline },
  TransitStalled: at,
  WaitGranted: { stalled: Deadline },
  Delivered: {
    deliveredAt: Instant,
    verifiedBy: Schema.Literals(["Carrier", "Operator"]),
    window: Deadline,
    closing: Schema.NullOr(Deadline),
    ...at,
  },
  DeliveryUnverified: { deliveredAt: Instant, why: UnverifiedReason, ...at },
  WindowClosing: {},
  Confirmed: at,
  ConfirmedAutomatically: at,
  DisputeOpened: { dispute: Dispute, decideBy: Deadline },
  DisputeFellDue: {},
  DisputeUpheld: { text: Schema.String, returns: Schema.Boolean, ...at },
  DisputeRejected: { text: Schema.String, ...at },
  Cancelled: { reason: StatedReason, ...at },
  InterceptWanted: {},
  InterceptClosed: {},
  RefundFellDue: {},
  Refunded: at,
  RefundFailed: givenUp,
  /** The bank has given the money back already: no refund of ours follows (R50). */
  RefundedByChargeback: {},
  PayoutFellDue: {},
  PayoutHeld: {},
  /** `dropped`: it had been given up after a chargeback, and was issued all the same. */
  PayoutIssued: { reference: CreditReference, to: Schema.String, dropped: Schema.Boolean, ...at },
  PayoutFailed: givenUp,
  PayoutDropped: {},
  ChargebackOpened: {},
  ChargebackWon: {},
  ChargebackLost: {},
  ReturnLabelBought: { label: Label },
  ReturnLabelFailed: givenUp,
  ReturnLabelMailed: { deadline: Deadline, ...at },
  ReturnClosed: { how: Schema.Literals(["Received", "TimeOut", "NotNeeded"]) },
  Rated: { rating: Rating },
  RatingModerated: { publish: Schema.Boolean },
  RepeatAsked: { what: Repeatable },
  /** No link that was made before holds any more (R26). */
  LinksRevoked: at,
  LinkAsked: at,
  MailSent: { mail: Schema.String, occurrence: Schema.Int, to: Schema.String, ...at },
});
export type OrderEvent = typeof OrderEvent.Type;
