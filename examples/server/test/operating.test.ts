import { once } from "node:events";
import { createServer } from "node:http";
import { Effect } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../src/start.ts";
import { opened, surroundings } from "./marketplace.ts";

/** A span as OpenTelemetry's collectors are sent it, as far as it is looked at. */
interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

interface Sent {
  readonly resourceSpans: ReadonlyArray<{
    readonly scopeSpans: ReadonlyArray<{ readonly spans: ReadonlyArray<Span> }>;
  }>;
}

/** A collector of traces that keeps what it is sent. */
const collector = async () => {
  const spans: Array<Span> = [];
  const server = createServer((request, response) => {
    const chunks: Array<Buffer> = [];
    request.on("data", (chunk: Buffer) => void chunks.push(chunk));
    request.on("end", () => {
      if (request.url === "/v1/traces") {
        const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
        spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      }
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, spans, close: () => server.close() };
};

describe("a server that is operated", () => {
  const room = () =>
    opened(
      Effect.gen(function* () {
        const traces = yield* Effect.acquireRelease(
          Effect.promise(() => collector()),
          ({ close }) => Effect.sync(close),
        );
        const { env } = yield* surroundings;
        const settings = {
          ...env,
          TRUST_PROXY: "loopback",
          RATE_SIGN_INS: "3",
          RATE_READS: "40",
          CORS_ORIGINS: "https://shop.example, https://desk.example",
          METRICS_PORT: "0",
          OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
        };
        const serve = Effect.acquireRelease(
          Effect.promise(() => start(settings)),
          ({ stop }) => Effect.promise(stop),
        );
        return { traces, one: yield* serve, other: yield* serve };
      }),
    );
  let place: Awaited<ReturnType<typeof room>>;
  beforeAll(async () => {
    place = await room();
  });
  afterAll(() => place?.close());

  const ask = (url: string, path: string, address: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { ...init.headers, "x-forwarded-for": address } });
  const signIn = (address: string) =>
    ask(place.one.url, "/sign-in", address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "nobody@example.com" }),
    });

  it("lets nobody guess who can sign in", async () => {
    for (const _ of [1, 2, 3]) expect((await signIn("203.0.113.1")).status).toBe(422);
    const refused = await signIn("203.0.113.1");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ type: "/problems/too-many-requests" });
    expect((await signIn("203.0.113.2")).status).toBe(422);
  });

  it("counts for all of its processes together", async () => {
    const address = "203.0.113.3";
    for (let count = 0; count < 40; count++) {
      const answer = await ask(place.one.url, "/health/live", address);
      expect(answer.status).toBe(200);
    }
    const read = (url: string) => ask(url, "/program", address).then(({ status }) => status);
    await expect.poll(() => read(place.one.url), { interval: 5 }).toBe(429);
    await expect.poll(() => read(place.other.url)).toBe(429);
  });

  it("is read by pages of the origins that are named, and of no others", async () => {
    const preflight = (origin: string) =>
      ask(place.one.url, "/checkouts", "203.0.113.4", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const named = await preflight("https://desk.example");
    expect(named.status).toBe(204);
    expect(named.headers.get("access-control-allow-origin")).toBe("https://desk.example");
    expect(named.headers.get("access-control-allow-headers")).toContain("idempotency-key");
    expect(named.headers.get("access-control-allow-credentials")).toBeNull();
    const other = await preflight("https://evil.example");
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("keeps its pages to itself, and lets the API's page run its own scripts alone", async () => {
    for (const path of ["/mails", "/docs"]) {
      const { headers } = await ask(place.one.url, path, "203.0.113.5");
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy.includes("script-src 'self' 'unsafe-inline'")).toBe(path === "/docs");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("strict-transport-security")).toContain("max-age=");
    }
  });

  it("tells its metrics on a port of its own, and nowhere else", async () => {
    await ask(place.one.url, "/program", "203.0.113.6");
    await ask(place.one.url, "/listings/nothing", "203.0.113.6");
    const answer = await fetch(`http://127.0.0.1:${place.one.metricsPort}/metrics`);
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const text = await answer.text();
    expect(text).toMatch(/resale_http_requests_total\{method="GET",route="\/program",status="200"\} \d+/);
    expect(text).toMatch(
      /resale_http_request_seconds_count\{method="GET",route="\/listings\/:listing"\} \d+/,
    );
    expect(text).toMatch(/resale_timer_lag_seconds \d+/);
    expect(text).toMatch(/resale_connections\{state="idle"\} [1-9]/);
    expect(text).toMatch(/process_resident_memory_bytes [1-9]\d+/);
    expect(text).not.toMatch(/203\.0\.113|@/);
    expect((await ask(place.one.url, "/metrics", "203.0.113.6")).status).toBe(404);
  });

  it("sends a trace from the request through the use case to the statement, within the sender's own", async () => {
    const traceId = "0af7651916cd43dd8448eb211c80319c";
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    const path = `/listings/${crypto.randomUUID()}`;
    await ask(place.one.url, path, "203.0.113.9", { headers: { traceparent } });
    const { spans } = place.traces;
    const request = () => spans.find((span) => span.traceId === traceId && span.name.startsWith("GET "));
    await expect
      .poll(request)
      .toMatchObject({ name: "GET /listings/:listing", parentSpanId: "b7ad6b7169203331" });
    const mine = spans.filter((span) => span.traceId === traceId);
    const upwards = (span: Span | undefined): ReadonlyArray<string> =>
      span === undefined
        ? []
        : [...upwards(mine.find(({ spanId }) => spanId === span.parentSpanId)), span.name];
    const statement = mine.find(({ name }) => name === "postgres");
    expect(upwards(statement)).toEqual([
      "GET /listings/:listing",
      "Catalogue.viewListing",
      "Store.scored",
      "postgres",
    ]);
  });
});
