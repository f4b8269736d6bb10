import { createHash, generateKeyPairSync, type KeyObject, verify } from "node:crypto";
import { Mailer, type Message } from "@resale/core";
import { messageOf, soldWithLabel } from "@resale/testkit/contracts";
import { ConfigProvider, Effect, Exit, Layer, Redacted } from "effect";
import { afterEach, describe, expect, it } from "vitest";
import { Smtp } from "../src/index.ts";
import { rejectionIn } from "../src/smtpFailure.ts";
import { type Manners, smtpPeer } from "./smtpPeer.ts";

/** Whether a mail's DKIM signature (relaxed/relaxed, rsa-sha256) is the key's (RFC 6376). */
const isSigned = (raw: string, key: KeyObject): boolean => {
  const cut = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, cut).split(/\r\n(?![ \t])/);
  const relaxed = (field: string): string => {
    const colon = field.indexOf(":");
    const value = field
      .slice(colon + 1)
      .replace(/\r\n/g, "")
      .replace(/[ \t]+/g, " ")
      .trim();
    return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
  };
  const own = fields.find((field) => /^dkim-signature:/i.test(field)) ?? "";
  const tag = (name: string): string =>
    (new RegExp(`[;\\s:]${name}=([^;]*)`).exec(own)?.[1] ?? "").replace(/\s/g, "");
  const body = raw
    .slice(cut + 4)
    .replace(/[ \t]+\r\n/g, "\r\n")
    .replace(/[ \t]+/g, " ")
    .replace(/(\r\n)*$/, "\r\n");
  if (createHash("sha256").update(body, "latin1").digest("base64") !== tag("bh")) return false;
  const named = tag("h")
    .split(":")
    .map((name) => name.toLowerCase());
  const signed = [...fields].reverse();
  const lines = named.flatMap((name) => {
    const at = signed.findIndex((field) => field.toLowerCase().startsWith(`${name}:`));
    return at < 0 ? [] : signed.splice(at, 1).map(relaxed);
  });
  const unsigned = relaxed(own.replace(/([;\s]b=)[^;]*/, "$1")).trimEnd();
  const data = Buffer.from([...lines, unsigned].join("\r\n"), "latin1");
  return verify("rsa-sha256", data, key, Buffer.from(tag("b"), "base64"));
};

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

  const sendWith = async (given: Partial<Smtp.SmtpOptions>, messages: ReadonlyArray<Message>, port: number) =>
    Effect.runPromiseExit(
      Mailer.use((mailer) => Effect.forEach(messages, mailer.send, { concurrency: 8 })).pipe(
        Effect.provide(Smtp.layer({ ...options(port), ...given })),
      ),
    );

  it("opens a new connection after as many mails as are told", async () => {
    const peer = await peerWith({});
    const messages = Array.from({ length: 6 }, () => messageOf("PayoutOnItsWay"));
    const sent = await sendWith({ connections: 1, mailsPerConnection: 2 }, messages, peer.port);
    expect(Exit.isSuccess(sent)).toBe(true);
    expect(peer.connections()).toBe(3);
  });

  it("gets bounces sent to the address that is told, or else to the sender's", async () => {
    const peer = await peerWith({});
    await sendWith({ returnPath: "bounces@resale.example" }, [messageOf("PayoutOnItsWay")], peer.port);
    await sendWith({}, [messageOf("PayoutOnItsWay")], peer.port);
    expect(peer.senders()).toEqual(["bounces@resale.example", "preloved@resale.example"]);
  });

  it("that offers no TLS is told nothing, if TLS is required", async () => {
    const peer = await peerWith({});
    const message = messageOf("PayoutOnItsWay");
    const sent = await sendWith({ requireTls: true }, [message], peer.port);
    expect(sent).toMatchObject({ _tag: "Failure" });
    expect(peer.raw(message.to)).toEqual([]);
  });

  it("gets mails that are signed, if there is a key: the signature is the key's, over the words that came", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const dkim = { domain: "resale.example", selector: "mail", privateKey: Redacted.make(pem) };
    const peer = await peerWith({});
    const message = messageOf("PayoutOnItsWay");
    expect(Exit.isSuccess(await sendWith({ dkim }, [message], peer.port))).toBe(true);
    const raw = peer.raw(message.to)[0]?.toString("latin1") ?? "";
    expect(isSigned(raw, publicKey)).toBe(true);
    expect(isSigned(raw.replace("payout", "pay0ut"), publicKey)).toBe(false);
    expect(raw).toMatch(/d=resale\.example;/);
    expect(raw).toMatch(/s=mail;/);
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
