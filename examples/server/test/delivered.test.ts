import { DAY, HOUR } from "@resale/core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { somePhone } from "../src/artwork/index.ts";
import { confirmed } from "../src/demo/endings/confirmed.ts";
import { silentThreeDays } from "../src/demo/endings/silentThreeDays.ts";
import { itemOf, phonePhoto, submitPiece } from "../src/demo/offer.ts";
import { refusalOf } from "../src/demo/refusal.ts";
import { asSeller, asSupport, type Sale, sell, ship } from "../src/demo/sale.ts";
import { countOf, labelIn, mailOf } from "./letters.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";

describe("a parcel that arrives", () => {
  let place: Marketplace;
  beforeAll(async () => {
    place = await openMarketplace();
  });
  afterAll(() => place?.close());

  describe("and is confirmed", () => {
    let sale: Sale;
    beforeAll(async () => {
      sale = await confirmed(place.stage, { seller: "Grace", price: 100_00 });
    });

    it("R42 comes out as told, with a rating that counts", async () => {
      expect(place.stage.failures).toEqual([]);
      const { rating, state } = await asSupport(place.stage, sale.bought);
      expect({ state, stars: rating?.stars, status: rating?.status }).toEqual({
        state: "Confirmed",
        stars: 5,
        status: "Published",
      });
      const { score } = await place.shop.visitor.catalogue.listing({
        params: { listing: sale.piece.listing },
      });
      expect(score).toEqual({ ratings: 1, stars: 5 });
    });

    it("R46 gives the seller $80.00 of $100.00, in store credit that is issued once (R48)", async () => {
      const { email } = sale.piece.seller;
      const issued = await place.stage.support.support.findCredit({ payload: { email } });
      expect(issued.map(({ amount }) => amount)).toEqual([80_00]);
      const mails = await place.shop.mailbox(email);
      expect(mailOf(mails, "Your payout").text).toContain("$80.00");
      expect((await asSeller(sale)).seller?.payoutState).toBe("Issued");
    });

    it("R28 brought the seller a label that can be printed, and a code for who has no printer", async () => {
      const sold = mailOf(await place.shop.mailbox(sale.piece.seller.email), "Sold!");
      const label = await labelIn(sold);
      const { tracking } = await asSupport(place.stage, sale.bought);
      expect(label.replaceAll(/\s/g, "")).toContain(tracking);
      expect(label.toUpperCase()).toContain("2204 NORTH HALSTED STREET");
      expect(sold.text).toContain("$80.00");
    });

    it("R30 counts the seller's days past Thanksgiving, and says so in the mail", async () => {
      const sold = mailOf(await place.shop.mailbox(sale.piece.seller.email), "Sold!");
      expect(sold.text).toMatch(/by the end of Friday, November 2\d/i);
      expect(sold.text).toMatch(/Not counted: Thursday,\s+November 2\d \(Thanksgiving Day\)/);
    });

    it("R52 shows the seller the buyer's address on the label alone", async () => {
      const mine = await asSeller(sale);
      const mails = await place.shop.mailbox(sale.piece.seller.email);
      const { entries: listing } = await sale.piece.selling.selling.myListings({ query: {} });
      const explained = await sale.piece.selling.orders.explainOrder({ params: { order: mine.id } });
      for (const seen of [mine, mails, listing, explained]) {
        const text = JSON.stringify(seen);
        expect(text).not.toContain("Halsted");
        expect(text).not.toContain("Marchetti");
        expect(text).not.toContain(sale.guest.email);
      }
    });

    it("R26 is followed by its mailed link, and by no other", async () => {
      const { token, order } = sale.bought;
      const { order: seen } = await place.shop.guest(token).orders.guestOrder();
      expect(seen.id).toBe(order);
      const other = token.at(-8) === "A" ? "B" : "A";
      const forged = [
        `${token.slice(0, -8)}${other}${token.slice(-7)}`,
        token.slice(0, token.lastIndexOf(".") + 1) + "A".repeat(43),
        order,
      ];
      for (const one of forged) {
        const refused = await refusalOf(place.shop.guest(one).orders.guestOrder());
        expect(refused).toMatchObject({ status: 401, type: "/problems/link-not-valid" });
      }
    });

    it("R26 opens one order with one link: another's is not found with it", async () => {
      const other = await place.stage.quietly(() => sell(place.stage, { seller: "Leila" }));
      const refused = await refusalOf(
        sale.bought.buying.orders.order({ params: { order: other.bought.order } }),
      );
      expect(refused.status).toBe(404);
    });
  });

  describe("to a buyer who says nothing", () => {
    let sale: Sale;
    beforeAll(async () => {
      sale = await silentThreeDays(place.stage);
    });

    it("R43 pays by silence, recorded as such and never as the buyer's word", async () => {
      expect(place.stage.failures).toEqual([]);
      const { order, events } = await place.stage.support.support.story({
        params: { order: sale.bought.order },
      });
      expect(order.state).toBe("ConfirmedAutomatically");
      const names = JSON.stringify(events.map(({ event }) => event));
      expect(names).toContain('"ConfirmedAutomatically"');
      expect(names).not.toContain('"Confirmed"');
      const mails = await place.shop.mailbox(sale.guest.email);
      expect(countOf(mails, "A last look")).toBe(1);
      expect(countOf(mails, "Your order is complete")).toBe(1);
      const refused = await refusalOf(
        sale.bought.buying.orders.confirm({ params: { order: sale.bought.order } }),
      );
      expect(refused.rejection?._tag).toBe("WrongState");
    });

    it("R41 hears a buyer who answers in the last hour of the window", async () => {
      const params = ({ bought: { order } }: Sale) => ({ params: { order } });
      const inTime = await place.stage.quietly(() => sell(place.stage, { seller: "Tess" }));
      const { window } = await ship(place.stage, inTime);
      expect((window?.at ?? 0) - (await place.stage.now())).toBeLessThanOrEqual(3 * DAY);
      await place.stage.pass(3 * DAY - HOUR, "Almost three days go by.");
      expect((await inTime.bought.buying.orders.confirm(params(inTime))).state).toBe("Confirmed");
    });
  });

  it("R7 shows photos without what the phone wrote into them", async () => {
    const piece = await submitPiece(place.stage, { seller: "Claire" });
    const sent = await phonePhoto(itemOf("TT-1001"), "Front", place.stage.photoSide);
    expect((await sharp(sent).metadata()).orientation).toBe(6);
    const { listing } = await piece.selling.catalogue.listing({ params: { listing: piece.listing } });
    const { photos } = listing.details;
    expect(photos.length).toBe(3);
    for (const { photo } of photos) {
      for (const size of ["list", "detail", "zoom"] as const) {
        const bytes = await place.shop.visitor.photos.photo({ params: { photo: photo.id, size } });
        const { format, exif, orientation, width, height } = await sharp(bytes).metadata();
        expect({ format, exif, orientation }).toEqual({
          format: "jpeg",
          exif: undefined,
          orientation: undefined,
        });
        expect(width).toBe(height);
        expect(Buffer.from(bytes).includes(somePhone.make)).toBe(false);
      }
    }
  });
});
