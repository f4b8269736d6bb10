import { Effect, Layer, Redacted } from "effect";
import { StripePayments, type StripeSettings, StripeTax } from "../src/stripe/index.ts";
import type { Asked } from "../src/testing/index.ts";
import { SECRET_KEY, StripeStandin, WEBHOOK_SECRET } from "../src/testing/index.ts";

export const stripeSettings: StripeSettings = {
  mode: "test",
  secretKey: Redacted.make(SECRET_KEY),
  webhookSecret: Redacted.make(WEBHOOK_SECRET),
};

/** Card payments at a stand-in of Stripe. */
export const stripe = (settings: Partial<StripeSettings> = {}) =>
  Layer.unwrap(
    Effect.map(StripeStandin, ({ url }) => StripePayments.layer({ ...stripeSettings, url, ...settings })),
  ).pipe(Layer.provideMerge(StripeStandin.layer));

/** Sales tax at a stand-in of Stripe. */
export const stripeTaxes = (settings: Partial<StripeSettings> = {}) =>
  Layer.unwrap(
    Effect.map(StripeStandin, ({ url }) => StripeTax.layer({ ...stripeSettings, url, ...settings })),
  ).pipe(Layer.provideMerge(StripeStandin.layer));

const paths = {
  authorise: /^\/v1\/payment_intents$/,
  capture: /\/capture$/,
  cancel: /\/cancel$/,
  refund: /^\/v1\/refunds$/,
} as const;

/** The requests by which a port's method acts. */
export const acts =
  (method: keyof typeof paths) =>
  (asked: Asked): boolean =>
    asked.method === "POST" && paths[method].test(asked.path);
