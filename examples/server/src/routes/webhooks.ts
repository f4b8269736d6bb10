import type { CarrierNews } from "@resale/carriers";
import { WebhookRefused, type Webhooks } from "@resale/http";
import type { hearMailReports } from "@resale/mail";
import { Effect } from "effect";
import type { CardProvider } from "../wiring/CardProvider.ts";

/** What the providers send, checked and in the engine's words. */
export const webhooksOf = (
  { hear }: CarrierNews["Service"],
  { readWebhook }: CardProvider["Service"],
  mail: ReturnType<typeof hearMailReports> | undefined,
): Webhooks => ({
  carrier: (body, headers, now) =>
    Effect.mapError(hear(body, headers, now), ({ _tag }) => new WebhookRefused({ reason: _tag })),
  payments: readWebhook,
  ...(mail === undefined
    ? {}
    : {
        mail: (body, headers) =>
          Effect.mapError(mail(body, headers), ({ reason }) => new WebhookRefused({ reason })),
      }),
});
