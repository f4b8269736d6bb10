import { expectPayout } from "../money.ts";
import type { Wish } from "../offer.ts";
import type { Stage } from "../Stage.ts";
import { dollars, expectState, type Sale, sell, ship } from "../sale.ts";

/** The whole sale: the buyer confirms and rates, the seller gets 80 % (R42, R46). */
export const confirmed = async (stage: Stage, wish: Wish = {}): Promise<Sale> => {
  const { teller, shop } = stage;
  const sale = await sell(stage, wish);
  const { piece, bought, guest } = sale;
  const seller = piece.seller.displayName.split(" ")[0] ?? "";
  const buyer = guest.name.split(" ")[0] ?? "";
  const params = { order: bought.order };

  const mine = (await piece.selling.orders.order({ params })).order;
  teller.step(
    seller,
    `reads that it has sold: she will get ${dollars(mine.seller?.payout ?? 0)}. Of the buyer she sees nothing but the label.`,
  );
  stage.check(
    !JSON.stringify(mine).includes(guest.shipTo.line1),
    "The seller does not see the buyer's address.",
  );
  if (mine.seller?.shipBy) teller.deadline("The seller ships", mine.seller.shipBy);
  teller.deadline("Promised to the buyer", mine.promise);

  const delivered = await ship(stage, sale);
  await expectState(stage, bought, "Delivered");
  if (delivered.window) teller.deadline("Confirm or dispute", delivered.window);

  await bought.buying.orders.confirm({ params });
  teller.step(buyer, "opens the link in her mail and confirms that all is well.");
  await stage.rest();
  await bought.buying.orders.rate({ params, payload: { stars: 5, text: "As described, and well packed." } });
  teller.step(buyer, "gives five stars.");
  await stage.support.support.moderateRating({ params, payload: { publish: true } });
  teller.step("Sam", "reads the rating and lets it stand.");
  await stage.rest();

  const { score } = await shop.visitor.catalogue.listing({ params: { listing: piece.listing } });
  teller.aside(
    `${piece.seller.displayName} now has ${score.ratings} ${score.ratings === 1 ? "rating" : "ratings"}.`,
  );
  await expectState(stage, bought, "Confirmed");
  await expectPayout(stage, bought, mine.seller?.payout ?? 0);
  return sale;
};
