import { AddressRefused, type WebhookAnswer, Webhooks } from "@resale/core";
import { Duration, Effect, Layer } from "effect";
import { exchange, makeAgents } from "./exchange.ts";
import { newSecret, signatureOf } from "./signing.ts";
import { type Resolve, systemResolve, type Target, targetOf } from "./target.ts";

/** How subscribers are told over HTTP. */
export interface HttpWebhooksOptions {
  /**
   * Hosts, with or without their port, that may be told without HTTPS and at private addresses: an operator's own, in
   * tests and sandboxes. None, if left out.
   */
  readonly allowedHosts?: ReadonlyArray<string>;
  /** How long an answer may take, from looking up the name to the status. 15 seconds, if not told. */
  readonly timeout?: Duration.Input;
  /** All addresses of a name; the machine's own resolver, if left out. */
  readonly resolve?: Resolve;
  /** Certificates of an authority that is trusted instead of the usual ones, as PEM. */
  readonly ca?: string;
}

const make = Effect.fnUntraced(function* (options: HttpWebhooksOptions) {
  const allowed = new Set(options.allowedHosts ?? []);
  const resolve = options.resolve ?? systemResolve;
  const patience = Duration.toMillis(options.timeout ?? "15 seconds");
  const agents = makeAgents(options.ca);
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      agents.http.destroy();
      agents.https.destroy();
    }),
  );

  const target = (url: string): Effect.Effect<Target, AddressRefused> =>
    Effect.promise(() => targetOf(url, allowed, resolve)).pipe(
      Effect.flatMap((found) =>
        found instanceof AddressRefused ? Effect.fail(found) : Effect.succeed(found),
      ),
      Effect.timeoutOrElse({
        duration: patience,
        orElse: () =>
          Effect.fail(new AddressRefused({ reason: "leads to no host that can be found in time" })),
      }),
    );

  const post: Webhooks["Service"]["post"] = Effect.fn("Webhooks.post")(function* (request) {
    const { url, secrets, id, at, body } = request;
    const bytes = new TextEncoder().encode(body);
    const seconds = Math.floor(at / 1000);
    const headers = {
      "content-type": "application/json",
      "content-length": `${bytes.length}`,
      "user-agent": "resale-webhooks",
      "webhook-id": id,
      "webhook-timestamp": `${seconds}`,
      "webhook-signature": secrets
        .map((secret) => signatureOf(secret, { id, seconds, body: bytes }))
        .join(" "),
    };
    const found = yield* Effect.result(target(url));
    if (found._tag === "Failure") {
      return { _tag: "AddressRefused", reason: found.failure.reason } satisfies WebhookAnswer;
    }
    return yield* Effect.callback<WebhookAnswer>((resume) => {
      const stop = exchange(found.success, agents, { headers, body: bytes }, patience, (answer) =>
        resume(Effect.succeed(answer)),
      );
      return Effect.sync(stop);
    });
  });

  return Webhooks.of({
    check: Effect.fn("Webhooks.check")((url) => Effect.asVoid(target(url))),
    newSecret: Effect.sync(newSecret),
    post,
  });
});

/**
 * Tells subscribers over HTTPS, signed by Standard Webhooks (R60). What leads inside is never told: the name is resolved
 * each time, every address checked, and the connection made to the one that was.
 */
export const HttpWebhooks = {
  layer: (options: HttpWebhooksOptions = {}): Layer.Layer<Webhooks> => Layer.effect(Webhooks, make(options)),
} as const;
