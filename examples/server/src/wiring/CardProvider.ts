import { type CardForm, type Elsewhere, WebhookRefused, type Webhooks } from "@resale/http";
import { PAYMENT_SIGNATURE, type PaymentNews, verifyWebhook } from "@resale/payments";
import type { STRIPE_SIGNATURE, StripePayments, stripeOrigins } from "@resale/payments/stripe";
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

/** The card provider of this shop, beside the port: what it tells by itself, and its form in the buyer's page. */
export class CardProvider extends Context.Service<
  CardProvider,
  {
    /** Its webhooks, checked and in the engine's words. */
    readonly readWebhook: Read;
    readonly form: CardForm;
    /** Where a page with that form must be let to. */
    readonly origins: Elsewhere;
  }
>()("@resale/example-server/CardProvider") {
  static readonly simulator = Layer.effect(
    CardProvider,
    Effect.map(Secrets, ({ paymentWebhooks: secret }) =>
      CardProvider.of({
        readWebhook: (body, headers, now) => {
          const signed = { secret, header: headers[PAYMENT_SIGNATURE], body, now, toleranceMs: TOLERANCE };
          const found = verifyWebhook(signed);
          if (Result.isFailure(found)) {
            return Effect.fail(new WebhookRefused({ reason: found.failure._tag }));
          }
          const { type, payment } = found.success;
          const outcome = outcomes[type];
          return Effect.succeed(
            outcome === undefined ? [] : [{ provider: "cards (simulated)", payment, outcome }],
          );
        },
        form: { provider: "Simulated", actionOf: () => Effect.succeedNone },
        origins: {},
      }),
    ),
  );

  /** Stripe repeats for three days what was not taken, so that also a dispute that can't be looked at now is refused. */
  static readonly stripe = (
    { readWebhook, actionOf }: StripePayments["Service"],
    publishableKey: string,
    origins: typeof stripeOrigins,
  ) =>
    CardProvider.of({
      readWebhook: (body, headers, now) =>
        readWebhook({ header: headers[header], body, now, toleranceMs: TOLERANCE }).pipe(
          Effect.map((news) => news.map((one) => ({ provider: "Stripe", ...one }))),
          Effect.mapError(({ _tag }) => new WebhookRefused({ reason: _tag })),
        ),
      form: { provider: "Stripe", publishableKey, actionOf },
      origins,
    });
}
