import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Effect, Redacted, Result } from "effect";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { hearMailReports } from "../src/index.ts";

const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
const hear = hearMailReports(Redacted.make(SECRET));
const MINUTE = 60_000;

const signed = (body: string, given: { readonly secret?: string; readonly at?: number } = {}) => {
  const at = new Date(given.at ?? Date.now());
  return {
    "webhook-id": "msg_1",
    "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
    "webhook-signature": new Webhook(given.secret ?? SECRET).sign("msg_1", at, body),
  };
};

const heard = (body: string, headers: Readonly<Record<string, string | undefined>> = signed(body)) =>
  Effect.runPromise(Effect.result(hear(Buffer.from(body), headers)));

const report = {
  messageId: "<0198c2d4-7e1b-7c3a-9f00-5a1b2c3d4e5f.ItemSold.1@shop.example>",
  recipient: "ada@example.com",
  outcome: "Failed",
  reason: "550 5.1.1 no such user",
};
const body = JSON.stringify({ reports: [report] });

describe("bounces that are told over HTTP", () => {
  it("name the mail, its reader and the reason, with or without the signs of a Message-ID", async () => {
    const told = { ...report, messageId: "0198c2d4-7e1b-7c3a-9f00-5a1b2c3d4e5f.ItemSold.1" };
    expect(Result.getOrThrow(await heard(body))).toEqual([told]);
    const { reason: _, ...terse } = told;
    const bare = JSON.stringify({ reports: [terse] });
    expect(Result.getOrThrow(await heard(bare))).toEqual([{ ...told, reason: "no reason given" }]);
  });

  it("may be the report that a mail server wrote", async () => {
    const whole = await readFile(join(import.meta.dirname, "bounces", "postfix.eml"), "utf8");
    expect(Result.getOrThrow(await heard(JSON.stringify({ report: whole })))).toMatchObject([
      { messageId: "0198c2d4-7e1b-7c3a-9f00-5a1b2c3d4e5f.ItemSold.1", outcome: "Failed" },
    ]);
  });

  it.each([
    ["by another secret", signed(body, { secret: `whsec_${Buffer.alloc(24, 8).toString("base64")}` })],
    ["six minutes ago", signed(body, { at: Date.now() - 6 * MINUTE })],
    ["six minutes from now", signed(body, { at: Date.now() + 6 * MINUTE })],
    ["for other words", signed(`${body} `)],
    ["by nobody", {}],
  ])("are not taken when they were signed %s", async (_, headers) => {
    expect(Result.isFailure(await heard(body, headers))).toBe(true);
  });

  it.each([
    "",
    "{}",
    "[]",
    '{"reports":[{}]}',
    JSON.stringify({ reports: [{ ...report, recipient: "nobody" }] }),
  ])("are not taken when they say %s", async (words) => {
    const answer = await heard(words);
    expect(Result.isFailure(answer) && answer.failure).toMatchObject({ _tag: "MailHookRefused" });
  });
});
