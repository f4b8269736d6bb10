import { PaymentReference, type ProviderUnavailable } from "@resale/core";
import {
  BadSignature,
  type IncomingWebhook,
  Malformed,
  readSigned,
  type WebhookError,
} from "@resale/simulator";
import { Effect, Schema } from "effect";
import type Stripe from "stripe";
import type { Mode } from "../provider/settings.ts";
import { type Asking, endingOf, unavailable } from "./asking.ts";

/** The header, in lower case, in which Stripe signs its webhooks. */
export const STRIPE_SIGNATURE = "stripe-signature";

/** What a bank's stepping in has come to (R50). */
export interface ChargebackNews {
  readonly payment: PaymentReference;
  readonly outcome: "Open" | "Won" | "Lost";
}

const outcomes: { readonly [Status in Stripe.Dispute.Status]?: ChargebackNews["outcome"] } = {
  needs_response: "Open",
  under_review: "Open",
  // A bank that only asks may take the money next: the payout waits for its answer.
  warning_needs_response: "Open",
  warning_under_review: "Open",
  warning_closed: "Won",
  won: "Won",
  lost: "Lost",
  // Given back before it came to a dispute.
  prevented: "Lost",
};

const Event = Schema.Struct({
  type: Schema.String,
  livemode: Schema.Boolean,
  data: Schema.Struct({ object: Schema.Struct({ id: Schema.optionalKey(Schema.String) }) }),
});

/**
 * Lets Stripe's webhooks in: signature over the raw bytes, its age, its mode. Webhooks come twice and in any order, so what
 * one says of a dispute is not believed: the dispute is asked for, and is told as it is now.
 */
export const disputes = ({ read }: Asking, mode: Mode) =>
  Effect.fn("StripePayments.readWebhook")(function* (
    webhook: IncomingWebhook,
  ): Effect.fn.Return<ReadonlyArray<ChargebackNews>, WebhookError | ProviderUnavailable> {
    const { type, livemode, data } = yield* Effect.fromResult(readSigned(Event, webhook));
    if (livemode !== (mode === "live")) {
      return yield* new BadSignature({ reason: `an event of ${livemode ? "live" : "test"} mode` });
    }
    if (!type.startsWith("charge.dispute.")) return [];
    const { id = "" } = data.object;
    if (!/^(dp|du)_\w+$/.test(id)) {
      return yield* new Malformed({ field: "data.object.id", reason: "no dispute's id" });
    }
    const { status, payment_intent } = yield* Effect.mapError(
      read((stripe) => stripe.disputes.retrieve(id)),
      (failed) => unavailable(endingOf(failed).reason),
    );
    const outcome = outcomes[status];
    const payment = typeof payment_intent === "string" ? payment_intent : payment_intent?.id;
    if (outcome === undefined || payment === undefined) return [];
    return [{ payment: PaymentReference.make(payment), outcome }];
  });
