export { type ShopifySettings, shopifyConfig } from "./ShopifySettings.ts";
export { ShopifyStoreCredit } from "./ShopifyStoreCredit.ts";
