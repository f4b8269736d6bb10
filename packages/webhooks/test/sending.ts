import { instant, Webhooks } from "@resale/core";
import { HttpWebhooks, type HttpWebhooksOptions } from "@resale/webhooks";
import { Effect, Redacted } from "effect";

export const AT = instant(1_790_000_000_999);
export const current = Redacted.make(
  `whsec_${Buffer.from("a secret of tests, and no other").toString("base64")}`,
);
export const former = Redacted.make(`whsec_${Buffer.from("the one before").toString("base64")}`);
export const BODY = '{"id":"order/o-1/7","text":"Grüße 👜"}';

/** Sends a webhook as a layer of its own would. */
export const post = (url: string, options: HttpWebhooksOptions, body = BODY) =>
  Effect.provide(
    Webhooks.use((webhooks) =>
      webhooks.post({ url, secrets: [current, former], id: "s_order_o-1_7", at: AT, body }),
    ),
    HttpWebhooks.layer(options),
  );
