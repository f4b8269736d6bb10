import { Effect, Layer, Redacted } from "effect";
import { type ShopifySettings, ShopifyStoreCredit } from "../src/shopify/index.ts";
import type { Match } from "../src/testing/index.ts";
import { ACCESS_TOKEN, CODE_SECRET, ShopifyStandin } from "./standins/ShopifyStandin.ts";

/** Store credit at a stand-in of Shopify. */
export const shopify = (settings: Partial<ShopifySettings> = {}) =>
  Layer.unwrap(
    Effect.map(ShopifyStandin, ({ url }) =>
      ShopifyStoreCredit.layer({
        shop: "brand.myshopify.com",
        accessToken: Redacted.make(ACCESS_TOKEN),
        codeSecret: Redacted.make(CODE_SECRET),
        url,
        ...settings,
      }),
    ),
  ).pipe(Layer.provideMerge(ShopifyStandin.layer));

/** The requests that hold an operation. */
export const operation =
  (name: string): Match =>
  ({ body }) =>
    body.includes(`${name}(`);
