import { randomUUID } from "node:crypto";
import { Email, type Mail, type Message, preLoved } from "@resale/core";
import { everyMail } from "./everyMail.ts";

export const mailOf = (tag: Mail["_tag"], words = "Jet Set Large Tote"): Mail => {
  const mail = everyMail(words).find((one) => one._tag === tag);
  if (mail === undefined) throw new Error(`no ${tag}`);
  return mail;
};

/** A label of a size that mails have, each byte value in it. */
export const labelPdf = Buffer.concat([
  Buffer.from("%PDF-1.7\n"),
  Buffer.from(Uint8Array.from({ length: 60_000 }, (_, index) => (index * 31) % 256)),
]);

export const newReader = (): Email => Email.make(`reader-${randomUUID()}@example.com`);

export const messageOf = (tag: Mail["_tag"], parts: Partial<Message> = {}): Message => {
  const thread = parts.thread ?? randomUUID();
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

export const soldWithLabel = (parts: Partial<Message> = {}): Message =>
  messageOf("ItemSold", {
    attachments: [
      { name: "label.pdf", contentType: "application/pdf", content: labelPdf },
      { name: "qr.png", contentType: "image/png", content: labelPdf.subarray(0, 500) },
    ],
    ...parts,
  });
