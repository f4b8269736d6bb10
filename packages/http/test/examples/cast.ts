import { comeToRest, HOUR, ListingId, type OrderId, type TrackingNumber, UnitId } from "@resale/core";
import { makeClient, type ResaleClient } from "@resale/http/client";
import {
  aMember,
  anAddress,
  aPurchase,
  email,
  MemoryMembers,
  MemoryPurchases,
  someDetails,
} from "@resale/testkit";
import { Effect } from "effect";
import { card, checked } from "../sale.ts";
import { orderId, type Shop, tokenOf } from "../shop.ts";

/** Everybody who takes part, each with a client of their own. */
export interface Cast {
  readonly shop: Shop;
  readonly seller: ResaleClient;
  readonly buyer: ResaleClient;
  readonly visitor: ResaleClient;
  /** The carrier and the card provider, who sign what they tell. */
  readonly provider: ResaleClient;
  readonly reviewer: ResaleClient;
  readonly support: ResaleClient;
  readonly guest: (token: string) => ResaleClient;
  readonly unit: (number: number) => UnitId;
}

const QUANTITY = 20;

/** Everybody, with a member who has bought enough to sell. */
export const castOf = async (shop: Shop, fetch: typeof globalThis.fetch): Promise<Cast> => {
  const { baseUrl, runtime } = shop;
  const ada = aMember({ id: "ada", email: email("ada@members.example") });
  const purchase = aPurchase({ id: "order-1001.1", quantity: QUANTITY });
  await runtime.runPromise(
    Effect.gen(function* () {
      (yield* MemoryMembers).upsert(ada);
      (yield* MemoryMembers).upsert(
        aMember({ id: "grace", email: email("grace@members.example"), displayName: "Grace H." }),
      );
      (yield* MemoryPurchases).upsert(ada.id, purchase);
    }),
  );
  const signedIn = async (claims: Readonly<Record<string, unknown>>) => {
    const bearer = await tokenOf(claims);
    return makeClient({ baseUrl, fetch, token: () => ({ bearer }) });
  };
  return {
    shop,
    seller: await signedIn({ sub: "ada", email: "ada@members.example" }),
    buyer: await signedIn({ sub: "grace", email: "grace@members.example" }),
    visitor: makeClient({ baseUrl, fetch }),
    provider: makeClient({
      baseUrl,
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set("x-carrier-signature", "right");
        return fetch(input, { ...init, headers: Object.fromEntries(headers) });
      },
    }),
    reviewer: await signedIn({ sub: "rita", roles: ["reviewer"] }),
    support: await signedIn({ sub: "sam", roles: ["support"] }),
    guest: (guest) => makeClient({ baseUrl, fetch, token: () => ({ guest }) }),
    unit: (number) => UnitId.make(`order-1001.1~${number}`),
  };
};

export const shipTo = anAddress({
  name: "Grace Hopper",
  line1: "77 Hudson Street",
  zip: "10013",
  city: "New York",
});
export const reason = { code: "Other", text: "As agreed on the phone." };

/** A listing that waits for review. */
export const submitted = async ({ seller, unit }: Cast, number: number) => {
  const { id } = await seller.selling.startListing({ payload: { unit: unit(number) } });
  const params = { listing: ListingId.make(id) };
  await seller.selling.editListing({ params, payload: someDetails({ price: 100_00 }) });
  await seller.selling.submitListing({ params });
  return params;
};

/** A listing that anybody may buy. */
export const live = async (cast: Cast, number: number) => {
  const params = await submitted(cast, number);
  await cast.reviewer.review.approve({ params, payload: { revision: 2, checked } });
  return params.listing;
};

export const contact = { email: email("grace@members.example"), name: "Grace Hopper", shipTo };

/** A sold listing: its order waits to be shipped, if nothing was planned to fail. */
export const sold = async (cast: Cast, number: number): Promise<OrderId> => {
  const listing = await live(cast, number);
  const { id } = await cast.buyer.buying.openCheckout({ payload: { listings: [listing], ...contact } });
  const { orders } = await cast.buyer.buying.pay({ params: { checkout: id }, payload: card });
  await cast.shop.runtime.runPromise(comeToRest());
  return orderId(orders[0]);
};

const trackingOf = async ({ support }: Cast, order: OrderId): Promise<TrackingNumber> => {
  const { tracking } = (await support.orders.order({ params: { order } })).order;
  if (tracking === null) throw new Error("the order has no label");
  return tracking;
};

export const told = async (cast: Cast, order: OrderId, status: "Accepted" | "Delivered") => {
  const payload = new TextEncoder().encode(
    JSON.stringify({ tracking: await trackingOf(cast, order), status }),
  );
  await cast.provider.webhooks.carrier({ payload });
  await cast.shop.runtime.runPromise(comeToRest());
};

export const later = ({ support }: Cast, milliseconds: number) =>
  support.sandbox.advance({ payload: { _tag: "By", milliseconds } });

export const delivered = async (cast: Cast, number: number): Promise<OrderId> => {
  const order = await sold(cast, number);
  await told(cast, order, "Accepted");
  await later(cast, HOUR);
  await told(cast, order, "Delivered");
  return order;
};
