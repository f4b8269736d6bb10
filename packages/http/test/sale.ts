import { comeToRest, ListingId, type Member, type PaymentToken } from "@resale/core";
import {
  aMember,
  anAddress,
  aPurchase,
  asReviewer,
  email,
  MemoryMailer,
  MemoryMembers,
  MemoryPurchases,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { orderId, type Shop } from "./shop.ts";

export const checked = ["Photos", "Wear", "Grade", "Authenticity"];
export const card = { tender: "Card", token: "tok_visa" as PaymentToken };

/** A member of the shop with a purchase to sell. */
export const aSeller = async ({ runtime }: Shop, given: { readonly id?: string } = {}) => {
  const key = given.id ?? `seller-${crypto.randomUUID().slice(0, 8)}`;
  const seller: Member = aMember({ id: key, email: email(`${key}@members.example`) });
  const purchase = aPurchase();
  await runtime.runPromise(
    Effect.gen(function* () {
      (yield* MemoryMembers).upsert(seller);
      (yield* MemoryPurchases).upsert(seller.id, purchase);
    }),
  );
  return { seller, unit: unitOf(purchase) };
};

/** A piece that was listed and approved over HTTP. */
export const listPiece = async (shop: Shop) => {
  const { seller, unit } = await aSeller(shop);
  const selling = await shop.as(signedIn(seller));
  const reviewing = await shop.as(asReviewer);
  const { id } = await selling.selling.startListing({ payload: { unit } });
  const params = { listing: ListingId.make(id) };
  await selling.selling.editListing({ params, payload: someDetails({ price: 100_00 }) });
  await selling.selling.submitListing({ params });
  const approved = await reviewing.review.approve({ params, payload: { revision: 2, checked } });
  return { listing: approved.id, seller, selling, approved };
};

/** A guest who buys; the token of the link that the receipt brought. */
export const buyAsGuest = async (shop: Shop, listings: ReadonlyArray<ListingId>) => {
  const buyer = email(`${crypto.randomUUID().slice(0, 8)}@buyers.example`);
  const { visitor } = shop;
  const shipTo = anAddress({ name: "Grace Hopper", line1: "77 Secret Lane", zip: "10001", city: "New York" });
  const payload = { listings, email: buyer, name: "Grace Hopper", shipTo };
  const { id } = await visitor.buying.openCheckout({ payload });
  const paid = await visitor.buying.pay({ params: { checkout: id }, payload: card });
  await shop.runtime.runPromise(comeToRest());
  const mailer = await shop.runtime.runPromise(MemoryMailer);
  const receipt = mailer.to(buyer).find(({ mail }) => mail._tag === "Receipt")?.mail;
  const links = receipt?._tag === "Receipt" ? receipt.lines.map(({ order }) => order) : [];
  const tokens = links.map((link) => decodeURIComponent(link.split("/").at(-1) ?? ""));
  return { checkout: id, orders: paid.orders, order: orderId(paid.orders[0]), tokens, buyer };
};
