import {
  approveListing,
  commandListing,
  type Email,
  type ListingId,
  ListingId as ListingIdSchema,
  listingMachine,
  openCheckout,
  type PaymentToken,
  ProviderUnavailable,
  payCheckout,
  preLoved,
  quoteCart,
  readAs,
  Store,
  startListing,
  system,
  Tax,
} from "@resale/core";
import {
  anAddress,
  asReviewer,
  asVisitor,
  holdPieces,
  listPiece,
  MemoryTax,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { aMemberWith, play, refusalOf } from "./playing.ts";
import { aSale, cancelled } from "./sales.ts";

const title = "Jet Set Medium Tote";
const shipTo = anAddress();
const inPuertoRico = anAddress({ region: "PR", zip: "00901" });
const email = "grace@buyers.example" as Email;
const open = (listings: ReadonlyArray<ListingId>, to = shipTo) =>
  openCheckout({ actor: asVisitor }, { listings, email, name: "Grace", shipTo: to });
const aStrangeId = () => ListingIdSchema.make(crypto.randomUUID());
const stateOf = (id: ListingId) => Effect.map(readAs(listingMachine, id, system), ({ state }) => state._tag);
const busy = { _tag: "Busy", retryAfter: 0 };

/** Something comes about while the tax of a cart is computed. */
const whileTaxIsComputed = Effect.fnUntraced(function* <A, E, R, E2, R2>(
  effect: Effect.Effect<A, E, R>,
  meanwhile: Effect.Effect<unknown, E2, R2>,
) {
  const tax = yield* Tax;
  const services = yield* Effect.context<R2>();
  const quote: Tax["Service"]["quote"] = (request) =>
    Effect.tap(tax.quote(request), () => Effect.orDie(Effect.provideContext(meanwhile, services)));
  return yield* Effect.provideService(effect, Tax, Tax.of({ ...tax, quote }));
});

/** The seller asks for another price, and a reviewer says yes. */
const reprice = Effect.fnUntraced(function* (
  { listing, actor }: Effect.Success<ReturnType<typeof listPiece>>,
  price: number,
) {
  const details = someDetails({ price });
  yield* commandListing({ actor }, listing, { _tag: "Edit", details });
  const { revision } = (yield* readAs(listingMachine, listing, system)).state;
  const checked = ["Photos", "Wear", "Grade", "Authenticity"];
  yield* approveListing({ actor: asReviewer }, listing, { revision, checked });
});

describe("a cart that can't be", () => {
  it("R18 R20 is refused for what it is, whatever of it can still be had, quoted or held", () =>
    play(() =>
      Effect.gen(function* () {
        const [id, other] = [aStrangeId(), aStrangeId()];
        const most = preLoved.checkout.most;
        const faults = (field: string, problem: string) => ({
          _tag: "Invalid",
          faults: [{ field, problem }],
        });
        const carts: ReadonlyArray<readonly [ReadonlyArray<ListingId>, typeof shipTo, unknown]> = [
          [[], shipTo, faults("listings", "put something into the cart")],
          [
            Array.from({ length: most + 1 }, aStrangeId),
            shipTo,
            faults("listings", `a cart holds at most ${most} pieces`),
          ],
          [
            [id, other, id],
            shipTo,
            faults("listings[2]", "stands twice in the cart; each piece is one of a kind"),
          ],
          [
            [id],
            inPuertoRico,
            { _tag: "RegionRefused", direction: "ShipTo", code: "PR", name: "Puerto Rico" },
          ],
        ];
        for (const [listings, to, refusal] of carts) {
          expect(yield* refusalOf(quoteCart(listings, to))).toEqual(refusal);
          expect(yield* refusalOf(open(listings, to))).toEqual(refusal);
        }
      }),
    ));
});

describe("what of a cart is not there", () => {
  it("R15 R20 is said by its name, where it was once public, and held with none of the others", () =>
    play(() =>
      Effect.gen(function* () {
        const [live, held] = [yield* listPiece({ price: 100_00 }), yield* listPiece()];
        yield* holdPieces([held.listing]);
        const sold = yield* aSale;
        const closed = yield* aSale;
        yield* cancelled(closed.order);
        const withdrawn = yield* listPiece();
        yield* commandListing({ actor: withdrawn.actor }, withdrawn.listing, { _tag: "Withdraw" });
        const { member, bag } = yield* aMemberWith();
        const draft = ListingIdSchema.make(
          (yield* startListing({ actor: signedIn(member) }, unitOf(bag))).id,
        );
        const nothing = aStrangeId();
        expect(yield* stateOf(closed.listing)).toBe("Closed");
        const unavailable = [
          { listing: held.listing, title, why: "Reserved" },
          { listing: sold.listing, title, why: "Sold" },
          { listing: closed.listing, title, why: "Sold" },
          { listing: withdrawn.listing, title: "A piece", why: "Gone" },
          { listing: draft, title: "A piece", why: "Gone" },
          { listing: nothing, title: "A piece", why: "Gone" },
        ];
        const cart = [
          held.listing,
          sold.listing,
          live.listing,
          closed.listing,
          withdrawn.listing,
          draft,
          nothing,
        ];
        const line = {
          listing: live.listing,
          title,
          seller: "Ada L.",
          price: 100_00,
          charge: 9_95,
          tax: 8_80,
          total: 118_75,
        };
        expect(yield* quoteCart(cart, shipTo)).toEqual({
          lines: [line],
          total: 118_75,
          currency: "USD",
          unavailable,
        });
        expect(yield* refusalOf(open(cart))).toEqual({ _tag: "ListingsUnavailable", listings: unavailable });
        expect(yield* stateOf(live.listing)).toBe("Live");
        (yield* MemoryTax).failNext("quote", new ProviderUnavailable({ provider: "tax", reason: "away" }));
        const goneOnly = yield* quoteCart([sold.listing], shipTo);
        expect(goneOnly).toEqual({ lines: [], total: 0, currency: "USD", unavailable: [unavailable[1]] });
        const untaxed = yield* refusalOf(quoteCart([live.listing], shipTo));
        expect(untaxed).toEqual({ _tag: "Unreachable", what: "tax", retryAfter: 2_000 });
      }),
    ));
});

describe("a cart that changes while its tax is computed", () => {
  it("R12 R22 is not held at a price that its buyer has not seen", () =>
    play(() =>
      Effect.gen(function* () {
        const [first, second] = [yield* listPiece({ price: 100_00 }), yield* listPiece({ price: 50_00 })];
        const cart = [first.listing, second.listing];
        const opened = whileTaxIsComputed(open(cart), reprice(second, 60_00));
        expect(yield* refusalOf(opened)).toEqual(busy);
        expect([yield* stateOf(first.listing), yield* stateOf(second.listing)]).toEqual(["Live", "Live"]);
        const { lines, total } = yield* open(cart);
        expect(lines.map(({ price }) => price)).toEqual([100_00, 60_00]);
        expect(total).toBe(100_00 + 60_00 + 2 * 9_95 + 8_80 + 5_60);
      }),
    ));

  it("R21 R22 is quoted anew where a piece of it comes back: of that one no tax is known", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const [live, held] = [yield* listPiece(), yield* listPiece()];
        const { view } = yield* holdPieces([held.listing]);
        const freed = Effect.sync(() => clock.set(view.heldUntil.at));
        const cart = [live.listing, held.listing];
        expect(yield* refusalOf(whileTaxIsComputed(open(cart), freed))).toEqual(busy);
        expect((yield* open(cart)).state).toBe("Held");
      }),
    ));

  it("R21 is not held where a piece of it is bought by another: its name is told", () =>
    play(() =>
      Effect.gen(function* () {
        const [live, lost] = [yield* listPiece(), yield* listPiece()];
        const opened = whileTaxIsComputed(open([live.listing, lost.listing]), holdPieces([lost.listing]));
        expect(yield* refusalOf(opened)).toEqual({
          _tag: "ListingsUnavailable",
          listings: [{ listing: lost.listing, title, why: "Reserved" }],
        });
        expect(yield* stateOf(live.listing)).toBe("Live");
      }),
    ));
});

describe("a purchase", () => {
  it("asks the store as often for three pieces as for one, and reads nothing again that it has just written", () =>
    play(() =>
      Effect.gen(function* () {
        const pieces = [yield* listPiece(), yield* listPiece(), yield* listPiece()];
        const store = yield* Store;
        const log: Array<string> = [];
        const heard = Store.of({
          ...store,
          load: (subjects) =>
            Effect.andThen(
              Effect.sync(() => log.push(`read ${subjects.map(({ kind }) => kind).join()}`)),
              store.load(subjects),
            ),
          commit: (wanted) =>
            Effect.andThen(
              Effect.sync(() => log.push("write")),
              store.commit(wanted),
            ),
        });
        const bought = Effect.gen(function* () {
          const { id } = yield* open(pieces.map(({ listing }) => listing));
          log.push("held");
          const token = "tok_visa" as PaymentToken;
          yield* payCheckout({ actor: asVisitor }, id, { tender: "Card", token });
        });
        yield* Effect.provideService(bought, Store, heard);
        const listings = "read listing,listing,listing";
        expect(log).toEqual([listings, "write", "held", "read checkout", "write", listings, "write"]);
      }),
    ));
});
