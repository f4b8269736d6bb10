import { DAY, HOUR } from "@resale/core";
import { makeClient, makeLightClient } from "@resale/http/client";
import { asReviewer, asSupport, MemoryStoreCredit } from "@resale/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buyAsGuest, listPiece } from "./sale.ts";
import { openShop, type Shop } from "./shop.ts";

describe.each([
  ["the client that checks answers", makeClient],
  ["the light client", makeLightClient],
])("a whole sale over HTTP, by %s", (_, client) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(undefined, {}, client);
  });
  afterAll(() => shop.close());

  it("R26 runs from the purchase to the store credit, bought by a guest who holds a link", async () => {
    const { listing, selling } = await listPiece(shop);
    const found = await shop.visitor.catalogue.search({ query: { grade: ["Excellent", "Good"] } });
    expect(found.entries.map((entry) => entry.listing)).toEqual([listing]);

    const { order, tokens } = await buyAsGuest(shop, [listing]);
    const buyer = shop.guest(tokens[0] ?? "");
    const { order: bought } = await buyer.orders.guestOrder();
    expect(bought.id).toBe(order);
    expect(bought.buyer?.shipTo.line1).toBe("77 Secret Lane");

    const params = { order };
    const pdf = await selling.orders.labelPdf({ params });
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe("%PDF-");
    expect((await selling.orders.labelQr({ params })).length).toBeGreaterThan(0);
    const sold = await selling.orders.order({ params });
    expect(sold.order.state).toBe("AwaitingShipment");
    expect(JSON.stringify(sold)).not.toContain("77 Secret Lane");

    const desk = await shop.as(asSupport);
    await desk.sandbox.advance({ payload: { _tag: "By", milliseconds: 20 * HOUR } });
    const { tracking } = sold.order;
    expect(await (await shop.scan({ tracking, status: "Accepted" })).json()).toEqual({ taken: 1 });
    await desk.sandbox.advance({ payload: { _tag: "By", milliseconds: 3 * DAY } });
    expect((await shop.scan({ tracking, status: "Delivered" })).status).toBe(200);
    expect((await buyer.orders.explainOrder({ params })).open).toEqual(
      expect.arrayContaining(["Confirm", "OpenDispute"]),
    );

    expect((await buyer.orders.confirm({ params })).state).toBe("Confirmed");
    const rated = await buyer.orders.rate({ params, payload: { stars: 5, text: "As described" } });
    expect(rated.rating?.stars).toBe(5);
    const { happened, now } = await desk.sandbox.advance({ payload: { _tag: "ToNext" } });
    expect(now).toBeGreaterThan(0);
    expect(happened.map(({ event }) => event)).toContain("PayoutIssued");

    const credit = await shop.runtime.runPromise(MemoryStoreCredit);
    expect([...credit.cards.values()].map(({ amount }) => amount)).toEqual([80_00]);
    expect((await selling.orders.order({ params })).order.seller?.payoutState).toBe("Issued");
    const story = await desk.support.story({ params });
    expect(JSON.stringify(story)).not.toContain("tok_visa");
    expect(story.journal.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    const reviewing = await shop.as(asReviewer);
    expect((await reviewing.support.verifyJournal()).faults).toEqual([]);
  });
});
