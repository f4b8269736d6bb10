import { Payments, paymentKey, RegionCode } from "@resale/core";
import { Effect, Option } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aGuest, buy } from "../src/demo/buy.ts";
import { cartOfThree } from "../src/demo/endings/cartOfThree.ts";
import { lostRace } from "../src/demo/endings/lostRace.ts";
import { ownStock } from "../src/demo/endings/ownStock.ts";
import { latePayment, paymentDeclined } from "../src/demo/endings/payments.ts";
import { offer } from "../src/demo/offer.ts";
import { refusalOf } from "../src/demo/refusal.ts";
import { asSupport } from "../src/demo/sale.ts";
import { countOf, labelIn, mailOf } from "./letters.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";

describe("whoever buys", () => {
  let place: Marketplace;
  beforeAll(async () => {
    place = await openMarketplace();
  });
  afterAll(() => place?.close());

  /** What became of a try to pay, as the card provider knows it. */
  const statusOf = (checkout: Parameters<typeof paymentKey>[0], attempt: number) =>
    place.server.runtime.runPromise(
      Effect.gen(function* () {
        const found = yield* (yield* Payments).find(paymentKey(checkout, attempt));
        return Option.getOrUndefined(Option.map(found, ({ status }) => status));
      }),
    );

  it("R17 buys the brand's own stock as any other piece: final, shipped by the brand, and paid to nobody", async () => {
    const sale = await ownStock(place.stage);
    expect(place.stage.failures).toEqual([]);
    const { seller } = await asSupport(place.stage, sale.bought);
    expect(seller).toMatchObject({ payoutState: "Never" });
    const { listing } = await place.shop.visitor.catalogue.listing({ params: { listing: sale.listing } });
    expect(listing.seller).toEqual({ name: "MK Supply", brand: true });
    const brand = await place.shop.mailbox("fulfilment@resale.example");
    await labelIn(mailOf(brand, "To be shipped"));
    expect(countOf(brand, "Your payout")).toBe(0);
    const facets = await place.shop.visitor.catalogue.facets({ query: {} });
    expect(facets.ownStock.find(({ value }) => value === "true")?.count).toBeGreaterThan(0);
  });

  it("R24 gets one receipt for three sellers, who each get a label and nothing of the others", async () => {
    const sale = await cartOfThree(place.stage);
    expect(place.stage.failures).toEqual([]);
    const receipts = await place.shop.mailbox(sale.guest.email);
    expect(receipts.map(({ subject }) => subject)).toEqual(["Your order of 3 pieces"]);
    for (const piece of sale.pieces) {
      expect(receipts[0]?.text).toContain(piece.title);
      const mails = await place.shop.mailbox(piece.seller.email);
      const soldMail = mailOf(mails, "Sold!");
      await labelIn(soldMail);
      for (const other of sale.pieces.filter((one) => one !== piece)) {
        expect(soldMail.text).not.toContain(other.title);
        expect(soldMail.text).not.toContain(other.seller.displayName);
      }
    }
    const checkouts = await Promise.all(
      sale.orders.map(async (bought) => (await asSupport(place.stage, bought)).desk?.checkout),
    );
    expect(new Set(checkouts).size).toBe(1);
  });

  it("R21 hears by name which piece somebody else was faster to take, and is charged nothing", async () => {
    const { problem, taken, late } = await lostRace(place.stage);
    expect(place.stage.failures).toEqual([]);
    expect(problem.status).toBe(409);
    expect(problem.detail).toContain(taken.title);
    expect(problem.detail).toContain("Nothing was charged");
    expect(await place.shop.mailbox(late.email)).toEqual([]);
  });

  it("R21 is one of twenty who want the same piece at once, and one alone gets it", async () => {
    const piece = await place.stage.quietly(() => offer(place.stage, { seller: "Claire" }));
    const { shipTo } = aGuest();
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, () => {
        const { email, name } = aGuest();
        return place.shop.visitor.buying.openCheckout({
          payload: { listings: [piece.listing], email, name, shipTo },
        });
      }),
    );
    expect(asked.filter(({ status }) => status === "fulfilled").length).toBe(1);
    for (const one of asked) {
      if (one.status === "rejected") expect(String(one.reason)).toContain(piece.title);
    }
  });

  it("R21 may try another card after one was declined", async () => {
    const { checkout, guest } = await paymentDeclined(place.stage);
    expect(place.stage.failures).toEqual([]);
    expect(await statusOf(checkout, 1)).toBe("Declined");
    expect(await statusOf(checkout, 2)).toBe("Captured");
    expect(countOf(await place.shop.mailbox(guest.email), "Your order")).toBe(1);
  });

  it("R21 gets the money back by itself that came after the hold had ended, and somebody else the piece (R27)", async () => {
    const { checkout, guest, piece } = await latePayment(place.stage);
    expect(place.stage.failures).toEqual([]);
    expect(await statusOf(checkout, 1)).toBe("Voided");
    expect(await place.shop.mailbox(guest.email)).toEqual([]);
    const { orders } = await buy(place.stage, [piece.listing]);
    expect(orders.length).toBe(1);
  });

  it("R19 does not buy one's own listing, R18 sends to the fifty states alone", async () => {
    const piece = await place.stage.quietly(() => offer(place.stage, { seller: "Leila" }));
    const { shipTo, name } = aGuest();
    const listings = [piece.listing];
    const own = { listings, email: piece.seller.email, name, shipTo };
    const refused = await refusalOf(place.shop.visitor.buying.openCheckout({ payload: own }));
    expect(refused.rejection?._tag).toBe("OwnListing");
    const guam = { ...shipTo, region: RegionCode.make("GU") };
    const far = await refusalOf(place.shop.visitor.buying.quote({ payload: { listings, shipTo: guam } }));
    expect(far.detail).toContain("Guam");
  });
});
