import { Programs, preLoved } from "@resale/core";
import { type LoyaltyOptions, LoyaltyService } from "@resale/loyalty";
import { Context, Effect, Layer, Redacted } from "effect";
import { Standin } from "./Standin.ts";

/** The stand-in that a service is asked at. */
export class Service extends Context.Service<Service, Standin>()("@resale/loyalty/test/Service") {}

/** Members and purchases over HTTP, of a stand-in that is at hand. */
export const asked = (options: Partial<LoyaltyOptions> = {}) =>
  Layer.unwrap(
    Effect.map(Service, ({ url }) =>
      LoyaltyService.layer({
        url,
        token: Redacted.make(Standin.TOKEN),
        patience: "5 minutes",
        remember: 0,
        ...options,
      }),
    ),
  ).pipe(Layer.provide(Programs.layer(preLoved)), Layer.provideMerge(Layer.effect(Service, Standin.make)));
