import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A request as the provider got it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** What a provider answers. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

/** How it misbehaves: before it acts, or after it has acted. */
export type Misbehaviour =
  | { readonly _tag: "CutBefore" }
  | { readonly _tag: "CutAfter" }
  | { readonly _tag: "Instead"; readonly reply: Reply }
  | { readonly _tag: "After"; readonly reply: Reply }
  | { readonly _tag: "HalfAnswer" }
  /** Acts, and answers when it is let. */
  | { readonly _tag: "Held"; readonly until: Promise<void> };

interface Planned {
  readonly method: string;
  readonly path: RegExp;
  readonly how: Misbehaviour;
}

/** A provider on loopback: an HTTP server on a port that was free, with what it was asked, and with bad manners on demand. */
export class Standin {
  readonly asked: Array<Asked> = [];
  readonly #planned: Array<Planned> = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #listeners: Array<(asked: Asked) => void> = [];
  connections = 0;
  url = "";

  constructor(answer: (asked: Asked) => Reply) {
    this.#server = createServer((request, response) => {
      this.#serve(request, response, answer).catch(() => response.destroy());
    });
    this.#server.on("connection", (socket) => {
      this.connections += 1;
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (typeof address !== "object" || address === null) throw new Error("the stand-in has no port");
    this.url = `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next request of this kind is treated so. */
  plan(method: string, path: RegExp, how: Misbehaviour, times = 1): void {
    for (let time = 0; time < times; time++) this.#planned.push({ method, path, how });
  }

  /** How often it was asked for this. */
  count(method: string, path: RegExp): number {
    return this.asked.filter((asked) => asked.method === method && path.test(asked.path)).length;
  }

  /** Comes when a request of this kind has come in. */
  heard(method: string, path: RegExp): Promise<Asked> {
    return new Promise((resolve) => {
      const listener = (asked: Asked): void => {
        if (asked.method !== method || !path.test(asked.path)) return;
        this.#listeners = this.#listeners.filter((other) => other !== listener);
        resolve(asked);
      };
      this.#listeners.push(listener);
    });
  }

  #planFor({ method, path }: Asked): Misbehaviour | undefined {
    const at = this.#planned.findIndex((planned) => planned.method === method && planned.path.test(path));
    return at === -1 ? undefined : this.#planned.splice(at, 1)[0]?.how;
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
    answer: (asked: Asked) => Reply,
  ): Promise<void> {
    const chunks: Array<Buffer> = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const place = new URL(request.url ?? "/", "http://standin");
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(",") : value,
      ]),
    );
    const asked: Asked = {
      method: request.method ?? "",
      path: place.pathname,
      query: place.searchParams,
      headers,
      text: Buffer.concat(chunks).toString("utf8"),
    };
    this.asked.push(asked);
    const how = this.#planFor(asked);
    for (const listener of this.#listeners) listener(asked);
    if (how?._tag === "CutBefore") return void request.socket.destroy();
    const send = (reply: Reply): void => {
      response.writeHead(reply.status, reply.headers);
      response.end(reply.body);
    };
    if (how?._tag === "Instead") return send(how.reply);
    const reply = answer(asked);
    if (how?._tag === "CutAfter") return void request.socket.destroy();
    if (how?._tag === "After") return send(how.reply);
    if (how?._tag === "Held") await how.until;
    if (how?._tag === "HalfAnswer") {
      response.writeHead(reply.status, { ...reply.headers, "content-length": "100000" });
      response.write(reply.body);
      return void setImmediate(() => request.socket.destroy());
    }
    send(reply);
  }
}
