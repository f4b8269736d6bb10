import { DAY } from "@resale/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stalledRefunded, wrongZip } from "../src/demo/endings/astray.ts";
import { overdueCancelled, overdueShipped } from "../src/demo/endings/overdue.ts";
import { refusalOf } from "../src/demo/refusal.ts";
import { asSupport, type Sale, sold } from "../src/demo/sale.ts";
import { countOf, mailOf } from "./letters.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";

describe("a parcel that is late, lost or elsewhere", () => {
  let place: Marketplace;
  beforeAll(async () => {
    place = await openMarketplace();
  });
  afterAll(() => place?.close());

  const expectAllBack = async (sale: Sale): Promise<void> => {
    expect(place.stage.failures).toEqual([]);
    const order = await asSupport(place.stage, sale.bought);
    const { charge = 0, tax = 0, total, refund } = order.buyer ?? {};
    expect({ total, refund }).toEqual({ total: order.price + charge + tax, refund: "Done" });
    const mails = await place.shop.mailbox(sale.guest.email);
    const { text } = mailOf(mails, "Your order was cancelled");
    expect(text).toContain(`$${((total ?? 0) / 100).toFixed(2)}`);
    const { email } = sale.piece.seller;
    const issued = await place.stage.support.support.findCredit({ payload: { email } });
    expect(issued).toEqual([]);
  };

  it("R31 lets the brand cancel what is overdue: a task, a refund, and the piece may be listed again (R51)", async () => {
    const sale = await overdueCancelled(place.stage);
    await expectAllBack(sale);
    const toSeller = await place.shop.mailbox(sale.piece.seller.email);
    expect(countOf(toSeller, "A reminder to ship")).toBe(1);
    expect(countOf(toSeller, "Your shipment is overdue")).toBe(1);
    expect(countOf(toSeller, "Your sale was cancelled")).toBe(1);
    const { listing } = await sale.piece.selling.catalogue.listing({
      params: { listing: sale.piece.listing },
    });
    expect(listing.state).toBe("Closed");
  });

  it("R31 cancels nothing for lateness before the seller's time is over", async () => {
    const sale = await place.stage.quietly(() => sold(place.stage, { seller: "June" }));
    const refused = await refusalOf(
      place.stage.support.orders.cancel({
        params: { order: sale.bought.order },
        payload: { reason: { code: "NotShipped", text: "Too slow." } },
      }),
    );
    expect(refused.rejection?._tag).toBe("DeadlineNotPassed");
    const byBuyer = await refusalOf(
      sale.bought.buying.orders.cancel({
        params: { order: sale.bought.order },
        payload: { reason: { code: "Other", text: "I changed my mind." } },
      }),
    );
    expect(byBuyer.status).toBe(403);
  });

  it("R36 calls a parcel stalled that is not scanned for ten days, and the operator may refund it", async () => {
    const sale = await stalledRefunded(place.stage);
    await expectAllBack(sale);
    const mails = await place.shop.mailbox(sale.guest.email);
    expect(countOf(mails, "Where your order is")).toBeGreaterThanOrEqual(3);
    expect(countOf(mails, "Delivered")).toBe(0);
  });

  it("R38 opens no window for a parcel at another ZIP code", async () => {
    const sale = await wrongZip(place.stage);
    await expectAllBack(sale);
    const mails = await place.shop.mailbox(sale.guest.email);
    expect(countOf(mails, "Delivered")).toBe(0);
    const { order } = sale.bought;
    const refused = await refusalOf(sale.bought.buying.orders.confirm({ params: { order } }));
    expect(refused.rejection?._tag).toBe("WrongState");
  });

  it("R37 comes to the same delivery, whether the carrier tells late, twice, out of order or of another parcel", async () => {
    const stories = ["late", "twice", "outOfOrder", "recycled", "unknownStatus"] as const;
    const sales: Array<Sale> = [];
    for (const story of stories) {
      const sale = await place.stage.quietly(() => sold(place.stage, { seller: "Nora" }));
      await place.shop.drop(sale.bought.order, story);
      sales.push(sale);
    }
    await place.stage.pass(5 * DAY, "All of them are with the carrier.");
    for (const [index, sale] of sales.entries()) {
      const { state } = await asSupport(place.stage, sale.bought);
      const mails = await place.shop.mailbox(sale.guest.email);
      const delivered = countOf(mails, "Delivered");
      expect({ story: stories[index], state, delivered }).toEqual({
        story: stories[index],
        state: "Delivered",
        delivered: 1,
      });
    }
  });

  it("R31 lets the seller ship what is overdue, and be paid", async () => {
    const sale = await overdueShipped(place.stage);
    expect(place.stage.failures).toEqual([]);
    const { email } = sale.piece.seller;
    const issued = await place.stage.support.support.findCredit({ payload: { email } });
    expect(issued.length).toBe(1);
  });
});
