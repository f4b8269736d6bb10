import type { Programs } from "@resale/core";
import { type Config, Effect, Layer } from "effect";
import { Settings } from "./Settings.ts";

type Chosen = Layer.Layer<never, Config.ConfigError, Programs>;

const load: { readonly [Source in Settings["Service"]["loyalty"]]: Effect.Effect<Chosen> } = {
  table: Effect.succeed(Layer.empty),
  http: Effect.promise(async () => (await import("@resale/loyalty")).LoyaltyService.layerConfig),
};

/** The shop's own loyalty service in place of the tables: loaded where it is chosen, it asks its settings. */
export const chosenLoyalty: Layer.Layer<never, Config.ConfigError, Settings | Programs> = Layer.unwrap(
  Effect.flatMap(Settings, ({ loyalty }) => load[loyalty]),
);
