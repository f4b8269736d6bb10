import type { Parts } from "@resale/embed";
import { PostgresStore, sqlLayer } from "@resale/postgres";
import { testDatabase } from "@resale/postgres/testing";
import { MemoryStore } from "@resale/testkit";
import { Effect, Layer, type Redacted } from "effect";
import { describe, expect, it } from "vitest";
import { ada, aShop, asAda, asSam, buyBag, listBag } from "./aShop.ts";

const DAY = 86_400_000;

const migrated = testDatabase({
  name: "embed",
  prepare: (url: Redacted.Redacted) =>
    Effect.scoped(Layer.build(sqlLayer({ url }))).pipe(Effect.asVoid, Effect.orDie),
});

const stores: ReadonlyArray<readonly [string, Parts["store"]]> = [
  ["memory", MemoryStore.layer],
  ["PostgreSQL", Layer.unwrap(Effect.map(migrated, (url) => PostgresStore.layer({ url })))],
];

describe.each(stores)("a whole sale in promises, in %s", (_, store) => {
  it("R43 is listed, bought, shipped, delivered, and paid out after three days of silence", async () => {
    const shop = aShop({ store });
    await using resale = shop.resale;
    const listing = await listBag(shop);
    const shown = await resale.listings.view(listing);
    expect(shown.listing.title).toBe("Jet Set Medium Tote");
    const order = await buyBag(shop, listing);
    const support = resale.as(asSam);
    const { order: sold } = await support.orders.view(order);
    const tracking = sold.tracking ?? "";
    await resale.carriers.receiveScans("USPS", tracking, [{ at: shop.clock.now, status: "Accepted" }]);
    await resale.sandbox.advance(shop.clock.now + 2 * DAY);
    await resale.carriers.receiveScans("USPS", tracking, [{ at: shop.clock.now, status: "Delivered" }]);
    const happened = await resale.sandbox.advance(shop.clock.now + 3 * DAY);
    const confirmed = happened.filter(({ event }) => event._tag === "ConfirmedAutomatically");
    expect(confirmed.map(({ subject }) => subject)).toEqual([{ kind: "order", id: order }]);
    const { order: done } = await resale.as(asAda).orders.view(order);
    expect(done.seller?.payoutState).toBe("Issued");
    expect(done.seller?.payout).toBe(80_00);
    const verified = await resale.journal.verify();
    expect(verified.faults).toEqual([]);
    // What is sent on as JSON says all of it.
    expect(JSON.parse(JSON.stringify(verified)).balances.Cash).toBe(verified.balances["Cash"]);
    expect(verified.balances["Cash"]).toBeGreaterThan(0);
    const mails = shop.sent.filter(({ to }) => to === ada.email).map(({ what }) => what);
    expect(mails).toEqual(expect.arrayContaining(["ItemSold", "PayoutOnItsWay"]));
  });

  it("R26 a guest confirms by the link that was mailed, and by no other", async () => {
    const shop = aShop({ store });
    await using resale = shop.resale;
    const order = await buyBag(shop, await listBag(shop));
    const { order: sold } = await resale.as(asSam).orders.view(order);
    await resale.carriers.receiveScans("USPS", sold.tracking ?? "", [
      { at: shop.clock.now, status: "Accepted" },
      { at: shop.clock.now + 1, status: "Delivered" },
    ]);
    const guest = await resale.guests.actorOf(
      btoa(JSON.stringify({ order, generation: 0, until: shop.clock.now + DAY })),
    );
    const confirmed = await resale.as(guest).orders.confirm(order);
    expect(confirmed.state).toBe("Confirmed");
    await expect(resale.guests.actorOf(btoa("null"))).rejects.toMatchObject({
      rejection: { _tag: "LinkNotValid" },
    });
  });
});
