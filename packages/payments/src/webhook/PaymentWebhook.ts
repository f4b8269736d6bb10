import { Cents, PaymentReference } from "@resale/core";
import { type IncomingWebhook, readSigned, type WebhookError } from "@resale/simulator";
import { type Result, Schema, SchemaTransformation } from "effect";

/** The header, in lower case, in which a payment provider's webhook is signed. */
export const PAYMENT_SIGNATURE = "x-payment-signature";

/** What a payment provider tells of its own accord. */
export const PaymentNews = Schema.Literals([
  "payment.authorised",
  "payment.declined",
  "payment.captured",
  "payment.voided",
  "payment.refunded",
  "chargeback.opened",
  "chargeback.won",
  "chargeback.lost",
  "unknown",
]);
export type PaymentNews = typeof PaymentNews.Type;

const isNews = Schema.is(PaymentNews);

/** A kind of news we do not know is `unknown`: it changes nothing. */
const LenientNews = Schema.String.pipe(
  Schema.decodeTo(
    PaymentNews,
    SchemaTransformation.transform<PaymentNews, string>({
      decode: (word) => (isNews(word) ? word : "unknown"),
      encode: (news) => news,
    }),
  ),
);

/** One piece of news of a payment: which, and how much money it is about. */
export const PaymentWebhook = Schema.Struct({
  id: Schema.String.check(Schema.isBetweenLength(1, 200)),
  type: LenientNews,
  payment: PaymentReference,
  amount: Cents,
});
export type PaymentWebhook = typeof PaymentWebhook.Type;

/** Lets a payment provider's webhook in: its signature over the raw bytes first, then what it says (R50). */
export const verifyWebhook = (webhook: IncomingWebhook): Result.Result<PaymentWebhook, WebhookError> =>
  readSigned(PaymentWebhook, webhook);
