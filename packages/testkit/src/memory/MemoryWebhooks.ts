import { AddressRefused, type WebhookAnswer, Webhooks } from "@resale/core";
import { Context, Effect, Layer, Redacted } from "effect";

/** A webhook as it was sent. */
export type Sent = Parameters<Webhooks["Service"]["post"]>[0];

const make = () => {
  const sent: Array<Sent> = [];
  let answering: (sent: Sent) => WebhookAnswer = () => ({ _tag: "Accepted", status: 200 });
  const isInside = (url: string): boolean => !url.startsWith("https://") || url.includes("internal");
  const port = Webhooks.of({
    check: (url) =>
      isInside(url) ? Effect.fail(new AddressRefused({ reason: "leads inside" })) : Effect.void,
    newSecret: Effect.sync(() => Redacted.make(`whsec_${crypto.randomUUID()}`)),
    post: (request) =>
      Effect.sync(() => {
        sent.push(request);
        return answering(request);
      }),
  });
  const answer = (next: (sent: Sent) => WebhookAnswer): void => {
    answering = next;
  };
  return { port, control: { sent, answer } };
};

/** Subscribers in memory: what they were sent, and what a test has them answer. */
export class MemoryWebhooks extends Context.Service<
  MemoryWebhooks,
  {
    readonly sent: ReadonlyArray<Sent>;
    /** What each webhook from now on is answered; accepted, until a test says otherwise. */
    readonly answer: (next: (sent: Sent) => WebhookAnswer) => void;
  }
>()("@resale/testkit/memory/MemoryWebhooks") {
  static readonly layer: Layer.Layer<Webhooks | MemoryWebhooks> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Webhooks, port), MemoryWebhooks, control);
    }),
  );
}
