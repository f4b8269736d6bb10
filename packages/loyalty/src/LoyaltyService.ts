import { Members, Programs, Purchases } from "@resale/core";
import { Context, Effect, Layer } from "effect";
import { FetchHttpClient } from "effect/http";
import { CircuitBreaker } from "effect/persistence";
import { makeAsk } from "./asking.ts";
import { membersOver } from "./members.ts";
import { type LoyaltyOptions, loyaltyConfig } from "./options.ts";
import { purchasesOver } from "./purchases.ts";

const make = Effect.fnUntraced(function* (options: LoyaltyOptions) {
  const { current } = yield* Programs;
  const ask = yield* makeAsk(options);
  const purchases = yield* purchasesOver(ask, current.currency, options.remember);
  return Context.make(Members, membersOver(ask)).pipe(Context.add(Purchases, purchases));
});

const layer = (options: LoyaltyOptions): Layer.Layer<Members | Purchases, never, Programs> =>
  Layer.effectContext(make(options)).pipe(
    Layer.provide([FetchHttpClient.layer, CircuitBreaker.layerStoreMemory()]),
  );

/**
 * Members and purchases by a shop's own service, which keeps to the contract in
 * `docs/reference/loyalty-service.openapi.json`. Lines in another currency than the Program's are not shown.
 */
export const LoyaltyService = {
  layer,
  /** By the settings of `docs/how-to/loyalty-service.md`; one that is missing or wrong is named when the layer is built. */
  layerConfig: Layer.unwrap(Effect.map(loyaltyConfig, layer)),
};
