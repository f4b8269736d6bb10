import { tellAllOnce } from "@resale/core";
import { MemoryWebhooks } from "@resale/testkit";
import { Redacted } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

describe("subscriptions over HTTP", () => {
  let shop: Shop;
  let bearer = "";
  beforeAll(async () => {
    shop = await openShop();
    bearer = `Bearer ${await tokenOf({ sub: "sam", roles: "support" })}`;
  });
  afterAll(() => shop.close());

  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const answer = await fetch(`${shop.baseUrl}/subscriptions${path}`, {
      method,
      headers: {
        authorization: bearer,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: JSON.parse(await answer.text()) };
  };
  const key = (name: string) => ({ "idempotency-key": name });
  const sent = () => shop.runtime.runPromise(MemoryWebhooks.useSync(({ sent: all }) => [...all]));
  const tell = () => shop.runtime.runPromise(tellAllOnce());

  it("R56 R60 a repeat under the same key makes one subscription, and shows its secret again", async () => {
    const wish = { url: "https://erp.example/repeat" };
    const first = await ask("POST", "", wish, key("key-1"));
    const second = await ask("POST", "", wish, key("key-1"));
    expect(first.status).toBe(201);
    expect(second).toEqual(first);
    const { json } = await ask("GET", "");
    expect(json.filter(({ url }: { url: string }) => url === wish.url)).toHaveLength(1);
    expect(JSON.stringify(json)).not.toContain(first.json.secret);
    const id = first.json.subscription.id;
    await ask("POST", `/${id}/secret`, {}, key("key-2"));
    await ask("POST", `/${id}/secret`, {}, key("key-3"));
    expect((await ask("POST", "", wish, key("key-1"))).status).toBe(409);
    expect(shop.lines.join("")).not.toContain(first.json.secret);
  });

  it("R60 what is sold is told, signed by both secrets while they change, and once more when asked", async () => {
    const made = await ask("POST", "", { url: "https://erp.example/sales", events: ["listing"] });
    const { id } = made.json.subscription;
    const rotated = await ask("POST", `/${id}/secret`, { overlap: 1000 });
    const { listing } = await listPiece(shop);
    await tell();
    const told = (await sent()).filter(({ url }) => url.endsWith("/sales"));
    expect(told.map(({ body }) => JSON.parse(body).subject.id)).toContain(listing);
    expect(told[0]?.secrets.map(Redacted.value)).toEqual([rotated.json.secret, made.json.secret]);
    const numbers = told.map(({ body }) => JSON.parse(body).number);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));

    const subject = { kind: "listing", id: listing };
    const replay = { _tag: "Subject", subject, number: numbers.length };
    expect((await ask("POST", `/${id}/replay`, replay)).status).toBe(200);
    await tell();
    expect((await sent()).filter(({ url }) => url.endsWith("/sales"))).toHaveLength(told.length + 1);
    const { json } = await ask("GET", `/${id}/deliveries?limit=1`);
    expect(json.next).toBeNull();
    expect(json.entries[0]).toMatchObject({
      subject,
      heard: numbers.length,
      last: { answer: { _tag: "Accepted" } },
    });
    const forged = await ask(
      "GET",
      `/${id}/deliveries?cursor=${btoa("after:nonsense/1").replaceAll("=", "")}`,
    );
    expect(forged.json.fields).toEqual([expect.objectContaining({ field: "cursor" })]);
    const nothing = { _tag: "Subject", subject, number: 99 };
    expect((await ask("POST", `/${id}/replay`, nothing)).status).toBe(409);
  });

  it("R60 who is disabled hears nothing, and hears all of it when enabled", async () => {
    const made = await ask("POST", "", { url: "https://erp.example/later", events: ["listing.Started"] });
    const { id } = made.json.subscription;
    const disabled = await ask("POST", `/${id}/disabled`, { reason: "moves house" });
    expect(disabled.json.disabled.why).toEqual({
      _tag: "ByOperator",
      by: { _tag: "Support", id: "sam" },
      reason: "moves house",
    });
    await listPiece(shop);
    await tell();
    const heard = async () => (await sent()).filter(({ url }) => url.endsWith("/later")).length;
    expect(await heard()).toBe(0);
    expect((await ask("POST", `/${id}/enabled`)).json.disabled).toBeNull();
    await tell();
    expect(await heard()).toBe(1);
    expect((await ask("POST", `/${id}/test`)).json).toEqual({ _tag: "Accepted", status: 200 });
    expect(await heard()).toBe(2);
  });

  it("R60 who asks for something else is told that from then on; who is removed is told nothing", async () => {
    const made = await ask("POST", "", { url: "https://erp.example/before", events: ["listing"] });
    const { id } = made.json.subscription;
    const edited = await ask("PATCH", `/${id}`, { url: "https://erp.example/after" });
    expect(edited.json).toMatchObject({ url: "https://erp.example/after", events: ["listing"], version: 2 });
    const stale = await ask("PATCH", `/${id}`, { url: "https://erp.example/stale" }, { "if-match": '"1"' });
    expect(stale.json).toMatchObject({ type: "/problems/version-changed", status: 412 });
    await listPiece(shop);
    await tell();
    const urls = async () => (await sent()).map(({ url }) => url);
    expect(await urls()).toContain("https://erp.example/after");
    expect(await urls()).not.toContain("https://erp.example/before");
    const inside = await ask("PATCH", `/${id}`, { url: "http://10.0.0.1/" });
    expect(inside.json.fields[0].field).toBe("url");
    const checkouts = await ask("PATCH", `/${id}`, { events: ["checkout.Opened"] });
    expect(checkouts.json.fields[0].field).toBe("events");

    const told = (await sent()).length;
    expect((await ask("DELETE", `/${id}`, undefined, key("away"))).json.id).toBe(id);
    expect((await ask("DELETE", `/${id}`, undefined, key("away"))).status).toBe(200);
    expect((await ask("DELETE", `/${id}`)).status).toBe(404);
    expect((await ask("PATCH", `/${id}`, { events: [] })).status).toBe(404);
    await listPiece(shop);
    await tell();
    expect((await sent()).slice(told).map(({ url }) => url)).not.toContain("https://erp.example/after");
  });

  it("R60 an address that leads inside, and checkouts in public, are refused by field", async () => {
    const inside = await ask("POST", "", { url: "http://169.254.169.254/" });
    expect(inside.status).toBe(422);
    expect(inside.json.fields[0].field).toBe("url");
    const checkouts = await ask("POST", "", { url: "https://erp.example/", events: ["checkout.Opened"] });
    expect(checkouts.status).toBe(422);
    expect(checkouts.json.fields[0].field).toBe("events");
    const nonsense = await ask("POST", "", { url: "https://erp.example/", events: ["order.Nonsense"] });
    expect(nonsense.json.fields[0].field).toContain("events");
  });
});
