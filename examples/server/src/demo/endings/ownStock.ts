import { type Cents, DAY, GradeKey, HOUR, type ListingId, preLoved } from "@resale/core";
import { type Bought, buy, type Guest } from "../buy.ts";
import { settleUp } from "../money.ts";
import { itemOf, sendPhotos } from "../offer.ts";
import { refusalOf } from "../refusal.ts";
import type { Stage } from "../Stage.ts";
import { asSupport, dollars, expectState } from "../sale.ts";

/** A sale of the brand itself: it has a buyer, and no member who sells. */
export interface OwnSale {
  readonly listing: ListingId;
  readonly guest: Guest;
  readonly bought: Bought;
}

const PRICE = 140_00 as Cents;

/** The brand's own piece: shipped by the brand, final as any other, and nobody is paid for it (R17). */
export const ownStock = async (stage: Stage): Promise<OwnSale> => {
  const { teller, shop, reviewer } = stage;
  const { name, email } = preLoved.ownStock;
  await stage.follow(email);
  const item = itemOf("CB-3001");
  const photos = await sendPhotos(stage, reviewer, item, true);
  const product = {
    sku: item.sku,
    name: item.name,
    category: item.category,
    colour: item.colours[0] ?? "Blush",
    ownBrand: true,
    msrp: item.msrp as Cents,
  };
  const { id: listing } = await reviewer.review.listOwnStock({
    payload: {
      product,
      details: {
        photos,
        imperfections: [],
        grade: GradeKey.make("NewWithTags"),
        description: "From our own shelves, never carried.",
        price: PRICE,
      },
    },
  });
  teller.step("Rita", `lists a ${item.name} of the brand's own stock: ${name}, ${dollars(PRICE)}.`);
  const { entries } = await shop.visitor.catalogue.search({ query: { ownStock: true, limit: 100 } });
  stage.check(
    entries.some((entry) => entry.listing === listing),
    "It stands in the catalogue, with a tag and a facet of its own.",
  );

  const { guest, orders } = await buy(stage, [listing]);
  const [bought] = orders;
  if (bought === undefined) throw new Error("The payment made no order.");
  const params = { order: bought.order };
  await stage.pass(25 * HOUR, "The brand packs.");
  await shop.drop(bought.order, "delivered");
  teller.step(name, "ships it.");
  await stage.pass(3 * DAY, "The parcel is with the carrier.");
  const { window } = await expectState(stage, bought, "Delivered");
  const problem = await refusalOf(bought.buying.orders.rate({ params, payload: { stars: 5, text: null } }));
  teller.aside(`There is no seller to rate: “${problem.detail}”`);
  stage.check(problem.rejection?._tag === "NoSellerToRate", "The brand's own stock is not rated.");
  if (window !== null) await stage.passBeyond(window, "The buyer says nothing.");
  await stage.rest();
  await expectState(stage, bought, "ConfirmedAutomatically");
  const balances = await settleUp(stage, bought);
  stage.check((balances.get("StoreCredit") ?? 0) === 0, "Nobody is paid for it.");
  stage.check(balances.get("BrandShare") === -PRICE, `The brand keeps the whole ${dollars(PRICE)}.`);
  stage.check(
    (await asSupport(stage, bought)).seller?.payoutState === "Never",
    "There is no payout to come.",
  );
  return { listing, guest, bought };
};
