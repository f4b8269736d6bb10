import {
  type OutcomeUnknown,
  PaymentDeclined,
  PaymentReference,
  type PaymentStatus,
  type ProviderRefused,
} from "@resale/core";
import { Effect } from "effect";
import type Stripe from "stripe";
import { type Asking, endingOf, lost, refused } from "./asking.ts";
import { reasonOf } from "./declining.ts";

type Intent = Stripe.PaymentIntent;

/** Where our keys stand in what Stripe keeps of a payment and of a refund. */
export const KEY = "resale_key";
export const CAPTURE_KEY = "resale_capture_key";

/** Where a payment is; nothing, while the buyer or the bank has not answered. */
export const statusOf = ({ status, last_payment_error }: Intent): PaymentStatus | undefined => {
  switch (status) {
    case "requires_capture":
      return "Authorised";
    case "succeeded":
      return "Captured";
    case "canceled":
      return "Voided";
    case "requires_payment_method":
      return last_payment_error ? "Declined" : undefined;
    default:
      return undefined;
  }
};

/** What an authorisation has come to. */
export const outcomeOf = (
  intent: Intent,
): Effect.Effect<PaymentReference, PaymentDeclined | ProviderRefused | OutcomeUnknown> => {
  switch (statusOf(intent)) {
    case "Authorised":
    case "Captured":
      return Effect.succeed(PaymentReference.make(intent.id));
    case "Declined":
      return new PaymentDeclined({ reason: reasonOf(intent.last_payment_error ?? {}) });
    case "Voided":
      return refused("the payment was let go before");
    default:
      return lost("Acts", "the buyer's bank has not answered yet") as OutcomeUnknown;
  }
};

/** A reference that can be Stripe's: nothing else is asked for. */
export const ours = (payment: PaymentReference): Effect.Effect<PaymentReference, ProviderRefused> =>
  /^pi_\w+$/.test(payment) ? Effect.succeed(payment) : refused(`there is no payment ${payment}`);

/** A payment as it is now, whatever an earlier answer said. */
export const lookAt = ({ read }: Asking, payment: string) =>
  read((stripe) => stripe.paymentIntents.retrieve(payment)).pipe(Effect.mapError(endingOf));
