import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { orderStory } from "@resale/core";
import { asSupport, MemoryMailer, temporaryFolder } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, test } from "vitest";
import { aSale, openShop } from "./shop.ts";
import { type } from "./typed.ts";

const reportOf = (messageId: string, to: string): string =>
  [
    "From: MAILER-DAEMON@mx.example.net",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    "",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.net",
    "",
    `Final-Recipient: rfc822; ${to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 no such user",
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: <${messageId}@resale.example>`,
    "",
    "--b--",
    "",
  ].join("\r\n");

describe("resale bounce", () => {
  test("keeps what a mail server reports of a mail of ours, and shrugs at all else", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const { url, inside } = yield* openShop;
          const folder = yield* temporaryFolder;
          const { order } = yield* inside(aSale);
          const mailer = yield* inside(MemoryMailer);
          const sold = mailer.sent.find(({ mail }) => mail._tag === "ItemSold");
          const { to = "", messageId = "" } = sold ?? {};
          const bounce = (raw: string, ...args: ReadonlyArray<string>) =>
            Effect.gen(function* () {
              const file = join(folder, "report.eml");
              yield* Effect.promise(() => writeFile(file, raw));
              return yield* type(["bounce", file, "--database-url", url, ...args]);
            });
          const refusing = Effect.map(inside(orderStory(asSupport, order)), ({ mailboxes }) =>
            mailboxes.map(({ mailbox }) => mailbox._tag),
          );

          const forged = yield* bounce(reportOf(messageId, "else@example.com"));
          expect([forged.code, forged.out]).toMatchObject([0, expect.stringContaining("no mail of ours")]);
          const other = yield* bounce("Subject: I am away\r\n\r\nUntil Monday.");
          expect([other.code, other.out]).toEqual([0, "This is no report of a mail that bounced."]);
          expect(yield* refusing).toEqual([]);

          const kept = yield* bounce(reportOf(messageId, to), "--json");
          expect(kept.code).toBe(0);
          expect(kept.json()).toEqual([
            { messageId, recipient: to, outcome: "Recorded", reason: "550 5.1.1 no such user" },
          ]);
          expect(yield* refusing).toEqual(["Refusing"]);

          const missing = yield* type(["bounce", join(folder, "none.eml"), "--database-url", url]);
          expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("can't be read")]);
        }),
      ),
    ));
});
