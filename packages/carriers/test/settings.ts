import { Kept } from "@resale/carriers";
import { ConfigProvider, Effect, Layer } from "effect";

/** Settings as a process is given them; what is undefined is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Builds a carrier from its settings, with all that it keeps in memory. */
export const builtFrom = <A, E>(carrier: Layer.Layer<A, E, Kept>, env: Environment) => {
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return Effect.scoped(
    Layer.build(carrier.pipe(Layer.provide(Kept.layerMemory))).pipe(
      Effect.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: given }))),
    ),
  );
};
