import type { CarrierNews } from "@resale/carriers";
import { WebhookRefused, type Webhooks } from "@resale/http";
import { Effect } from "effect";
import type { CardProvider } from "../wiring/CardProvider.ts";

/** What the providers send, checked and in the engine's words. */
export const webhooksOf = (
  { hear }: CarrierNews["Service"],
  { readWebhook }: CardProvider["Service"],
): Webhooks => ({
  carrier: (body, headers, now) =>
    Effect.mapError(hear(body, headers, now), ({ _tag }) => new WebhookRefused({ reason: _tag })),
  payments: readWebhook,
});
