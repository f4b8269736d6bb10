import { Email, type Mail, type Message, preLoved } from "@resale/core";
import { newId } from "./changes.ts";
import { everyMail } from "./everyMail.ts";

/** A mail of a kind, with some words to find it by. */
export const mailOf = (tag: Mail["_tag"], words = "Jet Set Large Tote"): Mail => {
  const mail = everyMail(words).find((one) => one._tag === tag);
  if (mail === undefined) throw new Error(`no ${tag}`);
  return mail;
};

const opening = new TextEncoder().encode("%PDF-1.7\n");

/** A label of a size that mails have, each byte value in it. */
export const labelPdf: Uint8Array = Uint8Array.from(
  { length: 60_000 },
  (_, index) => opening[index] ?? (index * 31) % 256,
);

/** An address that nothing was sent to. */
export const newReader = (): Email => Email.make(`reader-${newId()}@example.com`);

/** A mail to a reader who got none before. */
export const messageOf = (tag: Mail["_tag"], parts: Partial<Message> = {}): Message => {
  const thread = parts.thread ?? newId();
  return {
    to: newReader(),
    mail: mailOf(tag),
    program: preLoved,
    messageId: `${thread}.${tag}.1`,
    thread,
    attachments: [],
    ...parts,
  };
};

/** The mail that brings a seller the label (R28). */
export const soldWithLabel = (parts: Partial<Message> = {}): Message =>
  messageOf("ItemSold", {
    attachments: [
      { name: "label.pdf", contentType: "application/pdf", content: labelPdf },
      { name: "qr.png", contentType: "image/png", content: labelPdf.subarray(0, 500) },
    ],
    ...parts,
  });
