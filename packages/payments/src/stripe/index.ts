export { type ChargebackNews, STRIPE_SIGNATURE } from "./disputes.ts";
export { StripePayments } from "./StripePayments.ts";
export { type StripeSettings, stripeConfig, stripeOrigins, stripePublishableKey } from "./StripeSettings.ts";
export { StripeTax, type StripeTaxSettings, stripeTaxConfig } from "./StripeTax.ts";
