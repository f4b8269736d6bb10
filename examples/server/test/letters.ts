import { extractText, getDocumentProxy } from "unpdf";
import { expect } from "vitest";
import type { ReceivedMail } from "../src/demo/Mailbox.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The one mail whose subject begins so. */
export const mailOf = (mails: ReadonlyArray<ReceivedMail>, subject: string): ReceivedMail => {
  const found = mails.filter((mail) => mail.subject.startsWith(subject));
  const subjects = mails.map((mail) => mail.subject);
  expect(found.length, `“${subject}” among ${JSON.stringify(subjects)}`).toBe(1);
  return found[0] as ReceivedMail;
};

/** How many mails have a subject that begins so. */
export const countOf = (mails: ReadonlyArray<ReceivedMail>, subject: string): number =>
  mails.filter((mail) => mail.subject.startsWith(subject)).length;

/** The words on a label that came with a mail, once its PDF is read, and its QR code is a picture. */
export const labelIn = async (mail: ReceivedMail): Promise<string> => {
  const file = async (contentType: string): Promise<Uint8Array> => {
    const found = mail.attachments.find((one) => one.contentType === contentType);
    if (found === undefined) throw new Error(`No ${contentType} came with “${mail.subject}”.`);
    return await found.bytes();
  };
  const qr = await file("image/png");
  expect([...qr.slice(0, PNG.length)]).toEqual(PNG);
  const pdf = await getDocumentProxy(await file("application/pdf"));
  const { text } = await extractText(pdf, { mergePages: true });
  return text;
};
