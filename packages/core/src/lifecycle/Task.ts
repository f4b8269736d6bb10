import { Schema } from "effect";
import { CheckoutId } from "../checkout/CheckoutId.ts";
import { ListingId } from "../listing/ListingId.ts";
import { MailReport } from "../mail/MailReport.ts";
import { OrderId } from "../order/OrderId.ts";
import { PaymentReference } from "../ports/Payments.ts";
import { Scan, TrackingNumber } from "../shipping/Scan.ts";

const order = { order: OrderId } as const;
const checkout = { checkout: CheckoutId } as const;

/** The names of mails, as tasks call them: the mail's words are made when its turn comes (R2). */
const mail = Schema.String;

/**
 * A side effect that a decision wants: done at least once, by a worker, after the decision is committed. Whether it is
 * still wanted is looked up when its turn comes.
 */
export const Task = Schema.TaggedUnion({
  SendListingMail: { listing: ListingId, mail, occurrence: Schema.Int },
  SendCheckoutMail: { checkout: CheckoutId, mail, occurrence: Schema.Int },
  SendOrderMail: { order: OrderId, mail, occurrence: Schema.Int },
  SendDigest: { day: Schema.String },
  AuthorisePayment: checkout,
  CapturePayment: checkout,
  CancelPayment: checkout,
  BuyLabel: order,
  RefundLabel: order,
  BookPickup: order,
  CancelPickup: order,
  IssueCredit: order,
  RefundOrder: order,
  BuyReturnLabel: order,
  CloseListing: { listing: ListingId, order: OrderId, completed: Schema.Boolean },
  /** What a provider has told by itself, taken down before it was answered. */
  ReceiveScans: { carrier: Schema.String, tracking: TrackingNumber, scans: Schema.Array(Scan) },
  ReceiveChargeback: {
    provider: Schema.String,
    payment: PaymentReference,
    outcome: Schema.Literals(["Open", "Won", "Lost"]),
  },
  ReceiveMailReport: MailReport.fields,
});
export type Task = typeof Task.Type;
/** The kinds of side effects, by name. */
export type TaskTag = Task["_tag"];
