import { ListingId } from "@resale/core";
import { aPurchase, asReviewer, MemoryPurchases, signedIn, someDetails, unitOf } from "@resale/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSeller } from "./sale.ts";
import { openShop, type Shop } from "./shop.ts";

describe("pages of lists", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const sellerOfFive = async () => {
    const { seller } = await aSeller(shop);
    const purchase = aPurchase({ quantity: 5 });
    const purchases = await shop.runtime.runPromise(MemoryPurchases);
    purchases.upsert(seller.id, purchase);
    const { selling } = await shop.as(signedIn(seller));
    const ids: Array<string> = [];
    for (let number = 1; number <= 5; number++) {
      const { id } = await selling.startListing({ payload: { unit: unitOf(purchase, number) } });
      ids.unshift(id);
    }
    return { selling, ids };
  };

  it("give everything once, in order, and say where they end", async () => {
    const { selling, ids } = await sellerOfFive();
    for (const limit of [1, 2, 4, 5, 100]) {
      const seen: Array<string> = [];
      let pages = 0;
      let cursor: string | undefined;
      do {
        const page = await selling.myListings({
          query: { limit, ...(cursor === undefined ? {} : { cursor }) },
        });
        expect(page.entries.length).toBeGreaterThan(0);
        seen.push(...page.entries.map(({ id }) => id));
        cursor = page.next ?? undefined;
        pages++;
      } while (cursor !== undefined);
      expect(seen).toEqual(ids);
      expect(pages).toBe(Math.ceil(5 / limit));
    }
  });

  it("R13 lose nothing of the queue, though each shows the most urgent first", async () => {
    const { selling, ids } = await sellerOfFive();
    // The oldest is handed in last: what is most urgent is not what is newest.
    for (const id of ids) {
      const params = { listing: ListingId.make(id) };
      await selling.editListing({ params, payload: someDetails() });
      await selling.submitListing({ params });
      shop.clock.set(shop.clock.now + 86_400_000);
    }
    const { review } = await shop.as(asReviewer);
    const seen: Array<string> = [];
    let cursor: string | undefined;
    do {
      const page = await review.queue({ query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
      const due = page.entries.map(({ inside }) => inside?.reviewBy?.at ?? 0);
      expect(due).toEqual([...due].sort((one, other) => one - other));
      seen.push(...page.entries.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it("refuse a cursor that is none of ours, by its field", async () => {
    const { selling } = await sellerOfFive();
    for (const cursor of [
      "nonsense",
      "00000000-0000-4000-8000-000000000000",
      btoa("before:x"),
      `${btoa("after:x")}%`,
    ]) {
      const attempt = selling.myListings({ query: { cursor } });
      await expect(attempt, cursor).rejects.toMatchObject({
        problem: { status: 422, fields: [{ field: "cursor" }] },
      });
    }
  });
});
