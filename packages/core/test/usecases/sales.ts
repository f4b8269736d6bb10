import { comeToRest, commandOrder, type OrderId, type PaymentToken, viewOrder } from "@resale/core";
import { asSupport, buyPieces, listPiece, type World } from "@resale/testkit";
import { Effect } from "effect";
import { deliver } from "./playing.ts";

/** A card that pays. */
export const card = { tender: "Card", token: "tok_visa" as PaymentToken };

/** An order as support sees it, and what of it waits for them. */
export const desk = (order: OrderId) =>
  Effect.map(viewOrder(asSupport, order), ({ order: view }) => ({
    ...view,
    tasks: view.desk?.operatorTasks ?? [],
  }));
export const waiting = (order: OrderId) =>
  Effect.map(desk(order), ({ tasks }) => tasks.map(({ task }) => task));

/** A piece at $100.00 is sold, and its label is on its way. */
export const aSale = Effect.gen(function* () {
  const { listing, seller } = yield* listPiece({ price: 100_00 });
  return { listing, seller, ...(yield* buyPieces([listing])) };
});

/** The buyer has said yes, and the payout is on its way. */
export const confirmed = Effect.fnUntraced(function* ({ clock }: World) {
  const sale = yield* aSale;
  const { order } = sale;
  yield* deliver(order, () => clock.now);
  yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "Confirm" });
  return sale;
});

/** The brand undoes the sale, and all that follows is done. */
export const cancelled = Effect.fnUntraced(function* (order: OrderId) {
  const reason = { code: "SellerCannotShip", text: "Ill." };
  yield* commandOrder({ actor: asSupport }, order, { _tag: "Cancel", reason });
  yield* comeToRest();
});

/** The parcel comes, and its buyer, a guest, is not content. */
export const complained = Effect.fnUntraced(function* (order: OrderId, { clock }: World) {
  yield* deliver(order, () => clock.now);
  const dispute = { kind: "Damaged", text: "Torn.", photos: [] };
  yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "OpenDispute", ...dispute });
});

/** The brand finds that the buyer is right, and all that follows is done. */
export const upheld = Effect.fnUntraced(function* (order: OrderId) {
  yield* commandOrder({ actor: asSupport }, order, { _tag: "DecideDispute", upheld: true, text: "Yes." });
  yield* comeToRest();
});
