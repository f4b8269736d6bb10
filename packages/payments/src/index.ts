export type { Fault, Faults, Outbox, SignedEvent } from "@resale/simulator";
export {
  BadSignature,
  type IncomingWebhook,
  Malformed,
  Stale,
  type WebhookError,
} from "@resale/simulator";
export { CardSimulator, type CardSimulatorOptions } from "./card/CardSimulator.ts";
export type { Movement } from "./card/Movement.ts";
export { HOLD_LASTS } from "./card/Payment.ts";
export { type CardConduct, type CardToken, tokens } from "./card/tokens.ts";
export {
  type MailedCard,
  StoreCreditSimulator,
  type StoreCreditSimulatorOptions,
} from "./credit/StoreCreditSimulator.ts";
export { type SalesTax, salesTaxes } from "./tax/salesTax.ts";
export { TaxTable } from "./tax/TaxTable.ts";
export { PAYMENT_SIGNATURE, PaymentNews, PaymentWebhook, verifyWebhook } from "./webhook/PaymentWebhook.ts";
