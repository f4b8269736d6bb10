import { Mailer, ProviderRefused, ProviderUnavailable } from "@resale/core";
import { Context, Effect, Layer } from "effect";
import { nothing, provider } from "./Provider.ts";

/** What of the port a shop keeps: the words of its mails are its own. */
class Sending extends Context.Service<Sending, Pick<Mailer["Service"], "send">>()("@resale/embed/Sending") {}

export const sending = provider("mailer", Sending, {
  send: { answer: nothing, fails: [ProviderRefused, ProviderUnavailable] },
});

export type PlainSending = Parameters<(typeof sending)["layer"]>[0];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The facts that a mail was made of: how the shop put them into words, the engine does not know. */
const write: Mailer["Service"]["write"] = ({ _tag, ...facts }) => {
  const text = JSON.stringify(facts, undefined, 2);
  return Effect.succeed({ subject: _tag, html: `<pre>${escaped(text)}</pre>`, text });
};

/** The whole port, for support that asks what was sent. */
export const mailerOf = (layer: Layer.Layer<Sending>): Layer.Layer<Mailer> =>
  Layer.provide(
    Layer.effect(
      Mailer,
      Effect.map(Sending, ({ send }) => Mailer.of({ send, write })),
    ),
    layer,
  );
