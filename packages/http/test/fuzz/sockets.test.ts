import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LivingShop, livingShop } from "./livingShop.ts";

/** How long a request may take to come, in this shop: a real one gives it a minute. */
const TIME = 400;
const PATIENCE = 20_000;

describe("connections of every kind", () => {
  let living: LivingShop;
  let port = 0;
  beforeAll(async () => {
    living = await livingShop({ requestTimeout: TIME });
    living.app.server.keepAliveTimeout = 50;
    // Node takes the longer of the two for the whole request, whichever is called what.
    living.app.server.headersTimeout = TIME;
    await living.app.listen({ port: 0, host: "127.0.0.1" });
    const address = living.app.server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterAll(() => living.close());

  interface Way {
    /** Ends the connection from our side once all is sent. */
    readonly hangUp?: boolean;
  }

  /** What comes back for these bytes before the connection ends. */
  const told = async (
    parts: ReadonlyArray<string | Buffer>,
    { hangUp = false }: Way = {},
  ): Promise<string> => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => {
      answer += bytes.toString("latin1");
    });
    socket.on("error", () => undefined);
    await once(socket, "connect");
    for (const part of parts) if (!socket.destroyed) socket.write(part);
    if (hangUp) socket.destroySoon();
    const closed = once(socket, "close");
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`still open after ${PATIENCE} ms`)), PATIENCE);
    });
    await Promise.race([closed, late]).finally(() => {
      clearTimeout(timer);
      socket.destroy();
    });
    return answer;
  };
  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

  /** The shop goes on, and is as it was. */
  const unchanged = async (work: () => Promise<void>): Promise<void> => {
    const before = await living.position();
    await work();
    expect(await living.position()).toBe(before);
    const live = await told(["GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"]);
    expect(statusOf(live)).toBe(200);
  };

  const head = (more: string, path = "/guest/link") =>
    `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${more}`;

  it.each([
    ["a head that never ends", "GET /catalogue HTTP/1.1\r\nhost: a\r\nx-slow: "],
    ["a body that never comes", head("content-length: 100\r\n\r\n")],
    ["a body that stops half way", head('content-length: 100\r\n\r\n{"email":')],
    ["a part of a body that never ends", head("transfer-encoding: chunked\r\n\r\n40\r\n{")],
  ])(
    "are ended in time: %s",
    async (_, bytes) => {
      await unchanged(async () => {
        const status = statusOf(await told([bytes]));
        expect([0, 400, 408]).toContain(status);
      });
    },
    30_000,
  );

  it("that are cut at any byte change nothing", async () => {
    const order = living.words["order"]?.[1] ?? "";
    const body = JSON.stringify({ kind: "Damaged", text: "torn", photos: [] });
    const whole = Buffer.from(
      `${head(`authorization: ${living.actors["guestOfDelivered"]}\r\ncontent-length: ${body.length}\r\n\r\n`, `/orders/${order}/dispute`)}${body}`,
    );
    await unchanged(async () => {
      const cuts = fc.sample(fc.nat({ max: whole.length - 2 }), { numRuns: 60, seed: 26 });
      await Promise.all(cuts.map((cut) => told([whole.subarray(0, cut)], { hangUp: true })));
    });
  });

  it.each([
    ["two lengths", head("content-length: 2\r\ncontent-length: 20\r\n\r\n{}")],
    ["a length and parts", head("content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n")],
    ["a length that is none", head("content-length: 0x10\r\n\r\n{}")],
    ["a length below nothing", head("content-length: -1\r\n\r\n{}")],
    ["a part of a size that is none", head("transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")],
    ["an encoding of parts that is unknown", head("transfer-encoding: gzip\r\n\r\n{}")],
    ["a header folded over lines", head("x-a: b\r\n c\r\ncontent-length: x\r\n\r\n")],
    ["a header without a name", head(": b\r\n\r\n")],
    ["a zero byte in a header", head("x-a: \u0000\r\n\r\n")],
    ["a line that ends early", "GET /catalogue HTTP/1.1\nhost: a\n\n\u0000"],
    ["another version", "GET /catalogue HTTP/9.9\r\nhost: a\r\n\r\n"],
    ["no host", "GET /catalogue HTTP/1.1\r\nconnection: close\r\n\r\n"],
    ["an unknown method", "STEAL /catalogue HTTP/1.1\r\nhost: a\r\n\r\n"],
    ["a greeting of TLS", Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00])],
    ["a preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["headers without an end", head(`x-a: ${"b".repeat(40_000)}\r\n\r\n`)],
    ["more headers than anybody sends", head(`${"x-a: b\r\n".repeat(6000)}\r\n`)],
    ["an address without an end", `GET /${"a".repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`],
    ["a tunnel", "CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: a\r\n\r\n"],
    ["an upgrade", "GET /catalogue HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n"],
  ])(
    "are answered or ended, never broken: %s",
    async (_, bytes) => {
      await unchanged(async () => {
        const status = statusOf(await told([bytes], { hangUp: false }));
        expect(status < 500 || status === 505, `${status}`).toBe(true);
      });
    },
    30_000,
  );

  it("that say anything at all are answered or ended", async () => {
    await unchanged(async () => {
      const noise = fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        fc
          .string({ maxLength: 200, unit: "binary" })
          .map((text) =>
            Buffer.from(
              `GET /${encodeURI(text.toWellFormed())} HTTP/1.1\r\nhost: ${text}\r\nx-a: ${text}\r\n\r\n`,
            ),
          ),
      );
      const all = fc.sample(noise, { numRuns: 40, seed: 26 });
      const answers = await Promise.all(all.map((bytes) => told([bytes], { hangUp: true })));
      for (const answer of answers) expect(statusOf(answer) < 500, answer.slice(0, 200)).toBe(true);
    });
  });
});
