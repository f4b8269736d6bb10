import { CheckoutId, GradeKey, ListingId, OrderId, type PaymentToken } from "@resale/core";
import { anAddress, email, someDetails } from "@resale/testkit";
import { card } from "../sale.ts";
import { type Cast, live } from "./cast.ts";

const nobody = "0193a5f0-7c00-7000-8000-ffffffffffff";

/** What is refused, by those who try; nothing comes of any of it. */
export const refusing = async (cast: Cast): Promise<void> => {
  const { visitor, seller, buyer, reviewer, unit } = cast;
  const none = { params: { listing: ListingId.make(nobody) } };
  const shipTo = anAddress();
  const contact = { email: email("grace@buyers.example"), name: "Grace Hopper" };
  const tries: Array<Promise<unknown>> = [];
  const trying = async (attempt: Promise<unknown>): Promise<void> => {
    const [outcome] = await Promise.allSettled([attempt]);
    if (outcome?.status === "fulfilled") throw new Error("this should have been refused");
    tries.push(attempt);
  };
  const { id } = await seller.selling.startListing({ payload: { unit: unit(13) } });
  const params = { listing: ListingId.make(id) };
  await trying(visitor.selling.purchases());
  await trying(buyer.review.queue({ query: {} }));
  await trying(visitor.catalogue.listing(none));
  await trying(
    seller.selling.recommendPrice({ params: { unit: unit(1) }, query: { grade: GradeKey.make("Worn") } }),
  );
  await trying(seller.selling.startListing({ payload: { unit: unit(13) } }));
  await trying(seller.selling.startListing({ payload: { unit: unit(999) } }));
  await trying(
    reviewer.review.deny({ params, payload: { revision: 1, reason: { code: "Other", text: "No." } } }),
  );
  await trying(seller.selling.editListing({ params, payload: someDetails(), version: 99 }));
  const listings = [await live(cast, 14)];
  const cart = { listings, ...contact, shipTo };
  await trying(
    visitor.buying.quote({ payload: { listings, shipTo: anAddress({ region: "PR", zip: "00901" }) } }),
  );
  await trying(seller.buying.openCheckout({ payload: { ...cart, email: email("ada@members.example") } }));
  const held = await visitor.buying.openCheckout({ payload: cart });
  const checkout = { params: { checkout: CheckoutId.make(held.id) } };
  await trying(visitor.buying.openCheckout({ payload: cart }));
  await trying(visitor.buying.pay({ ...checkout, payload: { ...card, tender: "GiftCard" } }));
  await trying(
    visitor.buying.pay({ ...checkout, payload: { ...card, token: "tok_declined" as PaymentToken } }),
  );
  await visitor.buying.abandon(checkout);
  await trying(visitor.orders.order({ params: { order: OrderId.make(nobody) } }));
  await trying(seller.photos.upload({ payload: new Uint8Array() }));
};
