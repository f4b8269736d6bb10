import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { parseMail } from "./InternetMail.ts";

/** How the peer answers at each step: nothing, or an error with a code. */
export interface Manners {
  readonly recipient?: (address: string) => number | undefined;
  readonly data?: () => number | "drop" | "stall" | undefined;
  readonly connect?: () => number | undefined;
  readonly password?: string;
}

const answer = (code: number): Error =>
  Object.assign(new Error(`answered with ${code}`), { responseCode: code });

/** A real SMTP server that keeps what it is sent. */
export const smtpPeer = async (manners: Manners = {}) => {
  const boxes = new Map<string, Array<Buffer>>();
  const senders: Array<string> = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: manners.password === undefined,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    logger: false,
    onConnect: (_session, callback) => {
      connections++;
      const code = manners.connect?.();
      callback(code === undefined ? undefined : answer(code));
    },
    onAuth: (auth, _session, callback) =>
      auth.password === manners.password ? callback(null, { user: auth.username }) : callback(answer(535)),
    onRcptTo: ({ address }, _session, callback) => {
      const code = manners.recipient?.(address);
      callback(code === undefined ? undefined : answer(code));
    },
    onData: (stream, session, callback) => {
      const chunks: Array<Buffer> = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const manner = manners.data?.();
        if (manner === "stall") return;
        if (manner === "drop") {
          for (const connection of server.connections) connection.close();
          return;
        }
        if (manner !== undefined) {
          callback(answer(manner));
          return;
        }
        if (session.envelope.mailFrom !== false) senders.push(session.envelope.mailFrom.address);
        for (const { address } of session.envelope.rcptTo) {
          boxes.set(address, [...(boxes.get(address) ?? []), Buffer.concat(chunks)]);
        }
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    connections: () => connections,
    senders: (): ReadonlyArray<string> => senders,
    raw: (to: string): ReadonlyArray<Buffer> => boxes.get(to) ?? [],
    mailbox: (to: string) => Promise.all((boxes.get(to) ?? []).map(parseMail)),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};
