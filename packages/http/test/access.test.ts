import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, operations } from "./requests.ts";
import { buyAsGuest, listPiece } from "./sale.ts";
import { openShop, type Shop, tokenOf } from "./shop.ts";

/**
 * What each operation answers about somebody else's live listing, and about somebody else's order that waits to be
 * shipped: to a visitor, to a member and to a guest of another order, to a reviewer, to support.
 */
const table: Readonly<Record<string, string>> = {
  "selling.purchases": "401 200 403 403 403",
  "selling.recommendPrice": "401 422 403 403 403",
  "selling.myListings": "401 200 403 403 403",
  "selling.startListing": "401 422 403 403 403",
  "selling.editListing": "401 404 404 403 403",
  "selling.submitListing": "401 404 404 403 403",
  "selling.acceptPrice": "401 404 404 403 403",
  "selling.explainListing": "200 200 200 200 200",
  "review.queue": "401 403 403 200 200",
  "review.history": "401 403 403 200 200",
  "review.approve": "401 404 404 409 403",
  "review.deny": "401 404 404 409 403",
  "review.requestChanges": "401 404 404 409 403",
  "review.listOwnStock": "401 403 403 422 422",
  "catalogue.search": "200 200 200 200 200",
  "catalogue.facets": "200 200 200 200 200",
  "catalogue.listing": "200 200 200 200 200",
  "catalogue.program": "200 200 200 200 200",
  "buying.quote": "422 422 422 422 422",
  "buying.openCheckout": "422 422 422 422 422",
  // A guest's checkout belongs to whoever holds its unguessable key.
  "buying.checkout": "200 200 404 200 200",
  "buying.paymentForm": "200 200 404 200 200",
  "buying.pay": "200 200 404 200 200",
  "buying.abandon": "409 409 404 403 403",
  "orders.myOrders": "401 200 403 403 403",
  "orders.guestOrder": "401 403 200 403 403",
  "orders.askForLink": "204 204 204 204 204",
  "orders.order": "401 404 404 200 200",
  "orders.explainOrder": "401 404 404 200 200",
  "orders.labelPdf": "401 404 404 200 200",
  "orders.labelQr": "401 404 404 200 200",
  "orders.bookPickup": "401 404 404 403 200",
  "orders.cancelPickup": "401 404 404 403 409",
  "orders.confirm": "401 404 404 403 403",
  "orders.dispute": "401 404 404 403 403",
  "orders.rate": "401 404 404 403 403",
  "live.order": "401 404 404 200 200",
  "live.guestOrder": "401 403 200 403 403",
  "live.listing": "200 200 200 200 200",
  "live.reviewQueue": "401 403 403 200 200",
  "support.findOrders": "401 403 403 200 200",
  "support.story": "401 403 403 200 200",
  "support.findCheckouts": "401 403 403 200 200",
  "support.checkoutStory": "401 403 403 200 200",
  "support.mails": "401 403 403 200 200",
  "support.mail": "401 403 403 404 404",
  "support.wait": "401 404 404 403 409",
  "support.verifyDelivery": "401 404 404 403 409",
  "support.decideDispute": "401 404 404 403 409",
  "support.moderateRating": "401 404 404 409 409",
  "support.repeatSide": "401 404 404 403 409",
  "support.releasePayout": "401 404 404 403 409",
  "support.dropPayout": "401 404 404 403 409",
  "support.returnReceived": "401 404 404 403 409",
  "support.closeIntercept": "401 404 404 403 409",
  "support.sendLink": "401 404 404 403 200",
  "support.revokeLinks": "401 404 404 403 200",
  "support.findCredit": "401 403 403 200 200",
  "support.viewMailbox": "401 403 403 200 200",
  "support.clearRefusal": "401 404 404 404 404",
  "support.resendCredit": "401 403 403 422 422",
  "support.operatorTasks": "401 403 403 200 200",
  "support.listTasks": "401 403 403 200 200",
  "support.webhooks": "401 403 403 200 200",
  "support.repeatTask": "401 403 403 409 409",
  "support.verifyJournal": "401 403 403 200 200",
  "figures.figures": "401 403 403 200 200",
  "figures.figuresCsv": "401 403 403 200 200",
  "subscriptions.list": "401 403 403 200 200",
  "subscriptions.subscribe": "401 403 403 403 201",
  "subscriptions.edit": "401 403 403 403 404",
  "subscriptions.remove": "401 403 403 403 404",
  "subscriptions.rotateSecret": "401 403 403 403 404",
  "subscriptions.disable": "401 403 403 403 404",
  "subscriptions.enable": "401 403 403 403 404",
  "subscriptions.replay": "401 403 403 403 404",
  "subscriptions.test": "401 403 403 403 404",
  "subscriptions.deliveries": "401 403 403 404 404",
  "photos.upload": "401 201 201 201 201",
  "photos.openUpload": "401 201 201 201 201",
  // Its address is the proof.
  "photos.putUpload": "404 404 404 404 404",
  "photos.finishUpload": "401 404 404 404 404",
  "photos.photo": "404 404 404 404 404",
  // A provider's signature is asked for, and nothing else.
  "webhooks.carrier": "401 401 401 401 401",
  "webhooks.payments": "401 401 401 401 401",
  "webhooks.mail": "401 401 401 401 401",
  "health.live": "200 200 200 200 200",
  "health.ready": "200 200 200 200 200",
  "sandbox.clock": "200 200 200 200 200",
  "sandbox.advance": "200 200 200 200 200",
  // These end a listing and an order: they come last.
  "selling.withdrawListing": "401 404 404 403 200",
  "orders.cancel": "401 404 404 403 200",
};

const actors = async (guest: string | undefined): Promise<ReadonlyArray<string | undefined>> => [
  undefined,
  `Bearer ${await tokenOf({ sub: "mallory", email: "mallory@example.com" })}`,
  `Guest ${guest}`,
  `Bearer ${await tokenOf({ sub: "rita", roles: ["reviewer"] })}`,
  `Bearer ${await tokenOf({ sub: "sam", roles: "support" })}`,
];

describe("who may do what over HTTP", () => {
  let shop: Shop;
  let about: { readonly listing: string; readonly order: string; readonly checkout: string };
  let who: ReadonlyArray<string | undefined> = [];
  beforeAll(async () => {
    shop = await openShop();
    const sold = await listPiece(shop);
    const { order, checkout } = await buyAsGuest(shop, [sold.listing]);
    const { tokens } = await buyAsGuest(shop, [(await listPiece(shop)).listing]);
    about = { listing: (await listPiece(shop)).listing, order, checkout };
    who = await actors(tokens[0]);
  });
  afterAll(() => shop.close());

  it("R54 is said of every operation", () => {
    expect(Object.keys(table).sort()).toEqual(
      operations()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each(Object.entries(table))("R54 %s answers %s", async (id, expected) => {
    const operation = operations().find((one) => one.id === id);
    if (operation === undefined) throw new Error(`no operation ${id}`);
    const statuses: Array<number> = [];
    for (const authorization of who) {
      const answer = await call(shop.baseUrl, operation, { about, authorization });
      statuses.push(answer.status);
      if (id.startsWith("live")) await answer.body?.cancel();
      if (answer.status === 401 && !id.startsWith("webhooks")) {
        expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      }
    }
    expect(statuses.join(" ")).toBe(expected);
  });

  it("R54 what does not exist looks like what is not yours, to everybody who is not staff", async () => {
    for (const operation of operations().filter(({ path }) => /:(order|listing)/.test(path))) {
      if (/^(catalogue|live)\.listing$|^selling\.explainListing$/.test(operation.id)) continue;
      for (const authorization of who.slice(0, 3)) {
        const [theirs, nothing] = await Promise.all([
          call(shop.baseUrl, operation, { about, authorization }),
          call(shop.baseUrl, operation, { authorization }),
        ]);
        expect(nothing.status, operation.id).toBe(theirs.status);
      }
    }
  });
});
