import type { ReceivedMail } from "@resale/testkit/contracts";
import { type AddressObject, simpleParser } from "mailparser";

/** A mail as it is between mail servers, taken apart again. */
export interface InternetMail extends ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
}

const textOf = (address: AddressObject | ReadonlyArray<AddressObject> | undefined): string =>
  [address ?? []]
    .flat()
    .map((one) => one.text)
    .join(", ");

export const parseMail = async (source: Buffer): Promise<InternetMail> => {
  const mail = await simpleParser(source);
  const headers = new Map(
    mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 1).trim()]),
  );
  return {
    messageId: mail.messageId ?? "",
    thread: headers.get("references") ?? "",
    to: textOf(mail.to),
    subject: mail.subject ?? "",
    html: mail.html === false ? "" : (mail.html ?? ""),
    text: mail.text ?? "",
    headers,
    attachments: mail.attachments.map((file) => ({
      name: file.filename ?? "",
      contentType: file.contentType,
      bytes: file.content,
    })),
  };
};
