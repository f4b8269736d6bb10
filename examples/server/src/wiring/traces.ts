import { Effect, Layer, References } from "effect";
import { FetchHttpClient } from "effect/http";
import { OtlpSerialization, OtlpTracer } from "effect/observability";
import { Operating } from "./Operating.ts";

/** Sends what the engine does as traces to a collector, where one is named; costs nothing otherwise. */
export const traces = Layer.unwrap(
  Effect.map(Operating, ({ tracesTo }) =>
    tracesTo === undefined
      ? Layer.succeed(References.TracerEnabled, false)
      : OtlpTracer.layer({
          url: `${tracesTo.replace(/\/$/, "")}/v1/traces`,
          resource: { serviceName: "resale" },
          exportInterval: "2 seconds",
        }).pipe(Layer.provide(OtlpSerialization.layerJson), Layer.provide(FetchHttpClient.layer)),
  ),
);
