import { Config, type Duration, Option, type Redacted, Schema } from "effect";
import { baseUrl, named, type ParcelSize, parcelSize, secret } from "../remote/settings.ts";

/** Which account with the USPS is used, and what for. */
export interface UspsOptions {
  readonly url: string;
  /** The app's consumer key and secret, for OAuth. */
  readonly clientId: string;
  readonly clientSecret: Redacted.Redacted<string>;
  /** Customer registration, mailer, and the mailer of the manifest: who buys, and out of whose numbers. */
  readonly crid: string;
  readonly mid: string;
  readonly manifestMid: string;
  /** The Enterprise Payment Account that postage is taken from. */
  readonly account: Redacted.Redacted<string>;
  readonly mailClass: string;
  /** Whether sellers get a QR code of the Label Broker too. */
  readonly qr: boolean;
  /** Where the carrier writes about a pickup, and about its subscription. */
  readonly email: string;
  readonly callsPerHour: number;
  /** Where it tells of parcels, and what it signs with; without them it is only asked. */
  readonly push?: { readonly listener: string; readonly secret: Redacted.Redacted<string> };
  readonly parcel: ParcelSize;
  /** How long an answer may take. */
  readonly patience: Duration.Input;
}

const settings = Config.all({
  url: baseUrl("USPS_URL", "https://apis.usps.com"),
  clientId: named("USPS_CLIENT_ID"),
  clientSecret: secret("USPS_CLIENT_SECRET"),
  crid: named("USPS_CRID"),
  mid: named("USPS_MID"),
  manifestMid: Config.option(named("USPS_MANIFEST_MID")),
  account: secret("USPS_ACCOUNT"),
  mailClass: named("USPS_MAIL_CLASS").pipe(Config.withDefault("USPS_GROUND_ADVANTAGE")),
  qr: Config.Boolean("USPS_QR").pipe(Config.withDefault(true)),
  email: named("CARRIER_EMAIL"),
  callsPerHour: Config.schema(Schema.Int.check(Schema.isGreaterThan(0)), "USPS_CALLS_PER_HOUR").pipe(
    Config.withDefault(60),
  ),
  listener: Config.option(named("USPS_LISTENER_URL")),
  // The USPS takes none that is shorter.
  pushSecret: Config.option(secret("USPS_WEBHOOK_SECRET", 32)),
  parcel: parcelSize,
  patience: Config.Duration("CARRIER_PATIENCE").pipe(Config.withDefault("20 seconds")),
});

/** The settings, as environment variables. */
export const uspsConfig: Config.Config<UspsOptions> = settings.pipe(
  Config.map(({ listener, pushSecret, manifestMid, ...options }) => ({
    ...options,
    manifestMid: Option.getOrElse(manifestMid, () => options.mid),
    ...(Option.isSome(listener) && Option.isSome(pushSecret)
      ? { push: { listener: listener.value, secret: pushSecret.value } }
      : {}),
  })),
);
