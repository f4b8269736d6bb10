import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Member, MemberId, PurchaseLine } from "@resale/core";
import { toDecimal } from "@resale/core";
import { Effect } from "effect";

/** How the service misbehaves on one request. */
export type Misconduct =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | "silent"
  | "cut"
  | "half";

const TOKEN = "the-token-of-this-test";
const PAGE = 2;

/** A line as the contract writes it, with what no contract names. */
const told = (line: PurchaseLine, currency: string) => ({
  id: line.id,
  quantity: line.quantity,
  refunded: line.refunded === 0 ? null : line.refunded,
  paid: toDecimal(line.paid),
  currency,
  purchasedAt: new Date(line.purchasedAt).toISOString(),
  channel: line.channel._tag === "Online" ? "online" : "store",
  ...(line.channel._tag === "Store" ? { store: line.channel.store } : {}),
  product: { ...line.product, msrp: toDecimal(line.product.msrp), margin: 0.7 },
  till: 12,
});

/** A shop's loyalty service on loopback: it remembers what it is told, answers by the contract, and misbehaves on demand. */
export class Standin {
  static readonly TOKEN = TOKEN;
  readonly members = new Map<string, Member>();
  readonly lines = new Map<string, Map<string, PurchaseLine & { readonly currency: string }>>();
  readonly asked: Array<string> = [];
  readonly planned: Array<Misconduct> = [];
  url = "";

  readonly tell = (...members: ReadonlyArray<Member>): void => {
    for (const member of members) this.members.set(member.id, member);
  };

  readonly sell = (member: MemberId, lines: ReadonlyArray<PurchaseLine>, currency: string = "USD"): void => {
    const own = this.lines.get(member) ?? new Map();
    for (const line of lines) own.set(line.id, { ...line, currency });
    this.lines.set(member, own);
  };

  #answer(path: string, query: URLSearchParams): readonly [number, unknown] {
    const [, , id = "", purchases, lineId] = path.split("/").map(decodeURIComponent);
    if (id === "") {
      const email = query.get("email")?.toLowerCase();
      return [
        200,
        { members: [...this.members.values()].filter((one) => one.email.toLowerCase() === email) },
      ];
    }
    const bought = this.lines.get(id);
    if (purchases === undefined) {
      const member = this.members.get(id);
      return member === undefined
        ? [404, { code: "member-not-found" }]
        : [200, { address: null, ...member, tier: "gold" }];
    }
    if (bought === undefined) return [404, { code: "member-not-found" }];
    if (lineId !== undefined) {
      const line = bought.get(lineId);
      return line === undefined ? [404, { code: "line-not-found" }] : [200, told(line, line.currency)];
    }
    const from = Number(query.get("after") ?? 0);
    const all = [...bought.values()];
    const lines = all.slice(from, from + PAGE).map((line) => told(line, line.currency));
    return [200, { lines, next: from + PAGE < all.length ? `${from + PAGE}` : null }];
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://standin");
    this.asked.push(`${request.method} ${pathname}`);
    const how = this.planned.shift();
    if (how === "silent") return;
    if (how === "cut") return void request.socket.destroy();
    if (typeof how === "object") {
      response.writeHead(how.status, { "content-type": "application/json", ...how.headers });
      return void response.end(how.body ?? "{}");
    }
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      response.writeHead(401, { "content-type": "application/json" });
      return void response.end("{}");
    }
    const [status, body] = this.#answer(pathname, searchParams);
    const text = JSON.stringify(body);
    response.writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(text),
    });
    if (how !== "half") return void response.end(text);
    response.write(text.slice(0, text.length / 2));
    setImmediate(() => request.socket.destroy());
  }

  /** Serves on a port that is free for as long as the scope lasts. */
  static readonly make = Effect.acquireRelease(
    Effect.promise(async () => {
      const standin = new Standin();
      const server = createServer((request, response) => standin.#serve(request, response));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      if (typeof address !== "object" || address === null) throw new Error("the stand-in has no port");
      standin.url = `http://127.0.0.1:${address.port}`;
      return { standin, server };
    }),
    ({ server }) =>
      Effect.promise(async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }),
  ).pipe(Effect.map(({ standin }) => standin));
}
