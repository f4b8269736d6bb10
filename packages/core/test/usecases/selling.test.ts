import {
  advanceClock,
  CountryCode,
  commandListing,
  DAY,
  instant,
  ListingId,
  plus,
  purchaseHistory,
  startListing,
  submitListing,
  viewListing,
} from "@resale/core";
import {
  aMember,
  anAddress,
  aPurchase,
  asReviewer,
  asStranger,
  asVisitor,
  buyPieces,
  listPiece,
  MemoryMembers,
  MemoryPurchases,
  MemoryStoreCredit,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { aMemberWith, deliver, play, refusalOf } from "./playing.ts";

describe("selling", () => {
  it("R3 shows what can be sold, and says why the rest cannot", () =>
    play(() =>
      Effect.gen(function* () {
        const member = aMember();
        (yield* MemoryMembers).upsert(member);
        const bag = aPurchase({ quantity: 2, refunded: 1 });
        const watch = aPurchase({ product: { ...bag.product, category: "Watches", name: "Parker Watch" } });
        (yield* MemoryPurchases).upsert(member.id, bag, watch);
        const units = yield* purchaseHistory(signedIn(member));
        const tags = Object.fromEntries(units.map(({ unit, refusal }) => [unit, refusal?._tag ?? "open"]));
        expect(tags).toEqual({
          [unitOf(bag, 1)]: "open",
          [unitOf(bag, 2)]: "UnitRefunded",
          [unitOf(watch, 1)]: "CategoryNotTaken",
        });
        const foreign = unitOf(aPurchase());
        expect(yield* refusalOf(startListing({ actor: signedIn(member) }, foreign))).toEqual({
          _tag: "NotInPurchaseHistory",
          unit: foreign,
        });
      }),
    ));

  it("R1, R18 says of every piece that whoever sells may not, before they have begun with any", () =>
    play(() =>
      Effect.gen(function* () {
        const refusalFor = Effect.fnUntraced(function* (member: ReturnType<typeof aMember>) {
          (yield* MemoryMembers).upsert(member);
          const bag = aPurchase();
          (yield* MemoryPurchases).upsert(member.id, bag);
          const units = yield* purchaseHistory(signedIn(member));
          return units.map(({ refusal }) => refusal?._tag ?? "open");
        });
        const abroad = anAddress({ country: CountryCode.make("CA") });
        const { address: _, ...homeless } = aMember({ id: "nell" });
        expect(yield* refusalFor(aMember({ id: "ada" }))).toEqual(["open"]);
        expect(yield* refusalFor(aMember({ id: "vera", membership: "Lapsed" }))).toEqual([
          "MembershipRequired",
        ]);
        expect(yield* refusalFor(aMember({ id: "maple", address: abroad }))).toEqual(["RegionRefused"]);
        expect(yield* refusalFor(homeless)).toEqual(["Invalid"]);
      }),
    ));

  it("R4 lists a unit once, even if it is asked for many times at once", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith();
        const tries = Array.from({ length: 20 }, () =>
          Effect.result(startListing({ actor: signedIn(member) }, unitOf(bag))),
        );
        const results = yield* Effect.all(tries, { concurrency: "unbounded" });
        expect(results.filter(({ _tag }) => _tag === "Success")).toHaveLength(1);
        const other = results.find(({ _tag }) => _tag === "Failure");
        expect(other).toMatchObject({ failure: { _tag: "UnitAlreadyListed", unit: unitOf(bag) } });
      }),
    ));

  it("R3 begins a listing in its seller's own name, or without one where the loyalty programme knows none", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith(aPurchase({ quantity: 2 }));
        const named = yield* startListing({ actor: signedIn(member) }, unitOf(bag, 1));
        expect(named.seller).toEqual({ name: "Ada L.", brand: false });
        expect(named).toEqual((yield* viewListing(signedIn(member), ListingId.make(named.id))).listing);
        const unknown = aMember({ id: "grace" });
        (yield* MemoryPurchases).upsert(unknown.id, bag);
        const nameless = yield* startListing({ actor: signedIn(unknown) }, unitOf(bag, 2));
        expect(nameless.seller).toEqual({ name: "Member", brand: false });
      }),
    ));

  it("R1 asks for membership at submission and again at approval, and never at the payout", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const members = yield* MemoryMembers;
        const { listing, seller } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        members.upsert({ ...seller, membership: "Lapsed" });
        yield* deliver(order, () => clock.now);
        yield* advanceClock(plus(instant(clock.now), 3 * DAY));
        expect((yield* MemoryStoreCredit).cards.size).toBe(1);
        const bag = aPurchase();
        (yield* MemoryPurchases).upsert(seller.id, bag);
        const actor = signedIn(seller);
        const next = ListingId.make((yield* startListing({ actor }, unitOf(bag))).id);
        yield* commandListing({ actor }, next, { _tag: "Edit", details: someDetails() });
        expect(yield* refusalOf(submitListing({ actor }, next))).toMatchObject({
          _tag: "MembershipRequired",
        });
      }),
    ));

  it("R15 does not show a listing to others before it is approved", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith();
        const { id } = yield* startListing({ actor: signedIn(member) }, unitOf(bag));
        const listing = ListingId.make(id);
        for (const stranger of [asVisitor, asStranger]) {
          expect(yield* refusalOf(viewListing(stranger, listing))).toMatchObject({ _tag: "NotFound" });
        }
        expect((yield* viewListing(asReviewer, listing)).listing.state).toBe("Draft");
      }),
    ));
});
