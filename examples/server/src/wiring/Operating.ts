import { type Budget, RATES, type Rates } from "@resale/http";
import { Config, Context, Duration, Effect, Layer, Option, Schema } from "effect";

const count = (name: string, otherwise: number, least = 0) =>
  Config.schema(Schema.Int.check(Schema.isGreaterThanOrEqualTo(least)), name).pipe(
    Config.withDefault(otherwise),
  );

const rate = (name: string, budget: Budget) => count(name, RATES[budget], 1);

const list = (name: string) =>
  Config.String(name).pipe(
    Config.withDefault(""),
    Config.map((text) =>
      text
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== ""),
    ),
  );

const config = Config.all({
  /** Whose word about a client's address is taken: addresses or networks, apart by commas, or `loopback`. Nobody's. */
  trustProxy: list("TRUST_PROXY"),
  /** Origins whose pages may ask from a browser. None. */
  corsOrigins: list("CORS_ORIGINS"),
  /** How much one address, and one person, may ask in a minute. */
  rates: Config.all({
    reads: rate("RATE_READS", "reads"),
    writes: rate("RATE_WRITES", "writes"),
    uploads: rate("RATE_UPLOADS", "uploads"),
    signIns: rate("RATE_SIGN_INS", "signIns"),
    mails: rate("RATE_MAILS", "mails"),
    webhooks: rate("RATE_WEBHOOKS", "webhooks"),
  }),
  /** How late the event loop may be before requests are refused; 0 never refuses. A sandbox has one user, who waits. */
  shedAbove: Config.option(Config.Duration("SHED_ABOVE")),
  /** How many bytes the heap may hold before. 0 never refuses. */
  shedAboveHeap: count("SHED_ABOVE_HEAP", 0),
  /** Where metrics are served, for whoever is inside. Nowhere. */
  metricsPort: Config.option(
    Config.schema(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 })), "METRICS_PORT"),
  ),
  metricsHost: Config.String("METRICS_HOST").pipe(Config.withDefault("127.0.0.1")),
  /** Where traces are sent, as OpenTelemetry's collectors take them over HTTP. Nowhere. */
  tracesTo: Config.option(Config.String("OTEL_EXPORTER_OTLP_ENDPOINT")),
  /** After a signal: how long requests are still taken while `ready` says no already. */
  stopAfter: Config.Duration("STOP_AFTER").pipe(Config.withDefault("300 millis")),
  /** How long after that requests at work may take before they are cut off. */
  stopWithin: Config.Duration("STOP_WITHIN").pipe(Config.withDefault("25 seconds")),
});

/** How the server is run: its limits, who is behind it, who watches it. */
export class Operating extends Context.Service<
  Operating,
  {
    readonly trustProxy: string | false;
    readonly corsOrigins: ReadonlyArray<string>;
    readonly rates: Rates;
    /** Milliseconds; none, if not told: never in a sandbox, a second in a shop in business. */
    readonly shedAbove: number | undefined;
    /** Bytes. */
    readonly shedAboveHeap: number;
    readonly metricsPort: number | undefined;
    readonly metricsHost: string;
    readonly tracesTo: string | undefined;
    /** Milliseconds. */
    readonly stopAfter: number;
    readonly stopWithin: number;
  }
>()("@resale/example-server/Operating") {
  static readonly layer = Layer.effect(
    Operating,
    Effect.map(config, (given) =>
      Operating.of({
        ...given,
        trustProxy: given.trustProxy.length === 0 ? false : given.trustProxy.join(","),
        shedAbove: Option.getOrUndefined(Option.map(given.shedAbove, Duration.toMillis)),
        metricsPort: Option.getOrUndefined(given.metricsPort),
        tracesTo: Option.getOrUndefined(given.tracesTo),
        stopAfter: Duration.toMillis(given.stopAfter),
        stopWithin: Duration.toMillis(given.stopWithin),
      }),
    ),
  );
}
