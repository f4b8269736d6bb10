import { CARRIER_SIGNATURE, CarrierNews, Kept, verifyWebhook } from "@resale/carriers";
import type { Store } from "@resale/core";
import { type Config, Effect, Layer, Result } from "effect";
import { TOLERANCE } from "./CardProvider.ts";
import { Secrets } from "./Secrets.ts";
import { Settings } from "./Settings.ts";

/** What the simulated carrier tells by itself. */
const simulated = Layer.effect(
  CarrierNews,
  Effect.map(Secrets, ({ carrierWebhooks: secret }) =>
    CarrierNews.of({
      hear: (body, headers, now) =>
        Effect.fromResult(
          Result.map(
            verifyWebhook({ secret, header: headers[CARRIER_SIGNATURE], body, now, toleranceMs: TOLERANCE }),
            ({ tracking, scans }) => [{ carrier: "USPS (simulated)", tracking, scans }],
          ),
        ),
    }),
  ),
);

type Chosen = Layer.Layer<CarrierNews, Config.ConfigError, Secrets | Store>;

const load: { readonly [Name in Settings["Service"]["carrier"]]: Effect.Effect<Chosen> } = {
  simulated: Effect.succeed(simulated),
  easypost: Effect.promise(async () => (await import("@resale/carriers/easypost")).EasyPost.layerConfig).pipe(
    Effect.map(Layer.provide(Kept.layerStore)),
  ),
  usps: Effect.promise(async () => (await import("@resale/carriers/usps")).Usps.layerConfig).pipe(
    Effect.map(Layer.provide(Kept.layerStore)),
  ),
};

/**
 * The carrier in place of the simulated one: loaded where it is chosen, it asks its settings, and keeps in the store
 * what it must not forget.
 */
export const chosenCarrier: Layer.Layer<CarrierNews, Config.ConfigError, Settings | Secrets | Store> =
  Layer.unwrap(Effect.flatMap(Settings, ({ carrier }) => load[carrier]));
