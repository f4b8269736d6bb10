export { isPublicAddress } from "./address.ts";
export { HttpWebhooks, type HttpWebhooksOptions } from "./HttpWebhooks.ts";
export { newSecret, signatureOf } from "./signing.ts";
