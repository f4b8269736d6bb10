import { StoreUnavailable } from "@resale/core";
import { asSupport, MemoryStore } from "@resale/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buyAsGuest, listPiece } from "./sale.ts";
import { openShop, type Shop } from "./shop.ts";

describe("what providers tell by themselves", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const parcel = async () => {
    const { listing, selling } = await listPiece(shop);
    const { order } = await buyAsGuest(shop, [listing]);
    const { tracking } = (await selling.orders.order({ params: { order } })).order;
    return { order, tracking };
  };
  const problemOf = async (answer: Response) => {
    const { instance: _, ...problem } = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, ...problem };
  };

  it("R37 stands where support sees it, with what came of it", async () => {
    const { order, tracking } = await parcel();
    expect(await (await shop.scan({ tracking, status: "Accepted" })).json()).toEqual({ taken: 1 });
    expect(await (await shop.scan({ tracking, status: "Accepted" })).json()).toEqual({ taken: 0 });
    const support = await shop.as(asSupport);
    expect(await support.support.webhooks({ params: { order } })).toMatchObject([
      { task: { _tag: "ReceiveScans", tracking, carrier: "Memory" }, status: "Done", attempts: 1 },
    ]);
  });

  it("is not answered as heard before it is taken down", async () => {
    const { tracking } = await parcel();
    const { failNext } = await shop.runtime.runPromise(MemoryStore);
    failNext("add", new StoreUnavailable({ reason: "the disk is full" }));
    const refused = await shop.scan({ tracking, status: "Accepted" });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("2");
    expect(await (await shop.scan({ tracking, status: "Accepted" })).json()).toEqual({ taken: 1 });
  });

  it("tells who can't sign nothing but that it is not taken", async () => {
    const { tracking } = await parcel();
    const unsigned = await shop.scan({ tracking, status: "Accepted" }, "wrong");
    const unreadable = await shop.scan({ tracking: 7 });
    const unheard = await fetch(`${shop.baseUrl}/webhooks/payments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    const said = await problemOf(unsigned);
    expect(said).toMatchObject({ status: 401, type: "/problems/webhook-refused" });
    expect(await problemOf(unreadable)).toEqual(said);
    expect(await problemOf(unheard)).toEqual(said);
  });

  it("is not longer than a megabyte", async () => {
    const long = await shop.scan({ tracking: "x".repeat(1024 * 1024) });
    expect(long.status).toBe(413);
  });

  it("is read in its raw bytes: what is no JSON is the reader's to refuse", async () => {
    const tell = (body: string) =>
      fetch(`${shop.baseUrl}/webhooks/carrier`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-carrier-signature": "right" },
        body,
      });
    expect((await tell("{")).status).toBe(401);
  });
});
