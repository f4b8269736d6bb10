import { once } from "node:events";
import { connect } from "node:net";
import { fastify } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { fastifyOptions, HitCounts, type Hits, limitRates, type Patience, shedLoad } from "../src/index.ts";
import { answerErrors } from "../src/server/errors.ts";
import { refuseUnknown } from "../src/server/unknownRoutes.ts";

const MINUTE = 60_000;

describe("requests that are counted", () => {
  const shared = () => {
    const sums = new Map<string, number>();
    return (hits: ReadonlyArray<Hits>) =>
      Promise.resolve(
        hits.map(({ key, until, hits: count }) => {
          const sum = (sums.get(`${key} ${until}`) ?? 0) + count;
          sums.set(`${key} ${until}`, sum);
          return { key, until, hits: sum };
        }),
      );
  };

  it("count for a window that ends at the same moment in every process", () => {
    let now = 5 * MINUTE + 59_999;
    const counts = new HitCounts(undefined, () => now);
    expect(counts.hit("ada", MINUTE, 10)).toEqual({ current: 1, ttl: 1 });
    expect(counts.hit("ada", MINUTE, 10)).toEqual({ current: 2, ttl: 1 });
    expect(counts.hit("bob", MINUTE, 10).current).toBe(1);
    now += 1;
    expect(counts.hit("ada", MINUTE, 10)).toEqual({ current: 1, ttl: MINUTE });
  });

  it("are added up over processes, each once, whatever is counted meanwhile", async () => {
    const now = () => 7 * MINUTE;
    const share = shared();
    let meanwhile: () => void = () => undefined;
    const here = new HitCounts(async (hits) => {
      const sums = await share(hits);
      meanwhile();
      return sums;
    }, now);
    const there = new HitCounts(share, now);
    for (let count = 0; count < 4; count++) {
      here.hit("ada", MINUTE, 10);
      there.hit("ada", MINUTE, 10);
    }
    await there.share();
    meanwhile = () => void here.hit("ada", MINUTE, 10);
    await here.share();
    meanwhile = () => undefined;
    expect(here.hit("ada", MINUTE, 10).current).toBe(10);
    await here.share();
    await here.share();
    there.hit("ada", MINUTE, 10);
    await there.share();
    expect(there.hit("ada", MINUTE, 10).current).toBe(12);
  });

  it("are told to the others only once they come near a limit, and again if that failed", async () => {
    const told: Array<ReadonlyArray<Hits>> = [];
    let fails = true;
    const counts = new HitCounts(
      (hits) => {
        told.push(hits);
        return fails ? Promise.reject(new Error("away")) : Promise.resolve(hits);
      },
      () => 0,
    );
    for (let count = 0; count < 9; count++) counts.hit("ada", MINUTE, 100);
    await counts.share();
    expect(told).toEqual([]);
    counts.hit("ada", MINUTE, 100);
    await expect(counts.share()).rejects.toThrow("away");
    fails = false;
    await counts.share();
    await counts.share();
    const all = [{ key: "ada", until: MINUTE, hits: 10 }];
    expect(told).toEqual([all, all]);
  });

  it("are of no more keys than can be remembered", () => {
    const counts = new HitCounts(undefined, () => 0);
    counts.hit("first", MINUTE, 10);
    for (let key = 0; key < 50_000; key++) counts.hit(`${key}`, MINUTE, 10);
    expect(counts.hit("first", MINUTE, 10).current).toBe(1);
    expect(counts.hit("49999", MINUTE, 10).current).toBe(2);
  });
});

describe("a server with limits", () => {
  const open = async (
    prepare: (app: ReturnType<typeof bare>) => Promise<unknown>,
    patience: Partial<Patience> = {},
  ) => {
    const app = bare(patience);
    answerErrors(app);
    await prepare(app);
    app.get("/piece", () => ({ piece: true }));
    app.post("/piece", () => ({ piece: true }));
    app.get("/health/live", { config: { budget: "none" } }, () => ({ status: "ok" }));
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    close = () => app.close();
    return { app, url };
  };
  const bare = (patience: Partial<Patience>) =>
    fastify(fastifyOptions({ level: "silent", trustProxy: "loopback", patience }));
  let close: () => Promise<unknown> = () => Promise.resolve();
  afterEach(() => close());

  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

  it("tells an address that asks too much when to come again, and no other one", async () => {
    const { url } = await open((app) => limitRates(app, { rates: { reads: 2, writes: 1 } }));
    const ask = (address: string, path = "/piece", method = "GET") =>
      fetch(`${url}${path}`, { method, ...from(address) });
    expect((await ask("203.0.113.7")).status).toBe(200);
    expect((await ask("203.0.113.7")).status).toBe(200);
    const refused = await ask("203.0.113.7");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ type: "/problems/too-many-requests", status: 429 });
    expect((await ask("203.0.113.8")).status).toBe(200);
    // Another budget, and what is never refused.
    expect((await ask("203.0.113.7", "/piece", "POST")).status).toBe(200);
    expect((await ask("203.0.113.7", "/piece", "POST")).status).toBe(429);
    expect((await ask("203.0.113.7", "/health/live")).status).toBe(200);
  });

  it("limits who tries what is not there as well", async () => {
    const { url } = await open(async (app) => {
      await limitRates(app, { rates: { reads: 2 } });
      refuseUnknown(app, []);
    });
    const ask = async () => (await fetch(`${url}/listings/1`, from("203.0.113.7"))).status;
    expect([await ask(), await ask(), await ask()]).toEqual([404, 404, 429]);
  });

  it("takes a network of IPv6 for one address, and this machine for its operator", async () => {
    const { url } = await open((app) => limitRates(app, { rates: { reads: 1 } }));
    const ask = (address?: string) => fetch(`${url}/piece`, address === undefined ? {} : from(address));
    expect((await ask("2001:db8:1:1::7")).status).toBe(200);
    expect((await ask("2001:db8:1:1:ffff::8")).status).toBe(429);
    expect((await ask("2001:db8:1:2::7")).status).toBe(200);
    for (const _ of [1, 2, 3]) expect((await ask()).status).toBe(200);
  });

  it("believes nobody about addresses who is no proxy of its own", async () => {
    const app = fastify(fastifyOptions({ level: "silent" }));
    app.get("/ip", ({ ip }) => ({ ip }));
    const answer = await app.inject({ url: "/ip", ...from("203.0.113.7") });
    expect(answer.json()).toEqual({ ip: "127.0.0.1" });
    await app.close();
  });

  it("limits a person beside the addresses they come from", async () => {
    const app = bare({});
    const limits = await limitRates(app, { rates: { mails: 2 } });
    const ada = { _tag: "Support", id: "ada" } as const;
    expect(limits.wait(ada, "mails")).toBeUndefined();
    expect(limits.wait(ada, "mails")).toBeUndefined();
    expect(limits.wait(ada, "mails")).toBeGreaterThan(0);
    expect(limits.wait({ _tag: "Reviewer", id: "ada" }, "mails")).toBeUndefined();
    expect(limits.wait(ada, "reads")).toBeUndefined();
    for (const _ of [1, 2, 3]) {
      expect(limits.wait(ada, "none")).toBeUndefined();
      expect(limits.wait({ _tag: "Visitor" }, "mails")).toBeUndefined();
    }
    await app.close();
  });

  it("sheds load with a problem, and still says that it lives", async () => {
    const { url } = await open((app) => shedLoad(app, { heap: 1 }));
    const piece = () => fetch(`${url}/piece`);
    await expect.poll(async () => (await piece()).status).toBe(503);
    const refused = await piece();
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(await refused.json()).toMatchObject({ type: "/problems/overloaded" });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it("sheds nothing while it keeps up", async () => {
    const { url } = await open((app) => shedLoad(app, {}));
    expect((await fetch(`${url}/piece`)).status).toBe(200);
  });

  /** What a server says to bytes that come slowly, or are too many, before it hangs up. */
  const saidTo = async (url: string, text: string): Promise<string> => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let said = "";
    socket.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    socket.on("error", () => undefined);
    socket.write(text);
    await once(socket, "close");
    return said;
  };

  it("takes no more headers than it needs", async () => {
    const { url } = await open(() => Promise.resolve());
    const said = await saidTo(url, `GET /piece HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 431 /);
  });

  it("does not wait for ever for the end of a request", async () => {
    const { url } = await open(() => Promise.resolve(), { headers: 50, request: 100, look: 20 });
    expect(await saidTo(url, "GET /piece HTTP/1.1\r\nhost: x\r\n")).toMatch(/^HTTP\/1\.1 408 /);
    const slow = "POST /piece HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\nx";
    expect(await saidTo(url, slow)).toMatch(/^HTTP\/1\.1 408 /);
  });
});
