import { Config, Redacted } from "effect";
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

/** `STRIPE_PUBLISHABLE_KEY`: with it a page opens Stripe's form. It is public, and of the mode in `STRIPE_MODE`. */
export const stripePublishableKey: Config.Config<string> = Config.schema(Mode, "STRIPE_MODE").pipe(
  Config.flatMap((mode) =>
    // Who puts the secret key here by mistake does not find it in a log.
    secret(
      "STRIPE_PUBLISHABLE_KEY",
      mode === "test" ? /^pk_test_\w+$/ : /^pk_live_\w+$/,
      `the publishable key of Stripe's ${mode} mode (pk_${mode}_…), as STRIPE_MODE is "${mode}"`,
    ),
  ),
  Config.map(Redacted.value),
);

/** The origins that a page with Stripe's form must be let to, by what it does there. */
export const stripeOrigins = {
  scripts: ["https://js.stripe.com", "https://*.js.stripe.com"],
  frames: ["https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
  requests: ["https://api.stripe.com"],
} as const;
