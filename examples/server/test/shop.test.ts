import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { shopHeaders } from "@resale/http";
import { fastify } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { html } from "../src/pages/html.ts";
import { shop } from "../src/routes/shop.ts";

const folder = mkdtempSync(join(tmpdir(), "resale-pages-"));
const logged: Array<string> = [];
const app = fastify({ logger: { level: "warn", stream: { write: (line) => logged.push(line) } } });
const PAGE = '<head><title>The shop</title></head><div id="shop"></div>';
/** Stands for the shop's own code: what it writes depends on the address. */
const WRITER = `
export const writeAhead = async ({ address, ask }) => {
  if (address.includes("late")) return new Promise(() => undefined);
  if (address.includes("broken")) throw new Error("an answer is missing");
  if (!address.includes("written")) return undefined;
  const answer = await ask("/answers");
  return { head: "<title>Written</title>", body: '<div id="shop">' + (await answer.text()) + "</div>" };
};
`;
const CARD = html`<meta property="og:title" content="${`A "bag" & <more>`}" />`.text;
const browser = { accept: "text/html,application/xhtml+xml" };

const photos = { pictures: ["https://photos.example"], requests: ["https://store.example"] };
const cards = { scripts: ["https://cards.example"], frames: ["https://bank.example"] };

beforeAll(() => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "robots.txt"), "User-agent: *\nDisallow: /desk/\n");
  writeFileSync(join(folder, "assets", "index-abc.js"), "1");
  writeFileSync(join(folder, "assets", "index-abc.js.gz"), gzipSync("1"));
  mkdirSync(join(folder, "ahead"));
  writeFileSync(join(folder, "ahead", "writeAhead.js"), WRITER);
  app.get("/answers", ({ ip }) => `told to ${ip}`);
  shop(app, (listing) => Promise.resolve(listing === "live" ? CARD : undefined), shopHeaders(photos, cards), {
    folder,
    patience: 50,
  });
  // As the API's routes are: with how much may be asked of them.
  app.get("/orders/:order", { config: { budget: "reads" } }, () => ({ answer: "the API's" }));
  app.get("/mails", () => "the server's");
  app.get("/mail/unsubscribe/:token", () => "the server's");
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

test.each(["/", "/orders/1", "/guest/a.b", "/desk/order/1", "/nowhere?at=all"])(
  "a browser that goes to %s gets the shop",
  async (url) => {
    const answer = await app.inject({ url, headers: browser });
    expect(answer.body).toBe(PAGE);
    expect(answer.headers["content-security-policy"]).toContain("default-src 'self'");
  },
);

test("R7 R27 a page may go to where photos and card forms are, and nowhere else", async () => {
  const { headers } = await app.inject({ url: "/", headers: browser });
  const policy = String(headers["content-security-policy"]).split(";");
  expect(policy).toContain("img-src 'self' blob: data: https://photos.example");
  expect(policy).toContain("connect-src 'self' https://store.example");
  expect(policy).toContain("script-src 'self' https://cards.example");
  expect(policy).toContain("frame-src 'self' https://bank.example");
});

test("a link to a piece on sale has a card, whatever its name; any other has none (R15)", async () => {
  const live = await app.inject({ url: "/listings/live", headers: browser });
  expect(live.body).toContain('content="A &quot;bag&quot; &amp; &lt;more&gt;"');
  expect(live.body).not.toContain("The shop");
  const draft = await app.inject({ url: "/listings/draft", headers: browser });
  expect(draft.body).toBe(PAGE);
});

test("whatever makes previews of links sees the card as well, though it takes anything", async () => {
  for (const agent of [
    "facebookexternalhit/1.1",
    "Slackbot-LinkExpanding 1.0",
    "WhatsApp/2.23",
    "Twitterbot/1.0",
  ]) {
    const headers = { accept: "*/*", "user-agent": agent };
    const { body, headers: answered } = await app.inject({ url: "/listings/live", headers });
    expect(body).toContain("og:title");
    expect(answered["vary"]).toContain("user-agent");
  }
});

test("whoever asks for nothing but the address gets the shop, whatever they take", async () => {
  expect((await app.inject({ url: "/" })).body).toBe(PAGE);
});

test("a client asks the API at the same address", async () => {
  expect((await app.inject({ url: "/orders/1", headers: { "user-agent": "curl/8" } })).json()).toBeDefined();
  const answer = await app.inject({ url: "/orders/1", headers: { accept: "application/json" } });
  expect(answer.json()).toEqual({ answer: "the API's" });
});

test.each(["/mails?to=a@b.example", "/mail/unsubscribe/a.b"])(
  "the server's own page %s stays its own",
  async (url) => {
    const answer = await app.inject({ url, headers: browser });
    expect(answer.body).toBe("the server's");
  },
);

test("scripts never change under their name, and come compressed to whoever takes that", async () => {
  const url = "/assets/index-abc.js";
  const plain = await app.inject({ url });
  expect(plain.body).toBe("1");
  expect(plain.headers["cache-control"]).toContain("immutable");
  const small = await app.inject({ url, headers: { "accept-encoding": "gzip" } });
  expect(small.headers["content-encoding"]).toBe("gzip");
  expect(small.headers["content-type"]).toContain("javascript");
});

test("what stands beside the page is found by its name", async () => {
  const answer = await app.inject({ url: "/robots.txt" });
  expect(answer.body).toContain("Disallow: /desk/");
  expect(answer.headers["content-type"]).toContain("text/plain");
  expect((await app.inject({ url: "/nothing.txt" })).statusCode).toBe(404);
});

test("a page comes with what the shop's own code has written, of what its reader's address is told", async () => {
  const { body, headers } = await app.inject({
    url: "/?written",
    headers: browser,
    remoteAddress: "203.0.113.7",
  });
  expect(body).toContain('<div id="shop">told to 203.0.113.7</div>');
  expect(body.match(/<title>[^<]*/g)).toEqual(["<title>Written"]);
  expect(headers["cache-control"]).toBe("no-cache");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
});

test("a written page with a card has the card's title", async () => {
  const { body } = await app.inject({ url: "/listings/live?written", headers: browser });
  expect(body).toContain("og:title");
  expect(body).toContain("told to");
  expect(body).not.toContain("<title>");
});

test.each(["/?late", "/?broken", "/listings/draft?broken"])(
  "%s gets the page as it is for all, since nothing could be written for it",
  async (url) => {
    const answer = await app.inject({ url, headers: browser });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe(PAGE);
  },
);

test("a written page is compressed for whoever takes that", async () => {
  const pressed = async (encoding: string) => {
    const headers = { ...browser, "accept-encoding": encoding };
    const answer = await app.inject({ url: "/?written", headers });
    return { named: answer.headers["content-encoding"], bytes: answer.rawPayload };
  };
  const br = await pressed("gzip, br");
  expect(br.named).toBe("br");
  expect(String(brotliDecompressSync(br.bytes))).toContain("told to");
  const gzip = await pressed("gzip");
  expect(gzip.named).toBe("gzip");
  expect(String(gunzipSync(gzip.bytes))).toContain("told to");
});

test("what writes pages is sent to nobody", async () => {
  expect((await app.inject({ url: "/ahead/writeAhead.js" })).statusCode).toBe(404);
});

test("a path out of the shop's folder leads nowhere", async () => {
  const answer = await app.inject({ url: "/assets/../../package.json" });
  expect(answer.statusCode).toBe(404);
});

test("a page that can't be written is told to whoever runs the server; one that takes long is no fault", async () => {
  logged.length = 0;
  await app.inject({ url: "/?late", headers: browser });
  expect(logged).toEqual([]);
  await app.inject({ url: "/?broken", headers: browser });
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { msg: "page not written ahead", err: { message: "an answer is missing" } },
  ]);
});
