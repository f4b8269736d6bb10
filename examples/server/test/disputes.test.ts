import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disputeRejected, disputeUpheld } from "../src/demo/endings/disputes.ts";
import { refusalOf } from "../src/demo/refusal.ts";
import { asSeller, asSupport } from "../src/demo/sale.ts";
import { countOf, labelIn, mailOf } from "./letters.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";

describe("a buyer who is not content", () => {
  let place: Marketplace;
  beforeAll(async () => {
    place = await openMarketplace();
  });
  afterAll(() => place?.close());

  it("R45 gets everything back at once, and a prepaid way back for the piece, when the dispute is upheld", async () => {
    const sale = await disputeUpheld(place.stage);
    expect(place.stage.failures).toEqual([]);
    const order = await asSupport(place.stage, sale.bought);
    const { price } = order;
    const { charge = 0, tax = 0, total, refund } = order.buyer ?? {};
    expect(total).toBe(price + charge + tax);
    expect(refund).toBe("Done");
    const mails = await place.shop.mailbox(sale.guest.email);
    const { text, ...mail } = mailOf(mails, "Your refund and return label");
    expect(text).toContain(`$${((total ?? 0) / 100).toFixed(2)}`);
    const label = await labelIn({ text, ...mail });
    expect(label.replaceAll(/\s/g, "")).toContain(order.buyer?.returnTracking);
    const toSeller = await place.shop.mailbox(sale.piece.seller.email);
    expect(countOf(toSeller, "Your payout")).toBe(0);
    const { email } = sale.piece.seller;
    expect(await place.stage.support.support.findCredit({ payload: { email } })).toEqual([]);
  });

  describe("without reason", () => {
    let sale: Awaited<ReturnType<typeof disputeRejected>>;
    beforeAll(async () => {
      sale = await disputeRejected(place.stage);
    });

    it("R45 lets the seller be paid at once, and gives nothing back", async () => {
      expect(place.stage.failures).toEqual([]);
      const order = await asSupport(place.stage, sale.bought);
      expect(order.buyer?.refund).toBe("None");
      expect((await asSeller(sale)).seller?.payoutState).toBe("Issued");
      const mails = await place.shop.mailbox(sale.guest.email);
      expect(mailOf(mails, "Your dispute is decided").text).toContain("this very tear");
      const { email } = sale.piece.seller;
      const issued = await place.stage.support.support.findCredit({ payload: { email } });
      expect(issued.map(({ amount }) => amount)).toEqual([order.seller?.payout]);
    });

    it("R44 shows the photo of a dispute without what the phone wrote into it", async () => {
      const params = { photo: sale.photo, size: "detail" } as const;
      const bytes = await place.shop.visitor.photos.photo({ params });
      const { exif, orientation } = await sharp(bytes).metadata();
      expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined });
    });

    it("R44 opens one dispute and no second", async () => {
      const again = { kind: "Damaged", text: "And there is a scratch.", photos: [] };
      const { order } = sale.bought;
      const refused = await refusalOf(
        sale.bought.buying.orders.dispute({ params: { order }, payload: again }),
      );
      expect(refused.rejection?._tag).toBe("WrongState");
    });
  });
});
