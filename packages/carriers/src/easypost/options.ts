import { Config, type Duration, Option, type Redacted } from "effect";
import { baseUrl, named, type ParcelSize, parcelSize, secret } from "../remote/settings.ts";

/** Which account of EasyPost is used, and what for. */
export interface EasyPostOptions {
  /** A test key buys labels that cost nothing and carry nothing. */
  readonly apiKey: Redacted.Redacted<string>;
  /** What its webhooks are signed with; without it none is let in, and the carrier is only asked. */
  readonly webhookSecret?: Redacted.Redacted<string>;
  readonly url: string;
  /** The carrier and its service, in EasyPost's words. */
  readonly carrier: string;
  readonly service: string;
  /** Whether sellers get a QR code too: USPS alone makes them, and only for accounts it has let in. */
  readonly qr: boolean;
  /** Whom the carrier calls about a parcel: USPS wants a number for a pickup. */
  readonly phone: string;
  readonly parcel: ParcelSize;
  /** How long an answer may take. */
  readonly patience: Duration.Input;
}

/** The settings, as environment variables. */
export const easyPostConfig: Config.Config<EasyPostOptions> = Config.all({
  apiKey: secret("EASYPOST_API_KEY"),
  webhookSecret: Config.option(secret("EASYPOST_WEBHOOK_SECRET")),
  url: baseUrl("EASYPOST_URL", "https://api.easypost.com/v2"),
  carrier: named("EASYPOST_CARRIER").pipe(Config.withDefault("USPS")),
  service: named("EASYPOST_SERVICE").pipe(Config.withDefault("GroundAdvantage")),
  qr: Config.Boolean("EASYPOST_QR").pipe(Config.withDefault(false)),
  phone: named("CARRIER_PHONE"),
  parcel: parcelSize,
  patience: Config.Duration("CARRIER_PATIENCE").pipe(Config.withDefault("20 seconds")),
}).pipe(
  Config.map(({ webhookSecret, ...options }) => ({
    ...options,
    ...(Option.isSome(webhookSecret) ? { webhookSecret: webhookSecret.value } : {}),
  })),
);
