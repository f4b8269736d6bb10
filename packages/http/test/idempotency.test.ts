import { Currency, cents, ListingId, OrderId, StoreCredit } from "@resale/core";
import {
  anAddress,
  asReviewer,
  asSupport,
  email,
  MemoryPayments,
  MemoryStore,
  MemoryStoreCredit,
  signedIn,
} from "@resale/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RequestRefused } from "../src/client/index.ts";
import { aSeller, card, checked, listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

const refusal = async (promise: Promise<unknown>): Promise<RequestRefused> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RequestRefused)) throw new Error(`not refused: ${error}`);
  return error;
};

describe("idempotency keys", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it("R56 gives a repeat of a request the same answer", async () => {
    const { seller, unit } = await aSeller(shop);
    const { selling } = await shop.as(signedIn(seller));
    const key = crypto.randomUUID();
    const first = await selling.startListing({ payload: { unit }, key });
    expect(await selling.startListing({ payload: { unit }, key })).toEqual(first);
    expect((await selling.myListings({ query: {} })).entries).toHaveLength(1);
  });

  it("R56 refuses other content under the same key", async () => {
    const { seller, unit } = await aSeller(shop);
    const { selling } = await shop.as(signedIn(seller));
    const key = crypto.randomUUID();
    const { id } = await selling.startListing({ payload: { unit }, key });
    const { problem } = await refusal(selling.withdrawListing({ params: { listing: id }, key }));
    expect(problem).toMatchObject({ type: "/problems/key-reused", status: 422, rejection: { key } });
  });

  it("R56 keeps one caller's keys apart from another's", async () => {
    const one = await aSeller(shop);
    const other = await aSeller(shop);
    const key = crypto.randomUUID();
    const first = await (await shop.as(signedIn(one.seller))).selling.startListing({
      payload: { unit: one.unit },
      key,
    });
    const second = await (await shop.as(signedIn(other.seller))).selling.startListing({
      payload: { unit: other.unit },
      key,
    });
    expect(second.id).not.toBe(first.id);
  });

  it("R56 acts once for two that come at once", async () => {
    const { listing } = await listPiece(shop);
    const payload = {
      listings: [listing],
      email: "twice@example.com",
      name: "Grace Hopper",
      shipTo: { name: "G", line1: "1", city: "New York", region: "NY", zip: "10001", country: "US" },
    };
    const send = (key: string) =>
      fetch(`${shop.baseUrl}/checkouts`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify(payload),
      });
    const key = crypto.randomUUID();
    const answers = await Promise.all([send(key), send(key), send(key)]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(bodies).size).toBe(1);
  });

  it("R27 charges once, however often and at once payment is sent", async () => {
    const { listing } = await listPiece(shop);
    const { id } = await shop.visitor.buying.openCheckout({
      payload: {
        listings: [listing],
        email: email("pays@example.com"),
        name: "Grace Hopper",
        shipTo: anAddress(),
      },
    });
    const pay = () =>
      shop.visitor.buying.pay({ params: { checkout: id }, payload: card }).catch((error: unknown) => error);
    const before = (await shop.runtime.runPromise(MemoryPayments)).payments.size;
    await Promise.all([pay(), pay(), pay(), pay()]);
    const view = await shop.visitor.buying.checkout({ params: { checkout: id } });
    expect(view.state).toBe("Placed");
    expect((await shop.runtime.runPromise(MemoryPayments)).payments.size).toBe(before + 1);
  });

  it("R56 refuses a key that is none", async () => {
    const answer = await fetch(`${shop.baseUrl}/selling/listings`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": "two words",
        authorization: `Bearer ${await tokenOf({ sub: "a", email: "a@example.com" })}`,
      },
      body: JSON.stringify({ unit: "a~1" }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ fields: [{ field: "idempotency-key" }] });
  });

  it("R56 takes a photo once, and has a gift card mailed once", async () => {
    const { seller } = await aSeller(shop);
    const { photos } = await shop.as(signedIn(seller));
    const key = crypto.randomUUID();
    const payload = new Uint8Array([1, 2, 3]);
    expect(await photos.upload({ payload, key })).toEqual(await photos.upload({ payload, key }));
    const { problem } = await refusal(photos.upload({ payload: new Uint8Array([4]), key }));
    expect(problem.type).toBe("/problems/key-reused");
    const cards = await shop.runtime.runPromise(MemoryStoreCredit);
    const port = await shop.runtime.runPromise(StoreCredit);
    const reference = await shop.runtime.runPromise(
      port.issue({
        key: "one",
        amount: cents(80_00),
        currency: Currency.make("USD"),
        email: seller.email,
        recipient: seller.displayName,
      }),
    );
    const { support } = await shop.as(asSupport);
    const resend = { payload: { reference, email: seller.email }, key: crypto.randomUUID() };
    await support.resendCredit(resend);
    await support.resendCredit(resend);
    expect(cards.resent).toHaveLength(1);
  });

  it("R7 names every field that an incomplete listing still wants", async () => {
    const { seller, unit } = await aSeller(shop);
    const { selling } = await shop.as(signedIn(seller));
    const { id } = await selling.startListing({ payload: { unit } });
    const params = { listing: ListingId.make(id) };
    const { problem } = await refusal(selling.submitListing({ params }));
    expect(problem.status).toBe(422);
    expect(problem.fields?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["grade", "description", "price", "photos"]),
    );
    const { review } = await shop.as(asReviewer);
    const early = await refusal(review.approve({ params, payload: { revision: 1, checked } }));
    expect(early.problem).toMatchObject({ type: "/problems/wrong-state", status: 409 });
  });

  it("R56 keeps no answer of a request that was refused", async () => {
    const { database } = await shop.runtime.runPromise(MemoryStore);
    const before = database.answers.size;
    const { orders } = await shop.as(asSupport);
    const params = { order: OrderId.make("00000000-0000-4000-8000-000000000000") };
    expect((await refusal(orders.confirm({ params }))).problem.status).toBe(404);
    expect(database.answers.size).toBe(before);
  });
});
