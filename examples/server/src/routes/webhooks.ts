import { CARRIER_SIGNATURE, verifyWebhook as verifyCarrier } from "@resale/carriers";
import { WebhookRefused, type Webhooks } from "@resale/http";
import { Effect, Result } from "effect";
import { type CardProvider, TOLERANCE } from "../wiring/CardProvider.ts";
import type { Secrets } from "../wiring/Secrets.ts";

/** What the providers send, checked and in the engine's words. */
export const webhooksOf = (
  secrets: Secrets["Service"],
  { readWebhook }: CardProvider["Service"],
): Webhooks => ({
  carrier: (body, headers, now) => {
    const secret = secrets.carrierWebhooks;
    const found = verifyCarrier({
      secret,
      header: headers[CARRIER_SIGNATURE],
      body,
      now,
      toleranceMs: TOLERANCE,
    });
    if (Result.isFailure(found)) return Effect.fail(new WebhookRefused({ reason: found.failure._tag }));
    const { tracking, scans } = found.success;
    return Effect.succeed([{ carrier: "USPS (simulated)", tracking, scans }]);
  },
  payments: readWebhook,
});
