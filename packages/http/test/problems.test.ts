import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { membersOf, problemNames, problems, resaleRoutes, titleOf, typeOf } from "../src/index.ts";
import { listPiece } from "./sale.ts";
import { openShop, type Shop } from "./shop.ts";

describe("the pages about problems", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const page = async (path: string, accept?: string) => {
    const answer = await fetch(`${shop.baseUrl}${path}`, accept === undefined ? {} : { headers: { accept } });
    return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
  };
  const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  it.each(problemNames)(
    "%s: its type leads to a page for browsers, programs and people at a prompt",
    async (name) => {
      const { status, wayOut } = problems[name];
      const html = await page(typeOf(name), BROWSER);
      expect(html).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
      expect(html.text).toContain(`<h1>${titleOf(name)}</h1>`);
      const json = await page(typeOf(name), "application/json");
      expect(JSON.parse(json.text)).toMatchObject({
        type: typeOf(name),
        status,
        wayOut,
        members: membersOf(name),
      });
      const text = await page(typeOf(name));
      expect(text.type).toBe("text/plain; charset=utf-8");
      expect(text.text).toContain(`Status: ${status}`);
    },
  );

  it("lists all of them, each with a way to its own page", async () => {
    const { text } = await page("/problems", BROWSER);
    for (const name of problemNames) expect(text).toContain(`href="${typeOf(name).slice(1)}"`);
    expect(text).not.toContain("`");
    expect(JSON.parse((await page("/problems", "application/json")).text)).toHaveLength(problemNames.length);
    const unknown = await page("/problems/nonsense", BROWSER);
    expect(unknown).toMatchObject({ status: 404, type: "application/problem+json; charset=utf-8" });
  });

  it("is led to where the routes have a prefix, too", async () => {
    const { default: fastify } = await import("fastify");
    const app = fastify();
    await app.register(resaleRoutes, {
      runtime: shop.runtime,
      authenticate: () => Promise.resolve({ _tag: "Visitor" }),
      prefix: "/resale/v1",
    });
    const refused = await app.inject({ url: "/resale/v1/listings/00000000-0000-4000-8000-000000000000" });
    const { type, wayOut } = refused.json();
    expect(type).toBe("/resale/v1/problems/not-found");
    expect(wayOut).toBe(problems.NotFound.wayOut);
    expect((await app.inject({ url: type })).statusCode).toBe(200);
    const document = await app.inject({ url: "/resale/v1/openapi.json" });
    expect(document.json().servers[0].url).toBe("/resale/v1");
    await app.close();
  });

  it("says when to come back of a deadline that has not passed, and which field is at fault", async () => {
    const { listing } = await listPiece(shop);
    const payload = {
      listings: [listing],
      shipTo: { name: "A", line1: "B", city: "C", region: "PR", zip: "00901", country: "US" },
    };
    const answer = await fetch(`${shop.baseUrl}/quotes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(payload),
    });
    expect(await answer.json()).toMatchObject({
      type: "/problems/region-refused",
      fields: [{ field: "shipTo.region", problem: expect.stringContaining("Puerto Rico") }],
    });
  });
});

describe("pages that are read", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it.each(["/catalogue", "/catalogue/facets", "/program"])(
    "%s is answered with 304 while it is the same",
    async (path) => {
      const read = (tag?: string) =>
        fetch(`${shop.baseUrl}${path}`, tag === undefined ? {} : { headers: { "if-none-match": tag } });
      const tag = (await read()).headers.get("etag") ?? "";
      expect(tag).toMatch(/^W\/"/);
      expect((await read(tag)).status).toBe(304);
      expect((await read(tag.slice(2))).status).toBe(304);
      expect((await read('W/"another"')).status).toBe(200);
      if (path === "/program") return;
      await listPiece(shop);
      const changed = await read(tag);
      expect(changed.status).toBe(200);
      expect(changed.headers.get("etag")).not.toBe(tag);
    },
  );

  it("keeps of the marketplace's rules that everybody may keep them a minute", async () => {
    const { headers } = await fetch(`${shop.baseUrl}/program`);
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    expect((await fetch(`${shop.baseUrl}/catalogue`)).headers.get("cache-control")).toBe("private, no-cache");
    expect((await fetch(`${shop.baseUrl}/health/live`)).headers.get("etag")).toBeNull();
  });
});
