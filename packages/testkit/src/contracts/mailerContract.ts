import { Mailer, type Message } from "@resale/core";
import { Effect, Exit, type Layer, Scope } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyMail } from "./everyMail.ts";
import { labelPdf, messageOf, newReader, soldWithLabel } from "./messages.ts";

/** A mail as it lay in its reader's mailbox. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly attachments: ReadonlyArray<{
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }>;
}

/** A mailer under test, and the mailbox at its other end. */
export interface MailerUnderTest {
  readonly layer: Layer.Layer<Mailer>;
  readonly mailbox: (to: string) => Promise<ReadonlyArray<ReceivedMail>>;
}

/** What every adapter of the port `Mailer` keeps to. */
export const mailerContract = (
  name: string,
  makeLayer: () => Effect.Effect<MailerUnderTest, never, Scope.Scope>,
): void => {
  describe(`${name} as a Mailer`, () => {
    const scope = Scope.makeUnsafe();
    let subject: MailerUnderTest;

    beforeAll(async () => {
      subject = await Effect.runPromise(Scope.provide(makeLayer(), scope));
    });

    afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)));

    const send = (...messages: ReadonlyArray<Message>): Promise<void> =>
      Effect.runPromise(
        Mailer.use((mailer) =>
          Effect.forEach(messages, (message) => mailer.send(message), { concurrency: 8, discard: true }),
        ).pipe(Effect.provide(subject.layer)),
      );

    const only = async (message: Message): Promise<ReceivedMail> => {
      const [mail, ...others] = await subject.mailbox(message.to);
      expect(others).toEqual([]);
      if (mail === undefined) throw new Error("nothing was received");
      return mail;
    };

    it("brings a mail to its reader, in HTML and in text", async () => {
      const message = messageOf("PayoutOnItsWay");
      await send(message);
      const mail = await only(message);
      expect(mail.to).toBe(message.to);
      expect(mail.subject).toContain("payout");
      expect(mail.html).toContain("<html");
      expect(mail.text).toContain("https://shop.example/orders/o-1?token=a1b2");
      expect(mail.text).toContain("$987.60");
    });

    it("R28 the label goes with the mail as a PDF, byte for byte", async () => {
      const message = soldWithLabel();
      await send(message);
      const { attachments } = await only(message);
      expect(attachments.map((file) => [file.name, file.contentType])).toEqual([
        ["label.pdf", "application/pdf"],
        ["qr.png", "image/png"],
      ]);
      expect(Buffer.from(attachments[0]?.bytes ?? []).equals(labelPdf)).toBe(true);
      expect(attachments[1]?.bytes.length).toBe(500);
    });

    it("brings every kind of mail", async () => {
      const messages = everyMail("Señora’s “Tote” — 袋 👜").map((mail, index) =>
        messageOf(mail._tag, { mail, messageId: `${newReader()}.${index}` }),
      );
      await send(...messages);
      for (const message of messages) {
        const mail = await only(message);
        expect(mail.text.length).toBeGreaterThan(100);
        if (message.mail._tag === "PayoutOnItsWay") {
          expect(mail.subject).toBe("Your payout is on its way: Señora’s “Tote” — 袋 👜");
          expect(mail.text).toContain("Señora’s “Tote” — 袋 👜");
        }
      }
    });

    it("gives a repeat the same Message-ID, and each mail of an order the same thread", async () => {
      const sold = messageOf("ItemSold");
      const reminder = messageOf("ShipReminder", { to: sold.to, thread: sold.thread });
      await send(sold);
      await send(sold);
      await send(reminder);
      const mails = await subject.mailbox(sold.to);
      expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(2);
      for (const mail of mails) {
        expect(mail.messageId).toMatch(/^<[^<>@\s]+@resale\.example>$/);
        expect(mail.headers.get("in-reply-to")).toBe(`<${sold.thread}@resale.example>`);
        expect(mail.headers.get("references")).toBe(`<${sold.thread}@resale.example>`);
        expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
        expect(mail.headers.has("list-unsubscribe")).toBe(mail.subject.includes("reminder"));
      }
    });

    it("lets no word become a header or another reader", async () => {
      const evil = "a\r\nBcc: other@example.com\r\nX-Evil: yes\r\n\r\nbody";
      const message = messageOf("ListingDenied", {
        mail:
          everyMail(evil).find((mail) => mail._tag === "ListingDenied") ?? messageOf("ListingDenied").mail,
        messageId: `${newReader()}\r\nX-Evil: yes`,
        thread: "t>\r\nX-Evil: yes",
        attachments: [
          { name: '../../x"\r\nX-Evil: yes.pdf', contentType: "application/pdf", content: labelPdf },
        ],
      });
      await send(message);
      const mail = await only(message);
      for (const header of ["x-evil", "bcc", "cc"]) expect(mail.headers.has(header)).toBe(false);
      expect(mail.attachments).toHaveLength(1);
      expect(await subject.mailbox("other@example.com")).toEqual([]);
    });
  });
};
