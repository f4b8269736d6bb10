import { Config, type Redacted, Schema } from "effect";
import { address, secret } from "../provider/settings.ts";

/** What Shopify is asked with. */
export interface ShopifySettings {
  /** The shop's own name: `brand.myshopify.com`. */
  readonly shop: string;
  readonly accessToken: Redacted.Redacted<string>;
  /** What codes are made with. It is kept for as long as cards are: another secret would issue a repeat anew. */
  readonly codeSecret: Redacted.Redacted<string>;
  /** The version of the Admin API; the one this adapter was written for, if left out. */
  readonly version?: string;
  /** Where the shop's API is; at its own name, if left out. */
  readonly url?: string;
  /** How long an answer is waited for, in milliseconds; 20,000, if left out. */
  readonly patience?: number;
}

export const VERSION = "2026-10";

const Shop = Schema.String.check(
  Schema.isPattern(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, {
    expected: "a shop's own name such as brand.myshopify.com",
  }),
);
const Version = Schema.String.check(
  Schema.isPattern(/^20\d\d-(01|04|07|10)$/, { expected: `a version of the Admin API such as ${VERSION}` }),
);

/**
 * `SHOPIFY_SHOP`, `SHOPIFY_ACCESS_TOKEN`, `SHOPIFY_CODE_SECRET` and, if wanted, `SHOPIFY_API_VERSION` and, for a stand-in,
 * `SHOPIFY_URL`.
 */
export const shopifyConfig: Config.Config<ShopifySettings> = Config.schema(Shop, "SHOPIFY_SHOP").pipe(
  Config.flatMap((shop) =>
    Config.all({
      shop: Config.succeed(shop),
      accessToken: secret(
        "SHOPIFY_ACCESS_TOKEN",
        /^shp[a-z]{2}_\w{16,}$/,
        "an Admin API access token (shpat_…) of the shop's app",
      ),
      codeSecret: secret("SHOPIFY_CODE_SECRET", /^.{32,}$/, "a secret of at least 32 characters"),
      version: Config.schema(Version, "SHOPIFY_API_VERSION").pipe(Config.withDefault(VERSION)),
      url: address("SHOPIFY_URL", `https://${shop}`),
    }),
  ),
);
