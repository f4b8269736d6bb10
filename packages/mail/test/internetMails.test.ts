import { assert } from "@effect/vitest";
import { Mailer, type Message } from "@resale/core";
import { labelPdf, mailOf, messageOf, newReader, suite } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { Mailbox } from "./Mailbox.ts";

const sent = Effect.fnUntraced(function* (message: Message) {
  yield* Mailer.use((mailer) => mailer.send(message));
  const [mail] = yield* Mailbox.use(({ of }) => of(message.to));
  return mail ?? assert.fail("nothing was received");
});

for (const [name, layer] of [
  ["SMTP", Mailbox.smtp],
  ["a folder", Mailbox.folder],
] as const) {
  suite(`mails by ${name}`, layer, (it) => {
    it.effect("are to their reader, in HTML and in text", () =>
      Effect.gen(function* () {
        const words = "Señora’s “Tote” — 袋 👜";
        const message = messageOf("PayoutOnItsWay", { mail: mailOf("PayoutOnItsWay", words) });
        const mail = yield* sent(message);
        assert.strictEqual(mail.to, message.to);
        assert.strictEqual(mail.subject, `Your payout is on its way: ${words}`);
        assert.include(mail.html, "<html");
        assert.include(mail.text, "https://shop.example/orders/o-1?token=a1b2");
        assert.include(mail.text, "$987.60");
      }),
    );

    it.effect("name their thread, and say that no person wrote them", () =>
      Effect.gen(function* () {
        for (const [tag, isOptional] of [
          ["ItemSold", false],
          ["ShipReminder", true],
        ] as const) {
          const message = messageOf(tag);
          const { messageId, headers } = yield* sent(message);
          const thread = `<${message.thread}@resale.example>`;
          assert.match(messageId, /^<[^<>@\s]+@resale\.example>$/);
          assert.strictEqual(headers.get("in-reply-to"), thread);
          assert.strictEqual(headers.get("references"), thread);
          assert.strictEqual(headers.get("auto-submitted"), "auto-generated");
          assert.strictEqual(headers.has("list-unsubscribe"), isOptional);
        }
      }),
    );

    it.effect("have no header that somebody wrote into a word", () =>
      Effect.gen(function* () {
        const injected = "\r\nBcc: other@example.com\r\nX-Evil: yes";
        const { headers } = yield* sent(
          messageOf("ListingDenied", {
            mail: mailOf("ListingDenied", `a${injected}\r\n\r\nbody`),
            messageId: `${newReader()}${injected}`,
            thread: `t>${injected}`,
            attachments: [
              { name: `../../x"${injected}.pdf`, contentType: "application/pdf", content: labelPdf },
            ],
          }),
        );
        for (const header of ["x-evil", "bcc", "cc"]) assert.isFalse(headers.has(header), header);
      }),
    );
  });
}
