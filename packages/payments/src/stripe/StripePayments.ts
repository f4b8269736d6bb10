import { Payments, type ProviderUnavailable } from "@resale/core";
import type { IncomingWebhook, WebhookError } from "@resale/simulator";
import { type Config, Context, Effect, Layer, type Option, type Redacted } from "effect";
import { openStripe } from "./asking.ts";
import { authorising } from "./authorising.ts";
import { type ChargebackNews, disputes } from "./disputes.ts";
import { moving } from "./moving.ts";
import { type StripeSettings, stripeConfig } from "./StripeSettings.ts";

/**
 * Card payments at Stripe: held while the listing is reserved, captured with the orders, given back order by order. Money
 * moves once for a key, also where an answer was lost (R27).
 */
export class StripePayments extends Context.Service<
  StripePayments,
  {
    /**
     * The client secret of the payment under a key, while the bank wants to hear from the buyer (3-D Secure): the shop's
     * page hands it to `handleNextAction` of Stripe.js. Until that is done, `authorise` has an unknown outcome; asked again,
     * it tells what came of it.
     */
    readonly actionOf: (
      key: string,
    ) => Effect.Effect<Option.Option<Redacted.Redacted<string>>, ProviderUnavailable>;
    /** Checks a webhook, and says how the payment dispute that it is about stands now (R50). */
    readonly readWebhook: (
      webhook: Omit<IncomingWebhook, "secret">,
    ) => Effect.Effect<ReadonlyArray<ChargebackNews>, WebhookError | ProviderUnavailable>;
  }
>()("@resale/payments/StripePayments") {
  /** Card payments with the settings given. */
  static readonly layer = (settings: StripeSettings): Layer.Layer<Payments | StripePayments> =>
    Layer.effectContext(
      Effect.sync(() => {
        const asking = openStripe(settings);
        const { authorise, find, actionOf } = authorising(asking);
        const { capture, cancel, refund } = moving(asking);
        const read = disputes(asking, settings.mode);
        return Context.make(Payments, Payments.of({ authorise, find, capture, cancel, refund })).pipe(
          Context.add(
            StripePayments,
            StripePayments.of({
              actionOf,
              readWebhook: (webhook) => read({ ...webhook, secret: settings.webhookSecret }),
            }),
          ),
        );
      }),
    );

  /** The same from the environment: see `stripeConfig`. What is missing or of the wrong mode is named when it is built. */
  static readonly layerConfig: Layer.Layer<Payments | StripePayments, Config.ConfigError> = Layer.unwrap(
    Effect.map(stripeConfig, StripePayments.layer),
  );
}
