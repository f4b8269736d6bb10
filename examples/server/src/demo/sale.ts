import type { StoryName } from "@resale/carriers";
import { type Cents, DAY, format, HOUR, type OrderView, preLoved } from "@resale/core";
import { aGuest, type Bought, buy, type Guest } from "./buy.ts";
import { type Offer, offer, type Wish } from "./offer.ts";
import type { Stage } from "./Stage.ts";

/** A piece that was sold to a guest. */
export interface Sale {
  readonly piece: Offer;
  readonly guest: Guest;
  readonly bought: Bought;
}

export const dollars = (cents: number): string => format(cents as Cents, preLoved.currency);

/** A piece on sale is bought; the seller has the label. */
export const sell = async (stage: Stage, wish: Wish = {}, guest: Guest = aGuest()): Promise<Sale> => {
  const piece = await offer(stage, wish);
  const { orders } = await buy(stage, [piece.listing], guest);
  const [bought] = orders;
  if (bought === undefined) throw new Error("The payment made no order.");
  return { piece, guest, bought };
};

/** The same, told in one line: for endings that begin where a sale has been made. */
export const sold = async (stage: Stage, wish: Wish = {}): Promise<Sale> => {
  const sale = await stage.quietly(() => sell(stage, wish));
  const { piece, guest, bought } = sale;
  const { order } = await bought.buying.orders.guestOrder();
  const seller = piece.seller.displayName.split(" ")[0];
  const buyer = guest.name.split(" ")[0];
  stage.teller.step(
    buyer ?? "",
    `has bought ${seller}'s ${order.item.title} for ${dollars(order.buyer?.total ?? 0)}; ${seller} has the label.`,
  );
  return sale;
};

/** The order as the brand's support sees it. */
export const asSupport = async (stage: Stage, { order }: Bought): Promise<OrderView> =>
  (await stage.support.orders.order({ params: { order } })).order;

/** The order as its seller sees it. */
export const asSeller = async ({ piece: { selling }, bought: { order } }: Sale): Promise<OrderView> =>
  (await selling.orders.order({ params: { order } })).order;

/** The seller drops the parcel the day after, and the carrier does what the story says, for so long. */
export const ship = async (
  stage: Stage,
  { piece, bought }: Sale,
  story: StoryName = "delivered",
  onTheWay = 3 * DAY,
): Promise<OrderView> => {
  const seller = piece.seller.displayName.split(" ")[0] ?? "";
  await stage.pass(25 * HOUR, `${seller} packs.`);
  await stage.shop.drop(bought.order, story);
  stage.teller.step(seller, "drops the parcel at the post office.");
  await stage.pass(onTheWay, "The parcel is with the carrier.");
  return await asSupport(stage, bought);
};

/** Says where the order stands, and whether that is what was told. */
export const expectState = async (stage: Stage, bought: Bought, state: string): Promise<OrderView> => {
  const order = await asSupport(stage, bought);
  stage.check(
    order.state === state,
    `The order is ${state}${order.state === state ? "" : `, but ${order.state}`}.`,
  );
  return order;
};
