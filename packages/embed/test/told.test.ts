import { Webhooks } from "@resale/core";
import { preLoved } from "@resale/embed";
import { Effect, Layer, Redacted } from "effect";
import { describe, expect, it } from "vitest";
import { aShop, asRita, asSam, buyBag, listBag } from "./aShop.ts";

describe("what is told from outside", () => {
  it("R37 is taken down once however often it is told, acted on by a worker, and shown to support", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const order = await buyBag(shop, await listBag(shop));
    const support = resale.as(asSam);
    const { order: sold } = await support.orders.view(order);
    const scans = [{ at: shop.clock.now, status: "Accepted" as const }];
    const news = [{ _tag: "ReceiveScans", carrier: "USPS", tracking: sold.tracking ?? "", scans }] as const;
    expect(await resale.providers.takeDown("message 1", news)).toBe(1);
    expect(await resale.providers.takeDown("message 1", news)).toBe(0);
    expect((await support.orders.view(order)).order.state).toBe("AwaitingShipment");
    await resale.sandbox.comeToRest();
    expect((await support.orders.view(order)).order.state).toBe("InTransit");
    const told = await support.support.toldOfOrder(order);
    expect(told.map(({ task, status }) => [task._tag, status])).toEqual([["ReceiveScans", "Done"]]);
    await expect(resale.providers.takeDown("", news)).rejects.toMatchObject({
      rejection: { _tag: "Invalid" },
    });
  });

  it("R2 of a mail's end is kept with its address, and cleared by support", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const order = await buyBag(shop, await listBag(shop));
    const support = resale.as(asSam).support;
    const sold = (await support.sentMails(order)).find(({ mail }) => mail === "ItemSold");
    expect(sold?.id).toMatch(/^order\.\d+$/);
    const email = sold?.to ?? "";
    const report = {
      messageId: `${order}.ItemSold.1`,
      recipient: email,
      outcome: "Failed" as const,
      reason: "5.1.1 no such user",
    };
    expect(await resale.mails.receiveReport(report)).toBe("Recorded");
    expect(await support.mailbox(email)).toMatchObject({
      _tag: "Refusing",
      refusal: { reason: "5.1.1 no such user" },
    });
    await support.clearRefusal(email);
    expect((await support.mailbox(email))._tag).toBe("Reachable");
    await resale.mails.declineOptional(email);
    expect((await support.mailbox(email)).optional).toBe(false);
    await resale.mails.acceptOptional(email);
    expect((await support.mailbox(email)).optional).toBe(true);
  });

  it("R14 a reviewer sees what has happened to a piece, and nobody else does", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const listing = await listBag(shop);
    const { events } = await resale.as(asRita).review.history(listing);
    expect(events.map(({ event }) => event)).toContainEqual(expect.objectContaining({ _tag: "Approved" }));
    await expect(resale.review.history(listing)).rejects.toMatchObject({
      rejection: { _tag: expect.stringMatching(/NotAllowed|NotFound/) },
    });
  });

  it("R57 what another Program would have made of all that is stored is one report", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    await buyBag(shop, await listBag(shop));
    const { sellerShare } = preLoved;
    const report = await resale.programs.replay({
      ...preLoved,
      version: "next",
      sellerShare: sellerShare - 500,
    });
    expect(report).toMatchObject({ subjects: { listing: 1, order: 1 }, changed: 2, failed: 0 });
    const wrong = resale.programs.replay({ ...preLoved, sellerShare: 70_000 });
    await expect(wrong).rejects.toMatchObject({
      rejection: { _tag: "Invalid", faults: [{ field: expect.stringContaining("sellerShare") }] },
    });
  });

  it("R60 subscribers are told by the time a shop that is tried out comes to rest", async () => {
    const heard: Array<unknown> = [];
    const webhooks = Layer.succeed(Webhooks, {
      check: () => Effect.void,
      newSecret: Effect.sync(() => Redacted.make("whsec_of_the_test")),
      post: ({ body }) => {
        heard.push(JSON.parse(body).type);
        return Effect.succeed({ _tag: "Accepted", status: 204 } as const);
      },
    });
    const shop = aShop({ webhooks });
    await using resale = shop.resale;
    await resale.as(asSam).subscribers.subscribe({
      url: "https://erp.example/hooks",
      events: ["listing.Approved", "order.Placed"],
      include: "public",
    });
    const listing = await listBag(shop);
    await resale.sandbox.comeToRest();
    expect(heard).toEqual(["listing.Approved"]);
    await buyBag(shop, listing);
    await resale.sandbox.advance(shop.clock.now + 1);
    expect(heard).toEqual(["listing.Approved", "order.Placed"]);
  });
});
