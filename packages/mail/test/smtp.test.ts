import { Mailer, type Message } from "@resale/core";
import { messageOf, soldWithLabel } from "@resale/testkit/contracts";
import { ConfigProvider, Effect, Exit, Layer, Redacted } from "effect";
import { afterEach, describe, expect, it } from "vitest";
import { Smtp } from "../src/index.ts";
import { rejectionIn } from "../src/smtpFailure.ts";
import { type Manners, smtpPeer } from "./smtpPeer.ts";

describe("an SMTP server", () => {
  const closing: Array<() => Promise<void>> = [];
  afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

  const peerWith = async (manners: Manners) => {
    const peer = await smtpPeer(manners);
    closing.push(peer.close);
    return peer;
  };

  const options = (port: number, credentials = "") => ({
    url: Redacted.make(`smtp://${credentials}127.0.0.1:${port}`),
    patience: 600,
    limit: 1500,
  });

  const errorOf = (layer: Layer.Layer<Mailer>, message: Message = soldWithLabel()) =>
    Effect.runPromise(Mailer.use((mailer) => Effect.flip(mailer.send(message))).pipe(Effect.provide(layer)));

  const answers: ReadonlyArray<readonly [string, Manners, string]> = [
    ["says 550 to the reader", { recipient: () => 550 }, "ProviderRefused"],
    ["says 451 to the reader", { recipient: () => 451 }, "ProviderUnavailable"],
    ["says 554 to the words", { data: () => 554 }, "ProviderRefused"],
    ["says 452 to the words", { data: () => 452 }, "ProviderUnavailable"],
    ["says 503, out of step", { data: () => 503 }, "ProviderUnavailable"],
    ["drops the connection", { data: () => "drop" }, "ProviderUnavailable"],
    ["never answers", { data: () => "stall" }, "ProviderUnavailable"],
    ["says 421 at the door", { connect: () => 421 }, "ProviderUnavailable"],
    ["says 554 at the door: to us, not to this mail", { connect: () => 554 }, "ProviderUnavailable"],
  ];

  it.each(answers)("that %s", async (_, manners, tag) => {
    const peer = await peerWith(manners);
    const message = soldWithLabel();
    const error = await errorOf(Smtp.layer(options(peer.port)), message);
    expect(error).toMatchObject({ _tag: tag, provider: "smtp" });
    expect(error.reason).not.toContain("Jet Set");
    expect(await peer.mailbox(message.to)).toEqual([]);
  });

  it("that is not there", async () => {
    const peer = await smtpPeer();
    await peer.close();
    expect(await errorOf(Smtp.layer(options(peer.port)))).toMatchObject({ _tag: "ProviderUnavailable" });
  });

  it("that does not know our password, which is told to nobody", async () => {
    const peer = await peerWith({ password: "correct horse" });
    const error = await errorOf(Smtp.layer(options(peer.port, "us:battery-staple@")));
    expect(error).toMatchObject({ _tag: "ProviderUnavailable" });
    expect(JSON.stringify(error)).not.toContain("battery-staple");
    const message = messageOf("PayoutOnItsWay");
    const known = Smtp.layer(options(peer.port, "us:correct%20horse@"));
    await Effect.runPromise(Mailer.use((mailer) => mailer.send(message)).pipe(Effect.provide(known)));
    expect(await peer.mailbox(message.to)).toHaveLength(1);
  });

  it("that took the mail for some of its readers only", () => {
    const rejectedErrors = [Object.assign(new Error("no"), { responseCode: 550, command: "RCPT TO" })];
    expect(rejectionIn({ rejected: ["a@example.com"], rejectedErrors })?._tag).toBe("ProviderRefused");
    expect(rejectionIn({ rejected: ["a@example.com"] })?._tag).toBe("ProviderUnavailable");
    expect(rejectionIn({ rejected: [] })).toBeUndefined();
  });

  it("keeps its connections open from mail to mail", async () => {
    const peer = await peerWith({});
    const layer = Smtp.layer({ ...options(peer.port), connections: 2 });
    const messages = Array.from({ length: 12 }, () => messageOf("PayoutOnItsWay"));
    await Effect.runPromise(
      Mailer.use((mailer) => Effect.forEach(messages, mailer.send, { concurrency: 6 })).pipe(
        Effect.provide(layer),
      ),
    );
    expect(peer.connections()).toBeLessThanOrEqual(2);
    for (const { to } of messages) expect(await peer.mailbox(to)).toHaveLength(1);
  });

  it("is found in the configuration", async () => {
    const peer = await peerWith({});
    const message = messageOf("PayoutOnItsWay");
    const from = (settings: Record<string, string>) =>
      Mailer.use((mailer) => mailer.send(message)).pipe(
        Effect.provide(
          Smtp.layerConfig().pipe(Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(settings)))),
        ),
      );
    await Effect.runPromise(from({ SMTP_URL: `smtp://127.0.0.1:${peer.port}` }));
    expect(await peer.mailbox(message.to)).toHaveLength(1);
    expect(Exit.isFailure(await Effect.runPromiseExit(from({})))).toBe(true);
    expect(Exit.isFailure(await Effect.runPromiseExit(from({ SMTP_URL: "http://nowhere" })))).toBe(true);
  });
});
