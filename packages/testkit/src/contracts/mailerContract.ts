import { type Email, Mailer, type Message } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer } from "effect";
import { type Acted, acted } from "./acted.ts";
import type { Contract } from "./Contract.ts";
import { newId } from "./changes.ts";
import { refusal } from "./endings.ts";
import { everyMail } from "./everyMail.ts";
import { labelPdf, mailOf, messageOf, newReader, soldWithLabel } from "./messages.ts";
import { providerContract } from "./providerContract.ts";

/** A mail as it lay in its reader's mailbox. */
export interface ReceivedMail {
  readonly messageId: string;
  /** What holds the mails of an order or a listing together. */
  readonly thread: string;
  /** All that a reader without pictures reads, the subject with it. */
  readonly text: string;
  readonly attachments: ReadonlyArray<{
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }>;
}

/** What a mailer is tried with: the mailbox at its other end. */
export interface MailerUnderTest<R> {
  readonly mailbox: (to: Email) => Acted<R, ReadonlyArray<ReceivedMail>>;
  /** An address that no mail will ever reach; none, for a mailer that takes them all. */
  readonly unreachable?: Email;
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one?.length === other.length && one.every((byte, index) => byte === other[index]);

/** What every adapter of the port `Mailer` keeps to. */
export const mailerContract = <R, E>(
  name: string,
  services: Layer.Layer<Mailer | R, E>,
  { mailbox, unreachable }: MailerUnderTest<R>,
): Contract =>
  providerContract(`${name}: Mailer`, services, (promise) => {
    const send = (...messages: ReadonlyArray<Message>) =>
      Mailer.use((mailer) => Effect.forEach(messages, mailer.send, { concurrency: 8, discard: true }));

    const only = Effect.fnUntraced(function* ({ to, mail }: Message) {
      const [received, ...others] = yield* acted(() => mailbox(to));
      assert.lengthOf(others, 0, `the mail ${mail._tag} was received more than once`);
      return received ?? assert.fail(`the mail ${mail._tag} was accepted, but never received`);
    });

    promise(
      "R28 the label goes with the mail as a PDF, byte for byte",
      Effect.gen(function* () {
        const message = soldWithLabel();
        yield* send(message);
        const { attachments } = yield* only(message);
        assert.deepStrictEqual(
          attachments.map((file) => [file.name, file.contentType]),
          [
            ["label.pdf", "application/pdf"],
            ["qr.png", "image/png"],
          ],
          "other files than the label and its QR code went with the mail",
        );
        assert.isTrue(isSame(attachments[0]?.bytes, labelPdf), "the label's bytes were changed on the way");
        const qr = labelPdf.subarray(0, 500);
        assert.isTrue(isSame(attachments[1]?.bytes, qr), "the QR code's bytes were changed on the way");
      }),
    );

    promise(
      "brings every kind of mail, with people's words as they wrote them",
      Effect.gen(function* () {
        const words = "Señora’s “Tote” — 袋 👜";
        const messages = everyMail(words).map((mail) => messageOf(mail._tag, { mail }));
        yield* send(...messages);
        for (const message of messages) {
          const { text } = yield* only(message);
          assert.isNotEmpty(text.trim(), `the mail ${message.mail._tag} came without a word`);
          if ("item" in message.mail) {
            assert.include(text, words, `the mail ${message.mail._tag} lost the words of the piece`);
          }
        }
      }),
    );

    promise(
      "writes every kind of mail for who wants to see it, with people's words as they wrote them; nothing leaves",
      Effect.gen(function* () {
        const words = "Señora’s “Tote” — 袋 👜";
        const { write } = yield* Mailer;
        for (const mail of everyMail(words)) {
          const message = messageOf(mail._tag, { mail });
          const written = yield* write(mail, message.program);
          for (const [part, said] of Object.entries(written)) {
            assert.isNotEmpty(said.trim(), `the ${part} of the mail ${mail._tag} was written without a word`);
          }
          assert.notMatch(written.subject, /[\r\n]/, `the subject of the mail ${mail._tag} has two lines`);
          const again = yield* write(mail, message.program);
          assert.deepStrictEqual(
            again,
            written,
            `the mail ${mail._tag} was written otherwise the second time`,
          );
          if ("item" in mail) {
            assert.include(
              written.text,
              words,
              `the mail ${mail._tag} was written without the piece's words`,
            );
            assert.include(
              written.html,
              words,
              `the mail ${mail._tag} was written without the piece's words`,
            );
          }
          assert.lengthOf(yield* acted(() => mailbox(message.to)), 0, "what was only written was sent");
        }
      }),
    );

    promise(
      "writes nobody's words as markup",
      Effect.gen(function* () {
        const words = `<script>alert(1)</script>`;
        const { write } = yield* Mailer;
        for (const mail of everyMail(words)) {
          const { html } = yield* write(mail, messageOf(mail._tag).program);
          assert.notInclude(html, words, `a word became markup in the mail ${mail._tag}`);
        }
      }),
    );

    promise(
      "gives a repeat the same Message-ID, and each mail of an order the same thread",
      Effect.gen(function* () {
        const sold = messageOf("ItemSold");
        const reminder = messageOf("ShipReminder", { to: sold.to, thread: sold.thread });
        const other = messageOf("ItemSold", { to: sold.to });
        for (const message of [sold, sold, reminder]) yield* send(message);
        const mails = yield* acted(() => mailbox(sold.to));
        const ids = new Set(mails.map(({ messageId }) => messageId));
        assert.strictEqual(ids.size, 2, "a repeat cannot be told from another mail by its Message-ID");
        const [thread, ...threads] = new Set(mails.map((mail) => mail.thread));
        assert.lengthOf(threads, 0, "two mails of one order are of two threads");
        yield* send(other);
        const strangers = (yield* acted(() => mailbox(sold.to))).filter((mail) => mail.thread !== thread);
        assert.lengthOf(strangers, 1, "the mail of another order came into this one's thread");
      }),
    );

    promise(
      "lets no word make another reader, or a file",
      Effect.gen(function* () {
        const bystander = newReader();
        const injected = `\r\nBcc: ${bystander}\r\nCc: ${bystander}\r\n\r\nbody`;
        const message = messageOf("ListingDenied", {
          mail: mailOf("ListingDenied", `a${injected}`),
          messageId: `${newId()}${injected}`,
          thread: `t>${injected}`,
          attachments: [
            { name: `../../x"${injected}.pdf`, contentType: "application/pdf", content: labelPdf },
          ],
        });
        yield* send(message);
        const { attachments } = yield* only(message);
        assert.lengthOf(attachments, 1, "words became a file of the mail");
        assert.deepStrictEqual(
          yield* acted(() => mailbox(bystander)),
          [],
          "words became another reader of the mail",
        );
      }),
    );

    if (unreachable !== undefined) {
      promise(
        "refuses what will never be received",
        Effect.gen(function* () {
          const mailer = yield* Mailer;
          const message = soldWithLabel({ to: unreachable });
          yield* refusal("a mail to an address that does not exist", mailer.send(message));
          assert.deepStrictEqual(
            yield* acted(() => mailbox(unreachable)),
            [],
            "a mail that was refused was received",
          );
        }),
      );
    }
  });
