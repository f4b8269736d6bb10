import { ListingId, type PhotoId, Store, StoreUnavailable } from "@resale/core";
import {
  anAddress,
  asReviewer,
  asStranger,
  asSupport,
  email,
  gradeKey,
  MemoryStore,
  signedIn,
} from "@resale/testkit";
import { Effect, Layer } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSeller, buyAsGuest, card, listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

describe("reading over HTTP", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${shop.baseUrl}${path}`, { headers });

  it("R15 an unapproved listing does not exist for others, and looks like none that ever was", async () => {
    const { seller, unit } = await aSeller(shop);
    const { selling } = await shop.as(signedIn(seller));
    const { id } = await selling.startListing({ payload: { unit } });
    const stranger = `Bearer ${await tokenOf({ sub: "mallory", email: "mallory@example.com" })}`;
    const nothing = "00000000-0000-4000-8000-000000000000";
    for (const headers of [{}, { authorization: stranger }]) {
      const [hidden, missing] = [
        await get(`/listings/${id}`, headers),
        await get(`/listings/${nothing}`, headers),
      ];
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      const bodies = [await hidden.text(), await missing.text()].map((text) =>
        text.replaceAll(/"instance":"[^"]+"/g, "").replaceAll(id, nothing),
      );
      expect(bodies[0]).toBe(bodies[1]);
    }
    const params = { listing: ListingId.make(id) };
    expect((await (await shop.as(asReviewer)).catalogue.listing({ params })).listing.state).toBe("Draft");
    expect(
      (await (await shop.as(signedIn(seller))).catalogue.listing({ params })).listing.inside,
    ).not.toBeNull();
  });

  it("answers an unchanged listing with 304, and a changed one anew", async () => {
    const { listing } = await listPiece(shop);
    const path = `/listings/${listing}`;
    const first = await get(path);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"\d+\.[\w-]+"$/);
    expect(first.headers.get("vary")).toContain("authorization");
    const again = await get(path, { "if-none-match": tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await get(path, { "if-none-match": `W/${tag}` })).status).toBe(304);
    expect((await get(path, { "if-none-match": '"1.x"' })).status).toBe(200);
    const support = `Bearer ${await tokenOf({ sub: "sam", roles: ["support"] })}`;
    expect((await get(path, { "if-none-match": tag, authorization: support })).status).toBe(200);
    await buyAsGuest(shop, [listing]);
    expect((await get(path, { "if-none-match": tag })).status).toBe(200);
  });

  it("R20 quotes a cart and names what is gone", async () => {
    const [gone, live] = [(await listPiece(shop)).listing, (await listPiece(shop)).listing];
    await buyAsGuest(shop, [gone]);
    const quote = await shop.visitor.buying.quote({
      payload: { listings: [gone, live], shipTo: anAddress() },
    });
    expect(quote.lines.map(({ listing }) => listing)).toEqual([live]);
    expect(quote.unavailable).toMatchObject([{ listing: gone, why: "Sold" }]);
    const shipTo = anAddress({ region: "DC" });
    await expect(shop.visitor.buying.quote({ payload: { listings: [live], shipTo } })).rejects.toMatchObject({
      problem: {
        type: "/problems/region-refused",
        status: 422,
        detail: expect.stringContaining("District of Columbia"),
      },
    });
  });

  it("R23 refuses the brand's gift cards by name", async () => {
    const { listing } = await listPiece(shop);
    const buyer = { email: email("g@example.com"), name: "G", shipTo: anAddress() };
    const payload = { listings: [listing], ...buyer };
    const { id } = await shop.visitor.buying.openCheckout({ payload });
    const paying = { params: { checkout: id }, payload: { ...card, tender: "GiftCard" } };
    await expect(shop.visitor.buying.pay(paying)).rejects.toMatchObject({
      problem: { type: "/problems/tender-refused", status: 422, rejection: { taken: ["Card"] } },
    });
  });

  it("R9 explains the price it recommends", async () => {
    const { seller, unit } = await aSeller(shop);
    const { selling } = await shop.as(signedIn(seller));
    const query = { grade: gradeKey("NewWithTags") };
    const found = await selling.recommendPrice({ params: { unit }, query });
    expect(found).toMatchObject({ base: 250_00, price: 200_00, payout: 160_00 });
    expect(found.steps[0]).toMatchObject({ _tag: "Rate", rate: 8000 });
  });

  it("serves photos for ever, and nothing but photos", async () => {
    const { photos } = await shop.as(asStranger);
    const { id } = await photos.upload({ payload: new Uint8Array([1, 2, 3]) });
    const answer = await get(`/photos/${id}/detail`);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
    const params = { photo: id as PhotoId, size: "list" as const };
    expect([...(await shop.visitor.photos.photo({ params }))]).toEqual([1, 2, 3]);
    await expect(photos.upload({ payload: new Uint8Array() })).rejects.toMatchObject({
      problem: { status: 422, type: "/problems/photo-refused" },
    });
  });

  it("is ready only while its store is", async () => {
    expect((await get("/health/ready")).status).toBe(200);
    const store = await shop.runtime.runPromise(MemoryStore);
    store.failNext("answer", new StoreUnavailable({ reason: "the disk is on fire" }));
    const answer = await get("/health/ready");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await answer.text()).not.toContain("fire");
    expect((await get("/health/live")).status).toBe(200);
  });

  it("tells a defect to the log, and to the sender nothing but its number", async () => {
    const dies = Effect.die(new Error("table listings is gone"));
    const gone = {
      load: () => dies,
      commit: () => dies,
      find: () => dies,
      answer: () => dies,
      scored: () => dies,
    };
    const broken = await openShop(Layer.succeed(Store, gone));
    const answer = await fetch(`${broken.baseUrl}/listings/00000000-0000-4000-8000-000000000000`);
    expect(answer.status).toBe(500);
    const problem = await answer.text();
    expect(problem).toContain("/problems/internal-error");
    expect(problem).not.toContain("table");
    const id = answer.headers.get("x-request-id") ?? "nowhere";
    expect(problem).toContain(`urn:request:${id}`);
    const told = broken.lines.filter((line) => line.includes(id) && line.includes('"msg":"defect"'));
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0] ?? "{}").err).toMatchObject({
      type: "Error",
      stack: expect.stringContaining("catalogue.test.ts"),
    });
    // What an error says may hold what somebody typed: where it was thrown is enough to find it.
    expect(broken.lines.join("")).not.toContain("table listings is gone");
    await broken.close();
  });

  it("keeps secrets and people out of the log", async () => {
    const token = await tokenOf({ sub: "sam", roles: ["support"] });
    const { support } = await shop.as(asSupport);
    await support.findOrders({ payload: { email: email("private@example.com") } });
    await get("/catalogue?text=private-words", {
      authorization: `Bearer ${token}`,
      cookie: "session=private-cookie",
    });
    shop.app.log.info(
      { req: undefined, user: { email: "private@example.com", token: "private-token" } },
      "x",
    );
    const log = shop.lines.join("");
    expect(log).toContain('"path":"/catalogue"');
    for (const secret of [token, "private"]) expect(log).not.toContain(secret);
  });
});

describe("webhooks", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it("lets nobody in whose signature does not fit", async () => {
    const answer = await shop.scan({ tracking: "ABCDEF123", status: "Accepted" }, "wrong");
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ type: "/problems/webhook-refused" });
  });

  it("R37 hears of parcels that are none of ours, and of the same scan again, and lets both go", async () => {
    const stray = await shop.scan({ tracking: "ABCDEF123", status: "Accepted" });
    expect(await stray.json()).toEqual({ taken: 1 });
    const { listing, selling } = await listPiece(shop);
    const { order } = await buyAsGuest(shop, [listing]);
    const { tracking } = (await selling.orders.order({ params: { order } })).order;
    for (const _ of [1, 2, 3]) expect((await shop.scan({ tracking, status: "Accepted" })).status).toBe(200);
    expect((await selling.orders.order({ params: { order } })).order.state).toBe("InTransit");
  });

  it("says that nobody listens where no provider was wired", async () => {
    const answer = await fetch(`${shop.baseUrl}/webhooks/payments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(answer.status).toBe(401);
  });
});
