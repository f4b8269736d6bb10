import { receiveChargeback, receiveScans } from "@resale/core";
import { Effect } from "effect";
import { type ReadWebhook, WebhookRefused, type Webhooks } from "../Engine.ts";
import type { Asked, HandlersOf } from "../Handlers.ts";
import { now } from "./now.ts";

const heard = <News, E, R>(
  read: ReadWebhook<News> | undefined,
  { payload, httpHeaders }: Asked & { readonly payload: Uint8Array },
  receive: (news: News) => Effect.Effect<number, E, R>,
) =>
  Effect.gen(function* () {
    if (read === undefined) return yield* new WebhookRefused({ reason: "nobody listens to this provider" });
    const news = yield* read(payload, httpHeaders, yield* now);
    const counts = yield* Effect.forEach(news, receive);
    return { orders: counts.reduce((sum, count) => sum + count, 0) };
  });

export const webhooksOf = (readers: Webhooks): HandlersOf<"webhooks"> => ({
  carrier: (request) =>
    heard(readers.carrier, request, ({ carrier, tracking, scans }) => receiveScans(carrier, tracking, scans)),
  payments: (request) =>
    heard(readers.payments, request, ({ provider, payment, outcome }) =>
      receiveChargeback(provider, payment, outcome),
    ),
});
