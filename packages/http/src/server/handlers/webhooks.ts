import { createHash } from "node:crypto";
import { type Told, takeDown } from "@resale/core";
import { Effect } from "effect";
import { type ReadWebhook, WebhookRefused, type Webhooks } from "../Engine.ts";
import type { Asked, HandlersOf } from "../Handlers.ts";
import { now } from "./now.ts";

/** The message as it came is what it is known by: a provider repeats the same bytes, whenever it signs them. */
const keyOf = (provider: keyof Webhooks, raw: Uint8Array): string =>
  `${provider}.${createHash("sha256").update(raw).digest("base64url")}`;

/** Why it is not taken, the log is told, and nobody who tries what a signature looks like. */
const UNTOLD = "This is not taken: signature, age or content is not right.";

/** Signature first; then it is taken down, and answered. Workers act on it afterwards. */
const heard = <Read>(
  provider: keyof Webhooks,
  read: ReadWebhook<Read> | undefined,
  { payload, httpHeaders }: Asked & { readonly payload: Uint8Array },
  newsOf: (read: Read) => Told,
) =>
  Effect.gen(function* () {
    if (read === undefined) return yield* new WebhookRefused({ reason: UNTOLD });
    const told = yield* read(payload, httpHeaders, yield* now).pipe(
      Effect.tapError(({ reason }) => Effect.logWarning("a webhook was not taken", { provider, reason })),
      Effect.mapError(() => new WebhookRefused({ reason: UNTOLD })),
    );
    return { taken: yield* takeDown(keyOf(provider, payload), told.map(newsOf)) };
  });

export const webhooksOf = (readers: Webhooks): HandlersOf<"webhooks"> => ({
  carrier: (request) =>
    heard("carrier", readers.carrier, request, (told) => ({ _tag: "ReceiveScans", ...told })),
  payments: (request) =>
    heard("payments", readers.payments, request, (told) => ({ _tag: "ReceiveChargeback", ...told })),
  mail: (request) => heard("mail", readers.mail, request, (told) => ({ _tag: "ReceiveMailReport", ...told })),
});
