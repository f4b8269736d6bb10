import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBounce } from "../src/index.ts";

const read = async (name: string) => readBounce(await readFile(join(import.meta.dirname, "bounces", name)));

describe("a report of a mail that bounced", () => {
  it("by Postfix names the mail, its reader and the reason", async () => {
    expect(await read("postfix.eml")).toEqual([
      {
        messageId: "0198c2d4-7e1b-7c3a-9f00-5a1b2c3d4e5f.ItemSold.1",
        recipient: "ada@example.com",
        outcome: "Failed",
        reason: "550 5.1.1 <ada@example.com>: Recipient address rejected: User unknown in virtual table",
      },
    ]);
  });

  it("with the headers of the mail alone, in base64, by Exchange", async () => {
    expect(await read("exchange.eml")).toEqual([
      {
        messageId: "0198c2d4-7e1b-7c3a-9f00-5a1b2c3d4e5f.PayoutOnItsWay.2",
        recipient: "Ada.Lovelace@example.com",
        outcome: "Failed",
        reason: "550 5.2.2 mailbox full",
      },
    ]);
  });

  it("of a mail that is late, or was given up though the address is well, is no refusal", async () => {
    expect(await read("delayed.eml")).toMatchObject([
      { recipient: "ada@example.com", outcome: "Delayed" },
      { recipient: "bea@example.com", outcome: "Delayed" },
      { recipient: "cyd@example.com", outcome: "Delivered" },
    ]);
  });

  it("is not what an answering machine, a reader or anybody else sends", async () => {
    const answer =
      "From: ada@example.com\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nI am at the sea.";
    for (const raw of [answer, "", "\r\n\r\n", "Action: failed\nStatus: 5.1.1"]) {
      expect(await readBounce(raw)).toEqual([]);
    }
  });

  it("of a mail that it does not name is of no use", async () => {
    const whole = await readFile(join(import.meta.dirname, "bounces", "postfix.eml"), "utf8");
    expect(await readBounce(whole.replace(/Message-ID: <0198[^\n]*\n/, ""))).toEqual([]);
  });

  it("is read whatever it holds, and never throws", async () => {
    const whole = await readFile(join(import.meta.dirname, "bounces", "postfix.eml"), "utf8");
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(400), fc.string(), async (at, length, words) => {
        const found = await readBounce(whole.slice(0, at) + words + whole.slice(at + length));
        for (const { reason, messageId } of found) {
          expect(reason.length).toBeLessThanOrEqual(300);
          expect(messageId).not.toMatch(/[<>@\s]/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
