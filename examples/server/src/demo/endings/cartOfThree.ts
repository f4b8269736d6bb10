import { type Bought, buy, type Guest } from "../buy.ts";
import { verify } from "../money.ts";
import { type Offer, offer } from "../offer.ts";
import type { Stage } from "../Stage.ts";
import { dollars } from "../sale.ts";

/** Three pieces of three sellers, bought at once. */
export interface CartSale {
  readonly pieces: ReadonlyArray<Offer>;
  readonly guest: Guest;
  readonly orders: ReadonlyArray<Bought>;
}

/** One checkout, one payment, one receipt; three orders, and three sellers who never hear of each other (R24). */
export const cartOfThree = async (stage: Stage): Promise<CartSale> => {
  const pieces = await stage.quietly(async () => [
    await offer(stage, { seller: "Ada", sku: "TT-1001" }),
    await offer(stage, { seller: "Ines", sku: "CB-3001" }),
    await offer(stage, { seller: "Mei", sku: "WL-8001" }),
  ]);
  stage.teller.step("Ada, Ines, Mei", `have put up ${pieces.map(({ title }) => title).join(", ")}.`);
  const { guest, orders } = await buy(
    stage,
    pieces.map(({ listing }) => listing),
  );
  stage.check(orders.length === 3, "One payment made three orders.");
  for (const [index, piece] of pieces.entries()) {
    const { entries: mine } = await piece.selling.orders.myOrders({ query: { as: "Seller", limit: 100 } });
    const own = mine.find(({ id }) => id === orders[index]?.order);
    const others = orders.filter((_, other) => other !== index).map(({ order }) => order);
    const apart = own !== undefined && !mine.some(({ id }) => others.includes(id));
    const name = piece.seller.displayName;
    stage.check(
      apart,
      `${name} sees her own order, ${dollars(own?.seller?.payout ?? 0)} to come, and no other.`,
    );
  }
  await verify(stage);
  return { pieces, guest, orders };
};
