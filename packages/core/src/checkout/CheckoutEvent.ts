import { Schema } from "effect";
import { PostalAddress } from "../address/PostalAddress.ts";
import { Deadline } from "../calendar/Deadline.ts";
import { Instant } from "../calendar/Instant.ts";
import { Cents, Currency } from "../money/Money.ts";
import { PaymentReference, PaymentToken } from "../ports/Payments.ts";
import { Buyer, CheckoutLine } from "./Checkout.ts";
import { CheckoutId } from "./CheckoutId.ts";

/** What has happened to a checkout. */
export const CheckoutEvent = Schema.TaggedUnion({
  Opened: {
    checkout: CheckoutId,
    buyer: Buyer,
    shipTo: PostalAddress,
    lines: Schema.NonEmptyArray(CheckoutLine),
    total: Cents,
    currency: Currency,
    until: Deadline,
    program: Schema.String,
    at: Instant,
  },
  PaymentStarted: { attempt: Schema.Int, token: PaymentToken },
  PaymentDeclined: { reason: Schema.String },
  Placed: { payment: PaymentReference, at: Instant },
  HoldEnded: {},
  Abandoned: {},
  PaymentCaptured: { at: Instant },
  CaptureFailed: { reason: Schema.String },
  PaymentCameLate: { attempt: Schema.Int },
  LatePaymentCancelled: { at: Instant },
  MailSent: { mail: Schema.String, occurrence: Schema.Int, to: Schema.String, at: Instant },
});
export type CheckoutEvent = typeof CheckoutEvent.Type;
