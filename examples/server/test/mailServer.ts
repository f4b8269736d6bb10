import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { Mailbox, ReceivedMail } from "../src/demo/Mailbox.ts";

const received = async (source: Buffer, to: string, number: number): Promise<ReceivedMail> => {
  const mail = await simpleParser(source);
  return {
    id: `${mail.messageId ?? ""} ${number}`,
    to,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html === false ? "" : (mail.html ?? ""),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? "",
      contentType,
      bytes: () => Promise.resolve(new Uint8Array(content)),
    })),
  };
};

const notNow = (): Error => Object.assign(new Error("not now"), { responseCode: 451 });

/** A real SMTP server that keeps what it is sent, and may be closed, or fall silent, for a while. */
export const mailServer = async () => {
  const boxes = new Map<string, Array<Promise<ReceivedMail>>>();
  const manners = { isOpen: true, isSilent: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, callback) => {
      if (!manners.isSilent) callback(manners.isOpen ? undefined : notNow());
    },
    onData: (stream, session, callback) => {
      const chunks: Array<Buffer> = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        for (const { address } of session.envelope.rcptTo) {
          const box = boxes.get(address) ?? [];
          box.push(received(Buffer.concat(chunks), address, box.length));
          boxes.set(address, box);
        }
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const mailbox: Mailbox = (to) => Promise.all(boxes.get(to) ?? []);
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailbox,
    manners,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};
