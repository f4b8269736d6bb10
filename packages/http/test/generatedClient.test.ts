import { join } from "node:path";
import createClient from "openapi-fetch";
import openapiTypescript, { astToString } from "openapi-typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiOf } from "../src/index.ts";
import type { components, paths } from "./generated/openapi.ts";
import { listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

const FILE = join(import.meta.dirname, "generated", "openapi.ts");

describe("a client that a public generator made of the OpenAPI document", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it("has the types that the generator makes of the document of today", async () => {
    // Types need no examples.
    const document = JSON.parse(
      JSON.stringify(openApiOf(false), (key, value) => (/^examples?$/.test(key) ? undefined : value)),
    );
    const types = astToString(await openapiTypescript(document, { alphabetize: true }));
    await expect(
      `// Made by openapi-typescript from the OpenAPI document. Not to be changed by hand.\n${types}`,
    ).toMatchFileSnapshot(FILE);
  });

  it("buys a bag: quote, checkout, payment, order", async () => {
    const { listing } = await listPiece(shop);
    const bearer = await tokenOf({ sub: "grace", email: "grace@members.example" });
    const client = createClient<paths>({
      baseUrl: shop.baseUrl,
      headers: { authorization: `Bearer ${bearer}` },
    });
    const found = await client.GET("/catalogue", { params: { query: { grade: ["Excellent"], limit: 5 } } });
    expect(found.data?.entries.map((entry) => entry.listing)).toEqual([listing]);

    const shipTo: components["schemas"]["PostalAddress"] = {
      name: "Grace Hopper",
      line1: "77 Hudson Street",
      city: "New York",
      region: "NY",
      zip: "10013",
      country: "US",
    };
    const listings = [listing];
    const quote = await client.POST("/quotes", { body: { listings, shipTo } });
    expect(quote.error).toBeUndefined();
    expect(quote.data?.unavailable).toEqual([]);

    const opened = await client.POST("/checkouts", {
      params: { header: { "idempotency-key": crypto.randomUUID() } },
      body: { listings, shipTo, email: "grace@members.example", name: "Grace Hopper" },
    });
    const checkout = opened.data?.id ?? "";
    expect(opened.data?.total).toBe(quote.data?.total);

    const params = { path: { checkout } };
    const declined = await client.POST("/checkouts/{checkout}/payment", {
      params,
      body: { tender: "Card", token: "tok_declined" },
    });
    expect(declined.response.status).toBe(402);
    const rejection = declined.error?.rejection;
    expect(rejection?._tag === "CardDeclined" ? rejection.reason : undefined).toBe("CardDeclined");
    expect(declined.error?.wayOut).toContain("another card");

    const paid = await client.POST("/checkouts/{checkout}/payment", {
      params,
      body: { tender: "Card", token: "tok_visa" },
    });
    const [order = ""] = paid.data?.orders ?? [];
    const read = await client.GET("/orders/{order}", { params: { path: { order } } });
    expect(read.data?.order.buyer?.total).toBe(quote.data?.total);
    const tag = read.response.headers.get("etag") ?? "";
    const again = await client.GET("/orders/{order}", {
      params: { path: { order }, header: { "if-none-match": tag } },
    });
    expect(again.response.status).toBe(304);
  });
});
