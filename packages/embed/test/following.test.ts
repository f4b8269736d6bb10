import { describe, expect, it } from "vitest";
import { aShop, asRita, asSam, buyBag, listBag } from "./aShop.ts";

const take = async <A>(iterable: AsyncIterable<A>, many: number): Promise<ReadonlyArray<A>> => {
  const taken: Array<A> = [];
  for await (const one of iterable) {
    taken.push(one);
    if (taken.length === many) break;
  }
  return taken;
};

describe("looking on", () => {
  it("R55 events come in order from any position, those that are yet to happen too", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const listing = await listBag(shop);
    const known = await take(resale.events(), 4);
    expect(known.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    const last = known.at(-1)?.position ?? 0;
    const next = take(resale.events({ after: last + 1 }), 1);
    await buyBag(shop, listing);
    expect((await next)[0]?.position).toBe(last + 2);
  });

  it("an order is seen as it is, and again when it has changed", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const order = await buyBag(shop, await listBag(shop));
    const states: Array<string> = [];
    const sam = resale.as(asSam);
    for await (const { order: seen } of sam.orders.follow(order)) {
      states.push(seen.state);
      if (states.length === 1)
        await sam.orders.cancel(order, { reason: { code: "SellerCannotShip", text: "" } });
      if (seen.state === "Cancelled") break;
    }
    expect(states.at(0)).toBe("AwaitingShipment");
    expect(states.at(-1)).toBe("Cancelled");
  });

  it("R15 what one may not see cannot be followed", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    const order = await buyBag(shop, await listBag(shop));
    await expect(take(resale.orders.follow(order), 1)).rejects.toMatchObject({
      rejection: { _tag: "NotFound" },
    });
  });

  it("ends when the engine is closed, and is rejected when the caller gives up", async () => {
    const { resale } = aShop();
    const giving = new AbortController();
    const given = take(resale.events({ signal: giving.signal }), 1);
    const left = take(resale.events(), 1);
    await resale.ready();
    giving.abort(new Error("enough"));
    await expect(given).rejects.toThrow("enough");
    await resale.close();
    expect(await left).toEqual([]);
  });
});

describe("working", () => {
  it("does what is wanted until it is stopped, and nothing after", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    await resale.workers.start({ rest: 5 });
    await resale.workers.start({ rest: 5 });
    const mailed = (async () => {
      for await (const { event } of resale.events()) {
        if (typeof event === "object" && event !== null && "_tag" in event && event["_tag"] === "MailSent")
          return;
      }
    })();
    const listing = await listBag(shop);
    await mailed;
    await resale.workers.stop();
    const before = shop.sent.length;
    expect(before).toBeGreaterThan(0);
    await resale.as(asRita).listings.view(listing);
    expect(shop.sent.length).toBe(before);
  });

  it("does in one invocation what is due, and says whether there is more", async () => {
    const shop = aShop();
    await using resale = shop.resale;
    await listBag(shop);
    const first = await resale.workers.runDue();
    expect(first.tasks).toBeGreaterThan(0);
    expect(first.more).toBe(false);
    expect(await resale.workers.runDue()).toEqual({ timers: 0, tasks: 0, more: false });
    expect(shop.sent.map(({ what }) => what)).toEqual(["ListingApproved"]);
  });
});
