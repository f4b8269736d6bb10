import { Config, type Redacted } from "effect";
import { address, Mode, type Mode as ModeType, secret } from "../provider/settings.ts";

/** What Stripe is asked with. */
export interface StripeSettings {
  /** A live key in test mode is refused, and a test key in live mode. */
  readonly mode: ModeType;
  readonly secretKey: Redacted.Redacted<string>;
  /** What Stripe signs its webhooks with; of the endpoint, not of the account. */
  readonly webhookSecret: Redacted.Redacted<string>;
  /** Where the API is; Stripe's own address, if left out. */
  readonly url?: string;
  /** How long an answer is waited for, in milliseconds; 20,000, if left out. */
  readonly patience?: number;
}

const STRIPE = "https://api.stripe.com";

/** `STRIPE_MODE`, `STRIPE_SECRET_KEY`, `STRIPE_WEBHOOK_SECRET` and, for a stand-in, `STRIPE_URL`. */
export const stripeConfig: Config.Config<StripeSettings> = Config.schema(Mode, "STRIPE_MODE").pipe(
  Config.flatMap((mode) =>
    Config.all({
      mode: Config.succeed(mode),
      secretKey: secret(
        "STRIPE_SECRET_KEY",
        mode === "test" ? /^[sr]k_test_\w+$/ : /^[sr]k_live_\w+$/,
        `a secret key of Stripe's ${mode} mode (sk_${mode}_… or rk_${mode}_…), as STRIPE_MODE is "${mode}"`,
      ),
      webhookSecret: secret(
        "STRIPE_WEBHOOK_SECRET",
        /^whsec_\S+$/,
        "the signing secret of the webhook endpoint (whsec_…)",
      ),
      url: address("STRIPE_URL", STRIPE),
    }),
  ),
);
