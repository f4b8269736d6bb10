import {
  advanceClock,
  CheckoutId,
  DAY,
  type Email,
  instant,
  ListingId,
  listingMachine,
  MINUTE,
  OutcomeUnknown,
  type PaymentToken,
  ProviderUnavailable,
  payCheckout,
  plus,
  quoteCart,
  readAs,
  system,
  viewCheckout,
  viewOrder,
} from "@resale/core";
import {
  anAddress,
  asSupport,
  buyPieces,
  holdPieces,
  listPiece,
  MemoryMailer,
  MemoryPayments,
  signedIn,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

const visitor = { _tag: "Visitor" } as const;
const card = (token = "tok_visa") => ({ tender: "Card", token: token as PaymentToken });
const stateOf = (id: ListingId) => Effect.map(readAs(listingMachine, id, system), ({ state }) => state._tag);

describe("a cart", () => {
  it("R20 is quoted line by line, with shipping, tax and total, and names what is no longer there", () =>
    play(() =>
      Effect.gen(function* () {
        const bag = yield* listPiece({ price: 100_00 });
        const gone = yield* listPiece({ price: 50_00 });
        yield* buyPieces([gone.listing]);
        const quote = yield* quoteCart([bag.listing, gone.listing], anAddress());
        expect(quote.lines).toMatchObject([{ listing: bag.listing, price: 100_00, charge: 9_95, tax: 8_80 }]);
        expect(quote.total).toBe(118_75);
        expect(quote.unavailable).toMatchObject([{ listing: gone.listing, why: "Sold" }]);
      }),
    ));

  it("R20 reserves nothing: a quoted piece can still be bought by somebody else", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        yield* quoteCart([listing], anAddress());
        expect(yield* stateOf(listing)).toBe("Live");
        yield* buyPieces([listing]);
        expect(yield* stateOf(listing)).toBe("Sold");
      }),
    ));

  it("R15 does not tell of pieces that were never approved", () =>
    play(() =>
      Effect.gen(function* () {
        const id = ListingId.make(crypto.randomUUID());
        const quote = yield* quoteCart([id], anAddress());
        expect(quote.unavailable).toEqual([{ listing: id, title: "A piece", why: "Gone" }]);
      }),
    ));

  it("R18 is refused for an address outside the fifty states, by the region's name", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const refusal = yield* refusalOf(
          holdPieces([listing], { shipTo: anAddress({ region: "PR", zip: "00901" }) }),
        );
        expect(refusal).toMatchObject({ _tag: "RegionRefused", direction: "ShipTo", name: "Puerto Rico" });
        const shipTo = anAddress({ region: "NY", zip: "90210" });
        const elsewhere = { _tag: "Invalid", faults: [{ field: "shipTo.zip" }] };
        expect(yield* refusalOf(holdPieces([listing], { shipTo }))).toMatchObject(elsewhere);
        expect(yield* refusalOf(quoteCart([listing], shipTo))).toMatchObject(elsewhere);
        expect(yield* stateOf(listing)).toBe("Live");
      }),
    ));
});

describe("a checkout", () => {
  it("R21 holds every piece or none, and a lost race is answered with the piece's name", () =>
    play(() =>
      Effect.gen(function* () {
        const first = yield* listPiece();
        const second = yield* listPiece();
        yield* holdPieces([second.listing]);
        const refusal = yield* refusalOf(holdPieces([first.listing, second.listing]));
        expect(refusal).toMatchObject({
          _tag: "ListingsUnavailable",
          listings: [{ listing: second.listing, title: "Jet Set Medium Tote", why: "Reserved" }],
        });
        expect(yield* stateOf(first.listing)).toBe("Live");
        expect((yield* MemoryPayments).effects.size).toBe(0);
      }),
    ));

  it("R21 lets exactly one of many buyers hold a piece", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const tries = Array.from({ length: 40 }, () => Effect.result(holdPieces([listing])));
        const results = yield* Effect.all(tries, { concurrency: "unbounded" });
        expect(results.filter(({ _tag }) => _tag === "Success")).toHaveLength(1);
        for (const result of results) {
          if (result._tag === "Failure") expect(result.failure._tag).toBe("ListingsUnavailable");
        }
      }),
    ));

  it("R21 lets go after fifteen minutes, and the piece can be bought by another", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const end = clock.now + 15 * MINUTE;
        clock.set(end - 1);
        expect(yield* refusalOf(holdPieces([listing]))).toMatchObject({ _tag: "ListingsUnavailable" });
        clock.set(end);
        yield* buyPieces([listing]);
        expect(yield* refusalOf(payCheckout({ actor: visitor }, checkout, card()))).toEqual({
          _tag: "HoldEnded",
          at: end,
        });
      }),
    ));

  it("R21 gives back a payment that comes after the hold has ended", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const payments = yield* MemoryPayments;
        const lost = new OutcomeUnknown({ provider: "cards", reason: "no answer" });
        const silent = new ProviderUnavailable({ provider: "cards", reason: "no answer" });
        for (let call = 0; call < 12; call++) {
          payments.failNext("authorise", lost, { afterActing: true });
          payments.failNext("find", silent);
        }
        const refusal = yield* refusalOf(payCheckout({ actor: visitor }, checkout, card()));
        expect(refusal._tag).toBe("PaymentUnderWay");
        yield* advanceClock(plus(instant(clock.now), 15 * MINUTE - 1));
        expect((yield* viewCheckout(visitor, checkout)).state).toBe("Paying");
        yield* advanceClock(plus(instant(clock.now), DAY));
        expect((yield* viewCheckout(visitor, checkout)).state).toBe("Expired");
        expect(yield* stateOf(listing)).toBe("Live");
        expect([...payments.payments.values()].map(({ status }) => status)).toEqual(["Voided"]);
      }),
    ));

  it("R23 refuses gift cards as a means of payment", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const paid = payCheckout({ actor: visitor }, checkout, {
          tender: "GiftCard",
          token: "gc" as PaymentToken,
        });
        expect(yield* refusalOf(paid)).toMatchObject({
          _tag: "TenderRefused",
          tender: "GiftCard",
          taken: ["Card"],
        });
        expect((yield* viewCheckout(visitor, checkout)).state).toBe("Held");
      }),
    ));

  it("R24 makes one order of each listing, with one receipt, and keeps sellers apart", () =>
    play(() =>
      Effect.gen(function* () {
        const pieces = yield* Effect.all([listPiece(), listPiece(), listPiece()]);
        const { orders, email } = yield* buyPieces(pieces.map(({ listing }) => listing));
        expect(new Set(orders).size).toBe(3);
        const mailer = yield* MemoryMailer;
        expect(mailer.to(email).filter(({ mail }) => mail._tag === "Receipt")).toHaveLength(1);
        const [first] = orders;
        const [, second] = pieces;
        if (first === undefined || second === undefined) throw new Error("nothing was bought");
        expect(yield* refusalOf(viewOrder(signedIn(second.seller), first))).toMatchObject({
          _tag: "NotFound",
        });
      }),
    ));

  it("R19 can't hold a member's own piece, neither by account nor by e-mail address", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, seller, actor } = yield* listPiece();
        expect(yield* refusalOf(holdPieces([listing], { actor }))).toMatchObject({ _tag: "OwnListing" });
        const shouted = seller.email.toUpperCase() as Email;
        expect(yield* refusalOf(holdPieces([listing], { email: shouted }))).toMatchObject({
          _tag: "OwnListing",
        });
      }),
    ));

  it("R27 goes on from where it was, when the process died between the card's yes and our own writing", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const payments = yield* MemoryPayments;
        const lost = new OutcomeUnknown({ provider: "cards", reason: "the line went dead" });
        payments.failNext("authorise", lost, { afterActing: true });
        const paid = yield* payCheckout({ actor: visitor }, checkout, card());
        expect(paid.state).toBe("Placed");
        const again = yield* payCheckout({ actor: visitor }, CheckoutId.make(paid.id), card());
        expect(again.orders).toEqual(paid.orders);
        const [order] = paid.orders;
        if (order === undefined) throw new Error("no order");
        expect((yield* viewOrder(asSupport, order)).order.state).toBe("Placed");
      }),
    ));
});

describe("paying twice", () => {
  it("R56 with the same key and another card is a mistake, whatever came of the first", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const keyed = (fingerprint: string) => ({
          actor: visitor,
          idempotency: { scope: "guest", key: "pay", fingerprint },
        });
        const paid = yield* payCheckout(keyed("visa"), checkout, card());
        expect(yield* payCheckout(keyed("visa"), checkout, card())).toEqual(paid);
        expect(yield* refusalOf(payCheckout(keyed("amex"), checkout, card("tok_amex")))).toEqual({
          _tag: "KeyReused",
          key: "pay",
        });
      }),
    ));
});
