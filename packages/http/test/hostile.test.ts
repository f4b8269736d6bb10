import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf, bodies, call, operations } from "./requests.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

/** Sends a path as it stands, which `fetch` would tidy up first. */
const raw = (
  baseUrl: string,
  path: string,
  method = "GET",
): Promise<{ readonly status: number; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseUrl);
    const sent = request({ hostname, port, path, method }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (text: string) => {
        body += text;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.on("error", reject);
    sent.end();
  });

describe("what nobody should send", () => {
  let shop: Shop;
  let support: string;
  beforeAll(async () => {
    shop = await openShop();
    support = `Bearer ${await tokenOf({ sub: "sam", roles: ["support"] })}`;
  });
  afterAll(() => shop.close());

  const post = (body: RequestInit["body"], contentType = "application/json", path = "/quotes") =>
    fetch(`${shop.baseUrl}${path}`, {
      method: "POST",
      headers: contentType === "" ? {} : { "content-type": contentType },
      ...(body === undefined || body === null ? {} : { body }),
    });

  const problemOf = async (answer: Response) => {
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const problem = JSON.parse(await answer.text());
    expect(problem).toMatchObject({
      status: answer.status,
      instance: expect.stringMatching(/^urn:request:/),
    });
    expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/);
    return problem;
  };

  it.each([
    ["no JSON", "{", 400, "body"],
    ["nothing", "", 400, "body"],
    ["bad UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400, "body"],
    ["a poisoned prototype", '{"__proto__":{"admin":true},"listings":[]}', 400, "body"],
    ["a poisoned constructor", '{"constructor":{"prototype":{"admin":true}}}', 400, "body"],
    ["JSON as deep as the sea", "[".repeat(400_000), 400, "body"],
    ["a number", "1", 422, "body"],
    ["null", "null", 422, "body"],
    ["a list", "[]", 422, "body"],
    ["nothing in it", "{}", 422, "listings"],
    ["a text instead of a list", '{"listings":"a","shipTo":{}}', 422, "listings"],
    ["an id that is none", '{"listings":["x"],"shipTo":{}}', 422, "listings[0]"],
    ["a field nobody knows", '{"listings":[],"shipTo":{},"price":1}', 422, "price"],
    ["a ZIP code that is none", '{"listings":[],"shipTo":{"zip":"1e9"}}', 422, "shipTo.zip"],
    ["what no database keeps", '{"listings":[],"shipTo":{"name":"a\\u0000b"}}', 400, "shipTo.name"],
    ["half a character", '{"listings":["\\ud800"],"shipTo":{}}', 400, "listings[0]"],
  ])("is refused: %s", async (_, body, status, field) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    const problem = await problemOf(answer);
    expect(problem.fields.map((fault: { field: string }) => fault.field)).toContain(field);
  });

  it.each([
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["image/svg+xml", 415],
    ["nonsense", 415],
  ])("is refused: the content type %s", async (contentType, status) => {
    const answer = await post("{}", contentType);
    expect(answer.status).toBe(status);
    await problemOf(answer);
  });

  it("is refused: a body of more than a megabyte, a photo of more than twelve", async () => {
    const large = await post(`{"listings":["${"x".repeat(1024 * 1024)}"]}`);
    expect(large.status).toBe(413);
    await problemOf(large);
    const photo = await fetch(`${shop.baseUrl}/photos`, {
      method: "POST",
      headers: { "content-type": "image/png", authorization: support },
      body: new Uint8Array(12 * 1024 * 1024 + 1),
    });
    expect(photo.status).toBe(413);
    await problemOf(photo);
  });

  it.each([
    "/listings/..%2f..%2fetc%2fpasswd",
    "/listings/%00",
    "/listings/%E0%A4%A",
    "/listings/../orders",
    "/listings/1%27%20OR%201=1--",
    `/listings/${"a".repeat(5000)}`,
    "/photos/..%2f..%2f..%2fsecret/list",
    "/photos/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx/..%2fzoom",
    "/catalogue?limit=1e99",
    "/catalogue?limit=-1",
    "/catalogue?limit=5&limit=6",
    "/catalogue?priceFrom=NaN",
    "/catalogue?__proto__=1",
    "/catalogue?grade[$ne]=1",
    "/catalogue?ownStock=yes",
    "/catalogue?text=a%00b",
    "/catalogue?nobody=1",
    "/health/live?verbose=1",
    "//listings",
    "/listings/",
    "/.env",
  ])("is refused: %s", async (path) => {
    const { status, body } = await raw(shop.baseUrl, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.parse(body)).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//) });
  });

  it("answers another method with 405 and the ones that are possible", async () => {
    const { status, body } = await raw(shop.baseUrl, "/catalogue", "POST");
    expect(status).toBe(405);
    expect(JSON.parse(body)).toMatchObject({ type: "/problems/method-not-allowed" });
    const answer = await fetch(`${shop.baseUrl}/checkouts`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  });

  it("never repeats what was sent, which may be a secret", async () => {
    const answer = await post(
      JSON.stringify({ tender: 5, token: ["sk_live_1234567890"] }),
      undefined,
      "/checkouts/x/payment",
    );
    expect(await answer.text()).not.toContain("sk_live");
    const id = "00000000-0000-4000-8000-000000000000";
    const second = await post(
      JSON.stringify({ tender: 5, token: ["sk_live_1234567890"] }),
      undefined,
      `/checkouts/${id}/payment`,
    );
    expect(second.status).toBe(422);
    expect(await second.text()).not.toContain("sk_live");
  });

  it("a wrong kind of value in any place of any body never breaks anything", async () => {
    const values = [
      null,
      true,
      -1,
      1e308,
      "",
      "\u0000",
      "x".repeat(5000),
      [],
      {},
      [[[]]],
      { _tag: "Nothing" },
    ];
    const spoiled = function* (value: unknown): Generator<unknown> {
      yield* values;
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        for (const other of spoiled(inner)) {
          yield Array.isArray(value)
            ? value.map((one, index) => (`${index}` === key ? other : one))
            : { ...value, [key]: other };
        }
      }
    };
    for (const operation of operations().filter(({ id }) => id in bodies && !id.startsWith("sandbox"))) {
      const url = `${shop.baseUrl}${addressOf(operation)}`;
      const headers = { "content-type": "application/json", authorization: support };
      const answers = await Promise.all(
        [...spoiled(bodies[operation.id])].map((body) =>
          fetch(url, { method: operation.method, headers, body: JSON.stringify(body) }),
        ),
      );
      for (const answer of answers) {
        await answer.arrayBuffer();
        expect(answer.status, operation.id).toBeLessThan(500);
      }
    }
  });

  it("every operation answers about nothing at all without breaking", async () => {
    for (const operation of operations()) {
      const answer = await call(shop.baseUrl, operation, { authorization: support });
      expect(answer.status, operation.id).toBeLessThan(500);
      // A stream has no end of its own.
      await (operation.id.startsWith("live.") ? answer.body?.cancel() : answer.arrayBuffer());
    }
  });
});
