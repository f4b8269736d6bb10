import { CARRIER_SIGNATURE, verifyWebhook as verifyCarrier } from "@resale/carriers";
import { WebhookRefused, type Webhooks } from "@resale/http";
import { PAYMENT_SIGNATURE, type PaymentNews, verifyWebhook as verifyPayment } from "@resale/payments";
import { Effect, Result } from "effect";
import type { Secrets } from "../wiring/Secrets.ts";

/** How old a signed webhook may be, in milliseconds: a recorded one can't be sent again later. */
const TOLERANCE = 5 * 60_000;

const outcomes: { readonly [News in PaymentNews]?: "Open" | "Won" | "Lost" } = {
  "chargeback.opened": "Open",
  "chargeback.won": "Won",
  "chargeback.lost": "Lost",
};

/** What the simulated providers send, checked and in the engine's words. */
export const webhooksOf = (secrets: Secrets["Service"]): Webhooks => ({
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
  payments: (body, headers, now) => {
    const secret = secrets.paymentWebhooks;
    const found = verifyPayment({
      secret,
      header: headers[PAYMENT_SIGNATURE],
      body,
      now,
      toleranceMs: TOLERANCE,
    });
    if (Result.isFailure(found)) return Effect.fail(new WebhookRefused({ reason: found.failure._tag }));
    const { type, payment } = found.success;
    const outcome = outcomes[type];
    return Effect.succeed(outcome === undefined ? [] : [{ provider: "cards (simulated)", payment, outcome }]);
  },
});
