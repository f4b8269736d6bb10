import { WebhookRefused, type Webhooks } from "@resale/http";
import { PAYMENT_SIGNATURE, type PaymentNews, verifyWebhook } from "@resale/payments";
import type { STRIPE_SIGNATURE, StripePayments } from "@resale/payments/stripe";
import { Context, Effect, Layer, Result } from "effect";
import { Secrets } from "./Secrets.ts";

/** How old a signed webhook may be, in milliseconds: a recorded one can't be sent again later. */
export const TOLERANCE = 5 * 60_000;

type Read = NonNullable<Webhooks["payments"]>;

const outcomes: { readonly [News in PaymentNews]?: "Open" | "Won" | "Lost" } = {
  "chargeback.opened": "Open",
  "chargeback.won": "Won",
  "chargeback.lost": "Lost",
};

const header = "stripe-signature" satisfies typeof STRIPE_SIGNATURE;

/** What the card provider of this shop tells by itself, checked and in the engine's words. */
export class PaymentWebhooks extends Context.Service<PaymentWebhooks, Read>()(
  "@resale/example-server/PaymentWebhooks",
) {
  static readonly simulated = Layer.effect(
    PaymentWebhooks,
    Effect.map(Secrets, ({ paymentWebhooks: secret }): Read => {
      return (body, headers, now) => {
        const signed = { secret, header: headers[PAYMENT_SIGNATURE], body, now, toleranceMs: TOLERANCE };
        const found = verifyWebhook(signed);
        if (Result.isFailure(found)) return Effect.fail(new WebhookRefused({ reason: found.failure._tag }));
        const { type, payment } = found.success;
        const outcome = outcomes[type];
        return Effect.succeed(
          outcome === undefined ? [] : [{ provider: "cards (simulated)", payment, outcome }],
        );
      };
    }),
  );

  /** Stripe repeats for three days what was not taken, so that also a dispute that can't be looked at now is refused. */
  static readonly stripe = ({ readWebhook }: StripePayments["Service"]): Read => {
    return (body, headers, now) =>
      readWebhook({ header: headers[header], body, now, toleranceMs: TOLERANCE }).pipe(
        Effect.map((news) => news.map((one) => ({ provider: "Stripe", ...one }))),
        Effect.mapError(({ _tag }) => new WebhookRefused({ reason: _tag })),
      );
  };
}
