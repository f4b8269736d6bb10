import { businessDeadline, readProgram } from "@resale/core";
import { createResale } from "@resale/embed";
import {
  aMember,
  anAddress,
  aProduct,
  aPurchase,
  at,
  MemoryCarrier,
  MemoryMailer,
  MemoryMembers,
  MemoryPayments,
  MemoryPurchases,
  MemoryStore,
  MemoryTax,
  SettableClock,
  START,
  settableClockLayer,
  silentWorld,
  someDetails,
  testLinks,
  unitOf,
} from "@resale/testkit";
import { checkWholeLife, reachedBy } from "@resale/testkit/model";
import { Layer } from "effect";
import { describe, expect, it } from "vitest";
import { canada, markets, unitedStates } from "../src/outdoor.ts";
import { asWished, type Wish } from "../src/payouts.ts";

const DAY = 86_400_000;
const places = {
  unitedStates: anAddress({ city: "Washington", region: "DC", zip: "20001" }),
  canada: anAddress({ city: "Toronto", region: "ON", zip: "M5V 1K4", country: "CA" as never }),
};

const paidBy = (name: Wish, paid: Array<string>) => ({
  issue: ({ amount, currency }: { readonly amount: number; readonly currency: string }) => {
    paid.push(`${name} ${amount} ${currency}`);
    return `${paid.length}`;
  },
  find: () => [],
  resend: () => undefined,
});

const engineFor = (market: keyof typeof markets) => {
  const program = markets[market];
  const clock = new SettableClock(START);
  const ada = aMember({ address: places[market] });
  const jacket = aPurchase({ product: aProduct({ name: "Summit shell", category: "Shells", msrp: 400_00 }) });
  const paid: Array<string> = [];
  const kept = new Map<string, Wish>();
  const wishes = {
    of: async (): Promise<Wish> => (market === "canada" ? "Cash" : "Credit"),
    keep: (key: string, wish: Wish) => {
      const first = kept.get(key) ?? wish;
      kept.set(key, first);
      return Promise.resolve(first);
    },
  };
  const resale = createResale({
    program,
    store: MemoryStore.layer,
    members: Layer.provideMerge(
      Layer.effectDiscard(MemoryMembers.useSync(({ upsert }) => upsert(ada))),
      MemoryMembers.layer,
    ),
    purchases: Layer.provideMerge(
      Layer.effectDiscard(MemoryPurchases.useSync(({ upsert }) => upsert(ada.id, jacket))),
      MemoryPurchases.layer,
    ),
    payments: MemoryPayments.layer,
    tax: MemoryTax.layer,
    storeCredit: asWished(wishes, { Credit: paidBy("Credit", paid), Cash: paidBy("Cash", paid) }),
    carrier: MemoryCarrier.layer,
    mailer: MemoryMailer.layer,
    links: testLinks,
    sandbox: Layer.merge(silentWorld, settableClockLayer(clock)),
  });
  return { resale, clock, ada, jacket, paid, program };
};

const listJacket = async ({ resale, ada, jacket, program }: ReturnType<typeof engineFor>, asked: number) => {
  const seller = resale.as({ _tag: "Member", id: ada.id, email: ada.email });
  const { id } = await seller.selling.start(unitOf(jacket));
  const details = someDetails({ program, grade: "Great", price: 200_00 });
  await seller.listings.edit(id, { details });
  await seller.listings.submit(id);
  const checked = program.review.checklist.map(({ key }) => key);
  const approved = await resale
    .as({ _tag: "Reviewer", id: "rita" })
    .listings.approve(id, { revision: 2, checked, price: asked });
  return { id, seller, approved };
};

for (const market of ["unitedStates", "canada"] as const) {
  describe(`a jacket in ${market}`, () => {
    it("R11 R46 is sold at a price that its seller agreed to, for 75 % as they wished", async () => {
      const shop = engineFor(market);
      await using resale = shop.resale;
      const { id, seller, approved } = await listJacket(shop, 180_00);
      expect(approved.state).toBe("PriceProposed");
      await seller.listings.acceptPrice(id);
      const cart = { listings: [id], email: "grace@example.com", name: "Grace", shipTo: places[market] };
      const held = await resale.buying.open(cart);
      const bought = await resale.buying.pay(held.id, { tender: "Card", token: "tok_visa" });
      await resale.sandbox.comeToRest();
      const [order = ""] = bought.orders;
      const { order: sold } = await seller.orders.view(order);
      expect(sold.currency).toBe(shop.program.currency);
      const scan = (status: "Accepted" | "Delivered") =>
        resale.carriers.receiveScans("Any", sold.tracking ?? "", [{ at: shop.clock.now, status }]);
      await scan("Accepted");
      await resale.sandbox.advance(shop.clock.now + 4 * DAY);
      await scan("Delivered");
      await resale.sandbox.advance(shop.clock.now + 5 * DAY);
      const { order: done } = await seller.orders.view(order);
      expect(done.state).toBe("ConfirmedAutomatically");
      const currency = market === "canada" ? "CAD" : "USD";
      expect(shop.paid).toEqual([`${market === "canada" ? "Cash" : "Credit"} 13500 ${currency}`]);
      expect((await resale.journal.verify()).faults).toEqual([]);
    });

    it("R31 is cancelled by itself, two days after the fourteen in which nobody shipped it", async () => {
      const shop = engineFor(market);
      await using resale = shop.resale;
      const { id, seller } = await listJacket(shop, 200_00);
      const cart = { listings: [id], email: "grace@example.com", name: "Grace", shipTo: places[market] };
      const held = await resale.buying.open(cart);
      const { orders } = await resale.buying.pay(held.id, { tender: "Card", token: "tok_visa" });
      await resale.sandbox.comeToRest();
      const state = async () => (await seller.orders.view(orders[0] ?? "")).order.state;
      await resale.sandbox.advance(START + 16 * DAY - 1);
      expect(await state()).toBe("ShipmentOverdue");
      await resale.sandbox.advance(START + 16 * DAY);
      expect(await state()).toBe("Cancelled");
      expect(shop.paid).toEqual([]);
    });

    it("keeps every law of the whole life, and goes far", () => {
      checkWholeLife({ numRuns: 12 }, markets[market]);
      const seen = reachedBy(markets[market], { numRuns: 40, seed: 7 });
      expect([...seen]).toEqual(
        expect.arrayContaining(["Confirmed", "Cancelled", "PayoutIssued", "Refunded"]),
      );
    });
  });
}

it("R18 each market ships within its own country, the District of Columbia included", async () => {
  const { resale: american } = engineFor("unitedStates");
  await using resale = american;
  const listing = crypto.randomUUID();
  const quote = await resale.buying.quote([listing], places.unitedStates);
  expect(quote.unavailable).toHaveLength(1);
  await expect(resale.buying.quote([listing], places.canada)).rejects.toMatchObject({
    rejection: { _tag: "RegionRefused", name: "the country CA" },
  });
});

it("R30 Canada's deadlines pass over Good Friday and Victoria Day", () => {
  const skipped = (from: string) => JSON.stringify(businessDeadline(canada.calendar, at(from), 3));
  expect(skipped("2026-04-01T12:00:00-04:00")).toContain("Good Friday");
  expect(skipped("2026-05-15T12:00:00-04:00")).toContain("Victoria Day");
});

it("a Program that contradicts itself says where", () => {
  const worse = { ...unitedStates.pricing.table, Loved: [{ rate: 9000 }] };
  const broken = { ...unitedStates, pricing: { ...unitedStates.pricing, table: worse } };
  expect(() => readProgram(broken)).toThrow(/Loved/);
});
