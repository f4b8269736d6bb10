import {
  commandListing,
  myListings,
  myOrders,
  orderMachine,
  orderView,
  ProviderUnavailable,
  purchaseHistory,
  readAs,
  recommendPrice,
  StoreUnavailable,
  startListing,
} from "@resale/core";
import {
  aMember,
  aProduct,
  aPurchase,
  asReviewer,
  asSupport,
  asVisitor,
  at,
  buyPieces,
  gradeKey,
  listingId,
  listPiece,
  MemoryMembers,
  MemoryPurchases,
  MemoryStore,
  signedIn,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { aMemberWith, play, refusalOf } from "./playing.ts";

const notTheirs = (actor: string) => ({
  _tag: "NotAllowed",
  command: "Sell",
  actor,
  allowed: ["Member"],
});

describe("the purchases of a member", () => {
  it("R3 R4 R6 are shown unit by unit: what is listed, what was refunded, what is not taken, and what can be sold", () =>
    play(() =>
      Effect.gen(function* () {
        const bags = aPurchase({ quantity: 4, refunded: 1, purchasedAt: at("2025-06-14T12:00:00-04:00") });
        const ring = aPurchase({
          product: aProduct({ name: "Ring", ownBrand: false }),
          purchasedAt: at("2025-06-13T12:00:00-04:00"),
        });
        const { member } = yield* aMemberWith(bags);
        (yield* MemoryPurchases).upsert(member.id, ring);
        const actor = signedIn(member);
        const [first, second] = [unitOf(bags, 1), unitOf(bags, 2)];
        const kept = listingId((yield* startListing({ actor }, first)).id);
        const dropped = listingId((yield* startListing({ actor }, second)).id);
        yield* commandListing({ actor }, dropped, { _tag: "Withdraw" });
        const another = aMember({ id: "grace" });
        (yield* MemoryMembers).upsert(another);
        (yield* MemoryPurchases).upsert(another.id, bags);

        const refusal = { _tag: "UnitAlreadyListed", unit: first };
        const [third, fourth] = [unitOf(bags, 3), unitOf(bags, 4)];
        expect(yield* purchaseHistory(actor)).toEqual([
          { unit: first, line: bags, listing: kept, refusal },
          { unit: second, line: bags, listing: null, refusal: null },
          { unit: third, line: bags, listing: null, refusal: null },
          { unit: fourth, line: bags, listing: null, refusal: { _tag: "UnitRefunded", unit: fourth } },
          {
            unit: unitOf(ring),
            line: ring,
            listing: null,
            refusal: { _tag: "OtherBrand", product: "Ring", brand: "Michael Kors" },
          },
        ]);
        // What one member has listed says nothing of another's purchases.
        const [others] = yield* purchaseHistory(signedIn(another));
        expect(others).toEqual({ unit: first, line: bags, listing: null, refusal: null });
      }),
    ));

  it("R54 are theirs alone: nobody else has any, and nobody else sells or buys", () =>
    play(() =>
      Effect.gen(function* () {
        const { bag } = yield* aMemberWith();
        for (const actor of [asVisitor, asReviewer, asSupport]) {
          const refusal = notTheirs(actor._tag);
          expect(yield* refusalOf(purchaseHistory(actor))).toEqual(refusal);
          expect(yield* refusalOf(recommendPrice(actor, unitOf(bag), gradeKey("Good")))).toEqual(refusal);
          expect(yield* refusalOf(startListing({ actor }, unitOf(bag)))).toEqual(refusal);
          expect(yield* refusalOf(myListings(actor, { limit: 10 }))).toEqual(refusal);
          expect(yield* refusalOf(myOrders(actor, "Buyer", { limit: 10 }))).toEqual(refusal);
        }
      }),
    ));

  it("R3 can't be told while the shop's orders or the store can't be reached", () =>
    play(() =>
      Effect.gen(function* () {
        const { member } = yield* aMemberWith();
        const provider = "orders";
        const purchases = yield* MemoryPurchases;
        const asked = refusalOf(purchaseHistory(signedIn(member)));
        purchases.failNext(
          "ofMember",
          new ProviderUnavailable({ provider, reason: "busy", retryAfter: 7000 }),
        );
        expect(yield* asked).toEqual({ _tag: "Unreachable", what: provider, retryAfter: 7000 });
        purchases.failNext("ofMember", new ProviderUnavailable({ provider, reason: "gone" }));
        expect(yield* asked).toEqual({ _tag: "Unreachable", what: provider, retryAfter: 2000 });
        (yield* MemoryStore).failNext("find", new StoreUnavailable({ reason: "it restarts" }));
        expect(yield* asked).toEqual({ _tag: "Unreachable", what: "The store", retryAfter: 2000 });
      }),
    ));
});

describe("the price that is recommended", () => {
  it("R9 R46 is the engine's, of that unit's own original price and age, with what its seller would get", () =>
    play(() =>
      Effect.gen(function* () {
        const bag = aPurchase({ paid: 1_00, purchasedAt: at("2025-06-14T12:00:00-04:00") });
        const older = aPurchase({
          product: aProduct({ msrp: 333_33 }),
          purchasedAt: at("2022-01-31T12:00:00-05:00"),
        });
        const { member } = yield* aMemberWith(bag);
        (yield* MemoryPurchases).upsert(member.id, older);
        const actor = signedIn(member);
        expect(yield* recommendPrice(actor, unitOf(bag), gradeKey("Excellent"))).toEqual({
          base: 250_00,
          ageMonths: 16,
          steps: [
            { _tag: "Rate", grade: "Excellent", rate: 5500, fromMonths: 12, underMonths: 24, result: 137_50 },
          ],
          price: 137_50,
          payout: 110_00,
        });
        expect(yield* recommendPrice(actor, unitOf(older), gradeKey("Good"))).toMatchObject({
          base: 333_33,
          ageMonths: 57,
          price: 66_67,
          payout: 53_34,
        });
      }),
    ));

  it("R9 is there for no other unit, and for no grade that the Program lacks", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith();
        const actor = signedIn(member);
        const unit = unitOf(bag, 2);
        const missing = recommendPrice(actor, unit, gradeKey("Good"));
        expect(yield* refusalOf(missing)).toEqual({ _tag: "NotInPurchaseHistory", unit });
        const ungraded = recommendPrice(actor, unitOf(bag), gradeKey("Worn"));
        expect(yield* refusalOf(ungraded)).toEqual({
          _tag: "Invalid",
          faults: [{ field: "grade", problem: "is one of NewWithTags, Excellent, Good" }],
        });
      }),
    ));
});

describe("what somebody has sold and bought", () => {
  it("R52 is listed page by page, newest first, each with what its reader may see", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing: first, seller, actor } = yield* listPiece();
        const { listing: second } = yield* listPiece({ seller });
        const { listing: foreign } = yield* listPiece();
        const grace = signedIn(aMember({ id: "grace" }));
        const { order: sold } = yield* buyPieces([first], { actor: grace });
        const { order: alsoSold } = yield* buyPieces([second]);
        const { order: bought } = yield* buyPieces([foreign], { actor });

        const own = yield* myListings(actor, { limit: 10 });
        expect(own.map(({ id, inside }) => [id, inside?.order])).toEqual([
          [second, alsoSold],
          [first, sold],
        ]);
        const ids = (page: { readonly limit: number; readonly after?: string }) =>
          Effect.map(myListings(actor, page), (found) => found.map(({ id }) => id));
        expect(yield* ids({ limit: 1 })).toEqual([second]);
        expect(yield* ids({ limit: 1, after: second })).toEqual([first]);

        const viewed = Effect.fnUntraced(function* (
          as: "Buyer" | "Seller",
          ...orders: ReadonlyArray<typeof sold>
        ) {
          return yield* Effect.forEach(orders, (order) =>
            Effect.map(readAs(orderMachine, order, asSupport), ({ state }) => orderView(state, as)),
          );
        });
        expect(yield* myOrders(actor, "Seller", { limit: 10 })).toEqual(
          yield* viewed("Seller", alsoSold, sold),
        );
        expect(yield* myOrders(actor, "Buyer", { limit: 10 })).toEqual(yield* viewed("Buyer", bought));
        expect(yield* myOrders(grace, "Buyer", { limit: 10 })).toEqual(yield* viewed("Buyer", sold));
        expect(yield* myOrders(grace, "Seller", { limit: 10 })).toEqual([]);
        expect(yield* myOrders(actor, "Seller", { limit: 1, after: alsoSold })).toEqual(
          yield* viewed("Seller", sold),
        );
        expect(yield* myOrders(actor, "Buyer", { limit: 0 })).toEqual([]);
      }),
    ));
});
