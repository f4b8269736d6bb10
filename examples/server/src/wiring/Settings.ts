import { join, resolve } from "node:path";
import { Config, Context, type Duration, Effect, Layer, Option, type Redacted, Schema } from "effect";
import { freePort } from "./freePort.ts";
import { type ShopSignIn, shopSignIn, signInOf } from "./SignIn.ts";

/** What may be set from outside, each by an environment variable. */
const config = Config.all({
  /** 0 takes any port that is free. */
  port: Config.schema(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 })), "PORT").pipe(
    Config.withDefault(4000),
  ),
  host: Config.String("HOST").pipe(Config.withDefault("127.0.0.1")),
  /** Where the embedded database, photos, mails and the simulators live. */
  dataDir: Config.String("DATA_DIR").pipe(Config.withDefault(".data")),
  /** A PostgreSQL server; without it the embedded one is started. */
  databaseUrl: Config.option(Config.Redacted("DATABASE_URL")),
  /** A replica of it, for reads that may lag. */
  readUrl: Config.option(Config.Redacted("DATABASE_READ_URL")),
  /** A mail server; without it mails are kept in a folder and shown on a page. */
  smtpUrl: Config.option(Config.Redacted("SMTP_URL")),
  /** The shop's address, as mails and links name it. */
  shopUrl: Config.option(Config.String("SHOP_URL")),
  /** Who moves money: simulators that live in the data folder, or providers with settings of their own. */
  payments: Config.Literals(["simulated", "stripe"], "PAYMENTS").pipe(
    Config.withDefault("simulated" as const),
  ),
  storeCredit: Config.Literals(["simulated", "shopify", "tremendous"], "STORE_CREDIT").pipe(
    Config.withDefault("simulated" as const),
  ),
  tax: Config.Literals(["table", "stripe"], "TAX").pipe(Config.withDefault("table" as const)),
  /** Who carries parcels: a simulator that lives in the data folder, or a carrier with settings of its own. */
  carrier: Config.Literals(["simulated", "easypost", "usps"], "CARRIER").pipe(
    Config.withDefault("simulated" as const),
  ),
  /** Where members and their purchases are asked for: in tables of the database, or at a service with settings of its own. */
  loyalty: Config.Literals(["table", "http"], "LOYALTY").pipe(Config.withDefault("table" as const)),
  /** Where photos are kept: in the data folder, or in a bucket with settings of its own. */
  photos: Config.Literals(["folder", "s3"], "PHOTOS").pipe(Config.withDefault("folder" as const)),
  /** How long after all parcels under way were asked for they are asked for again. */
  askCarrierEvery: Config.Duration("CARRIER_ASK_EVERY").pipe(Config.withDefault("2 hours")),
  /** Where the shop publishes the keys of its own sign-in. */
  jwks: shopSignIn,
  /** Whether whoever names somebody is that person: beside real providers only where it is said aloud. */
  openSignIn: Config.Literals(["on", "off"], "OPEN_SIGN_IN").pipe(Config.withDefault("off" as const)),
  /** Whether the clock, parcels and faults are everybody's to set; if left out, where nobody outside has a part. */
  sandbox: Config.option(Config.Literals(["on", "off"], "SANDBOX")),
  logLevel: Config.Literals(["silent", "error", "warn", "info", "debug"], "LOG_LEVEL").pipe(
    Config.withDefault("warn" as const),
  ),
});

/** A sandbox is asked for, and real providers with it: they live in the present, and their money is real (R59). */
export class SandboxRefused extends Schema.TaggedError<SandboxRefused>()("SandboxRefused", {
  because: Schema.String,
}) {}

/** Money or goods are real, and nothing says who somebody is: whoever names a member would be that member (R54). */
export class SignInMissing extends Schema.TaggedError<SignInMissing>()("SignInMissing", {
  because: Schema.String,
}) {}

/** Everything the reference server is told, with folders resolved. */
export class Settings extends Context.Service<
  Settings,
  {
    readonly port: number;
    readonly host: string;
    readonly dataDir: string;
    readonly folder: (name: string) => string;
    readonly databaseUrl: Option.Option<Redacted.Redacted>;
    readonly readUrl: Option.Option<Redacted.Redacted>;
    readonly smtpUrl: Option.Option<Redacted.Redacted>;
    readonly shopUrl: string;
    readonly payments: "simulated" | "stripe";
    readonly storeCredit: "simulated" | "shopify" | "tremendous";
    readonly tax: "table" | "stripe";
    readonly carrier: "simulated" | "easypost" | "usps";
    readonly loyalty: "table" | "http";
    readonly photos: "folder" | "s3";
    readonly askCarrierEvery: Duration.Input;
    /** The shop's own sign-in; without it the server signs in whoever is named. */
    readonly signIn: Option.Option<ShopSignIn>;
    /** Whether the clock can be set, and who is simulated be told what to do: never beside a real provider (R59). */
    readonly isSandbox: boolean;
    readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  }
>()("@resale/example-server/Settings") {
  static readonly layer = Layer.effect(
    Settings,
    Effect.gen(function* () {
      const { dataDir, shopUrl, jwks, sandbox, openSignIn, ...given } = yield* config;
      const signIn = yield* signInOf(jwks);
      const real = [
        ...(given.payments === "simulated" ? [] : ["PAYMENTS"]),
        ...(given.storeCredit === "simulated" ? [] : ["STORE_CREDIT"]),
        ...(given.tax === "table" ? [] : ["TAX"]),
        ...(given.carrier === "simulated" ? [] : ["CARRIER"]),
        ...(given.loyalty === "table" ? [] : ["LOYALTY"]),
      ];
      const wanted = Option.getOrUndefined(sandbox);
      if (wanted === "on" && real.length > 0) {
        return yield* new SandboxRefused({ because: real.join(", ") });
      }
      if (real.length > 0 && Option.isNone(signIn) && openSignIn === "off") {
        return yield* new SignInMissing({ because: real.join(", ") });
      }
      const isSandbox = wanted === undefined ? real.length === 0 && Option.isNone(signIn) : wanted === "on";
      const folder = resolve(dataDir);
      const port = given.port === 0 ? yield* freePort(given.host) : given.port;
      return Settings.of({
        ...given,
        signIn,
        isSandbox,
        port,
        dataDir: folder,
        folder: (name) => join(folder, name),
        shopUrl: Option.getOrElse(shopUrl, () => `http://localhost:${port}`),
      });
    }),
  );
}
