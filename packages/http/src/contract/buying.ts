import {
  Cents,
  CheckoutId,
  CheckoutView,
  Currency,
  Email,
  LineView,
  ListingId,
  PaymentToken,
  PostalAddress,
  Unavailable,
} from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api";
import { paymentProblems, readProblems, writeProblems } from "./Problem.ts";
import { ShortText, writeHeaders } from "./requests.ts";

/** What a cart costs, and what of it can't be had any more (R20). */
export const QuoteView = Schema.Struct({
  lines: Schema.Array(LineView),
  total: Cents,
  currency: Currency,
  unavailable: Schema.Array(Unavailable),
});

/** What the buyer's page needs to take a card; what is secret in it is for this buyer's page alone. */
export const PaymentForm = Schema.Struct({
  /** Whose form is to be shown, such as `Stripe`; null where the shop has told of none. */
  provider: Schema.NullOr(Schema.String),
  /** The key with which that form is opened; it is meant to be public. */
  publishableKey: Schema.NullOr(Schema.String),
  /** While the buyer's bank asks the buyer (3-D Secure): with it the provider's own script shows what it asks. */
  clientSecret: Schema.NullOr(Schema.String),
});

const Listings = Schema.Array(ListingId).check(Schema.isMaxLength(200));
const checkout = { params: { checkout: CheckoutId } } as const;

/** For everybody who buys, signed in or not. */
export const buying = HttpApiGroup.make("buying").add(
  HttpApiEndpoint.post("quote", "/quotes", {
    payload: Schema.Struct({ listings: Listings, shipTo: PostalAddress }),
    success: QuoteView,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("openCheckout", "/checkouts", {
    headers: writeHeaders,
    payload: Schema.Struct({
      listings: Listings,
      email: Email,
      name: Schema.String.check(Schema.isBetweenLength(1, 100)),
      shipTo: PostalAddress,
    }),
    success: CheckoutView.pipe(HttpApiSchema.status(201)),
    error: writeProblems,
  }),
  HttpApiEndpoint.get("checkout", "/checkouts/:checkout", {
    ...checkout,
    success: CheckoutView,
    error: readProblems,
  }),
  HttpApiEndpoint.get("paymentForm", "/checkouts/:checkout/payment-form", {
    ...checkout,
    success: PaymentForm,
    error: readProblems,
  }),
  HttpApiEndpoint.post("pay", "/checkouts/:checkout/payment", {
    ...checkout,
    headers: writeHeaders,
    payload: Schema.Struct({ tender: ShortText, token: PaymentToken }),
    success: CheckoutView,
    error: paymentProblems,
  }),
  HttpApiEndpoint.delete("abandon", "/checkouts/:checkout", {
    ...checkout,
    headers: writeHeaders,
    success: CheckoutView,
    error: writeProblems,
  }),
);
