import { type CheckoutId, MINUTE } from "@resale/core";
import { aGuest, type Bought, card, checkOut, type Guest, ordersOf } from "../buy.ts";
import { verify } from "../money.ts";
import { type Offer, offer } from "../offer.ts";
import { refusalOf } from "../refusal.ts";
import type { Stage } from "../Stage.ts";
import { dollars } from "../sale.ts";

/** A checkout that was not paid at the first try. */
export interface Trouble {
  readonly piece: Offer;
  readonly guest: Guest;
  readonly checkout: CheckoutId;
}

/** A card is declined; the piece stays held, and another card is taken (R21). */
export const paymentDeclined = async (stage: Stage): Promise<Trouble & { readonly bought: Bought }> => {
  const { shop, teller } = stage;
  const guest = aGuest();
  const piece = await stage.quietly(() => offer(stage));
  const { id: checkout } = await checkOut(stage, guest, [piece.listing]);
  const params = { checkout };
  const problem = await refusalOf(
    shop.visitor.buying.pay({ params, payload: card("tok_insufficient_funds") }),
  );
  teller.step("Olive", "pays with a card that has nothing left on it.");
  teller.aside(`The shop says: “${problem.detail}”`);
  stage.check(problem.rejection?._tag === "CardDeclined", "The card is declined, and she is told so.");
  const held = await shop.visitor.buying.checkout({ params });
  stage.check(held.state === "Held", "The piece is still held for her.");
  const paid = await shop.visitor.buying.pay({ params, payload: card("tok_visa") });
  teller.step("Olive", `takes another card: ${dollars(paid.total)} are paid.`);
  await stage.rest();
  const [bought] = await ordersOf(stage, guest, paid.orders);
  if (bought === undefined) throw new Error("The payment made no order.");
  stage.check(paid.orders.length === 1, "It is one order, paid once.");
  await verify(stage);
  return { piece, guest, checkout, bought };
};

/** The bank answers after the hold has ended: the money goes back by itself, and the piece is for sale again (R21, R27). */
export const latePayment = async (stage: Stage): Promise<Trouble> => {
  const { shop, teller } = stage;
  const guest = aGuest();
  const piece = await stage.quietly(() => offer(stage, { seller: "Tess", sku: "BK-7001" }));
  const held = await checkOut(stage, guest, [piece.listing]);
  const checkout = held.id;
  const params = { checkout };
  const problem = await refusalOf(shop.visitor.buying.pay({ params, payload: card("tok_slow") }));
  teller.step("Olive", "pays, but the card's bank does not answer.");
  teller.aside(`The shop says: “${problem.detail}”`);
  stage.check(problem.rejection?._tag === "PaymentUnderWay", "She is told that the payment is under way.");
  await stage.passBeyond(held.heldUntil, "The hold ends.");
  await stage.rest();
  const expired = await shop.visitor.buying.checkout({ params });
  stage.check(
    expired.state === "Expired" && expired.orders.length === 0,
    "The hold has ended, without an order.",
  );
  const { listing } = await shop.visitor.catalogue.listing({ params: { listing: piece.listing } });
  stage.check(listing.state === "Live", `${piece.title} is for sale again.`);
  await stage.pass(40 * MINUTE, "The bank says yes, too late; what it held is let go.");
  const after = await shop.visitor.buying.checkout({ params });
  stage.check(after.state === "Expired" && after.orders.length === 0, "No order came of it.");
  const { entries: parked } = await stage.support.support.listTasks({ query: { status: "Parked" } });
  stage.check(
    !parked.some(({ task }) => "checkout" in task && task.checkout === checkout),
    "Nothing of it waits for an operator.",
  );
  await verify(stage);
  return { piece, guest, checkout };
};
