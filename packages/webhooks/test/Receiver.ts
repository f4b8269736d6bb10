import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { Effect } from "effect";
import { certificate, key } from "./certificate.ts";

/** A webhook as it came in. */
export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly path: string;
  readonly socket: number;
}

/** What the receiver does with a webhook. */
export type Behave = (response: ServerResponse, request: IncomingMessage) => void;

export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = ""): Behave =>
  (response) =>
    void response.writeHead(status, { ...headers }).end(body);

/** A receiver on the loopback, that behaves as it is told. */
export const openReceiver = (behave: Behave, secure = false) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const received: Array<Received> = [];
      const listener: RequestListener = (request, response) => {
        const parts: Array<Buffer> = [];
        request.on("data", (part) => parts.push(part));
        request.on("end", () => {
          received.push({
            headers: request.headers,
            body: Buffer.concat(parts).toString(),
            path: request.url ?? "",
            socket: request.socket.remotePort ?? 0,
          });
          behave(response, request);
        });
      };
      const server = secure
        ? createSecureServer({ key, cert: certificate }, listener)
        : createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as AddressInfo;
      return { received, port, server };
    }),
    ({ server }) =>
      Effect.promise(async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }),
  );

/** Checks a signature as the Standard Webhooks specification tells receivers to: written out, from its text alone. */
export const isSignedBy = (secret: string, { headers, body }: Received): boolean => {
  const raw = Buffer.from(secret.slice("whsec_".length), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = createHmac("sha256", raw).update(content, "utf8").digest("base64");
  return String(headers["webhook-signature"])
    .split(" ")
    .some((signature) => signature === `v1,${expected}`);
};
