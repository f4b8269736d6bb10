import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Mail, Mailer } from "@resale/core";
import { messageOf } from "@resale/testkit/contracts";
import { Effect, Layer, Redacted } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageIdIn, readBounce, returnPathOf, Smtp } from "../src/index.ts";
import { smtpPeer } from "./smtpPeer.ts";

const BOUNCES = "bounces@shop.example";
const ID = "0198c2d4-7e1b-7c3a-9f00-5a1b2c3d4e5f";

describe("a return path that names its mail", () => {
  it("is read back, whatever the mail and however its letters were changed on the way", () => {
    const mails = Object.keys(Mail.cases);
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.constantFrom(...mails),
        fc.integer({ min: 0, max: 999 }),
        (id, mail, occurrence) => {
          const path = returnPathOf(BOUNCES, `${id}.${mail}.${occurrence}`);
          expect(path.slice(0, path.indexOf("@")).length).toBeLessThanOrEqual(64);
          const named = `${id}.${mail.toLowerCase()}.${occurrence}`;
          for (const came of [path, path.toUpperCase(), `<${path}>`]) expect(messageIdIn(came)).toBe(named);
        },
      ),
    );
  });

  it("is the plain one for a mail whose name does not fit", () => {
    for (const messageId of ["desk.Digest.2026-11-27", `${"x".repeat(60)}.ItemSold.1`, ""])
      expect(returnPathOf(BOUNCES, messageId)).toBe(BOUNCES);
    const long = `${"b".repeat(40)}@shop.example`;
    expect(returnPathOf(long, `${ID}.ItemSold.1`)).toBe(long);
  });

  it("is none in any other address", () => {
    for (const address of [
      BOUNCES,
      "a+b@c.example",
      "a+b.c.1",
      `a+${"z".repeat(25)}.itemsold.1@c.example`,
      "",
    ])
      expect(messageIdIn(address)).toBeUndefined();
  });

  it("stands on the envelope of each mail, where it is wanted", async () => {
    const peer = await smtpPeer();
    try {
      const message = messageOf("ItemSold", { messageId: `${ID}.ItemSold.1` });
      for (const verp of [true, false]) {
        const url = Redacted.make(`smtp://127.0.0.1:${peer.port}`);
        const layer = Smtp.layer({ url, verp, returnPath: BOUNCES });
        await Effect.runPromise(
          Effect.provide(
            Mailer.use(({ send }) => send(message)),
            Layer.fresh(layer),
          ),
        );
      }
      expect(peer.senders()).toEqual([returnPathOf(BOUNCES, message.messageId), BOUNCES]);
    } finally {
      await peer.close();
    }
  });

  it("tells which mail a report is about that holds nothing of it", async () => {
    const whole = await readFile(join(import.meta.dirname, "bounces", "postfix.eml"), "utf8");
    const nameless = whole.replace(/Message-ID: <0198[^\n]*\n/, "");
    const came = `X-Original-To: ${returnPathOf(BOUNCES, `${ID}.ItemSold.1`)}\r\n`;
    expect(await readBounce(`${came}${nameless}`)).toMatchObject([
      { messageId: `${ID}.itemsold.1`, recipient: "ada@example.com", outcome: "Failed" },
    ]);
  });
});
