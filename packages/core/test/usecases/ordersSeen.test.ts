import {
  Carrier,
  CivilDate,
  comeToRest,
  commandOrder,
  explainOrder,
  OrderId,
  OutcomeUnknown,
  type PaymentToken,
  ProviderRefused,
  ProviderUnavailable,
  payCheckout,
  viewLabel,
  viewOrder,
} from "@resale/core";
import {
  asReviewer,
  asStranger,
  asSupport,
  asVisitor,
  freshId,
  holdPieces,
  listPiece,
  MemoryCarrier,
  orderId,
  signedIn,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play, refusalOf } from "./playing.ts";
import { aSale } from "./sales.ts";

const guestOf = (order: OrderId) => ({ _tag: "Guest", order }) as const;
const notFound = (order: OrderId) => ({ _tag: "NotFound", subject: "order", id: order });
const noLabel = (state: string) => ({ _tag: "NothingToRepeat", what: "label", state });

describe("an order", () => {
  it("R52 shows its buyer and its seller their own part, and staff both and the desk's; strangers nothing", () =>
    play(() =>
      Effect.gen(function* () {
        const { order, seller } = yield* aSale;
        const parts: Array<ReadonlyArray<boolean>> = [];
        for (const actor of [guestOf(order), signedIn(seller), asSupport, asReviewer]) {
          const { order: view, version } = yield* viewOrder(actor, order);
          expect(version).toBeGreaterThan(1);
          parts.push([view.buyer !== null, view.seller !== null, view.desk !== null]);
        }
        expect(parts).toEqual([
          [true, false, false],
          [false, true, false],
          [true, true, true],
          [true, true, true],
        ]);
        for (const actor of [asVisitor, asStranger, guestOf(orderId(freshId()))]) {
          expect(yield* refusalOf(viewOrder(actor, order))).toEqual(notFound(order));
          expect(yield* refusalOf(explainOrder(actor, order))).toEqual(notFound(order));
          expect(yield* refusalOf(viewLabel(actor, order))).toEqual(notFound(order));
        }
        const nowhere = orderId(freshId());
        expect(yield* refusalOf(viewOrder(asSupport, nowhere))).toEqual(notFound(nowhere));
      }),
    ));

  it("R52 answers a command by what its giver may see", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order, seller } = yield* aSale;
        const pickup = { _tag: "BookPickup", date: CivilDate.make("2026-11-04") } as const;
        const booked = yield* commandOrder({ actor: signedIn(seller) }, order, pickup);
        expect(booked).toEqual((yield* viewOrder(signedIn(seller), order)).order);
        yield* comeToRest();
        yield* deliver(order, () => clock.now);
        const rate = { _tag: "Rate", stars: 5, text: "Lovely." } as const;
        const rated = yield* commandOrder({ actor: guestOf(order) }, order, rate);
        expect(rated).toEqual((yield* viewOrder(guestOf(order), order)).order);
        expect(rated).toMatchObject({ rating: { stars: 5 }, seller: null });
        const told = yield* commandOrder({ actor: asSupport }, order, { _tag: "RevokeLinks" });
        expect(told).toEqual((yield* viewOrder(asSupport, order)).order);
      }),
    ));
});

describe("the label of a parcel", () => {
  const disputed = { _tag: "OpenDispute", kind: "Damaged", text: "Torn.", photos: [] } as const;

  it("R28 R45 is its seller's, and the buyer's where the piece goes back, who prints the one for the way back", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order, seller } = yield* aSale;
        const { labels } = yield* MemoryCarrier;
        const printed: Array<string> = [];
        const carrier = yield* Carrier;
        const watched = Carrier.of({
          ...carrier,
          labelDocument: (reference) => {
            printed.push(reference);
            return carrier.labelDocument(reference);
          },
        });
        const print = (actor: Parameters<typeof viewLabel>[0]) =>
          Effect.provideService(viewLabel(actor, order), Carrier, watched);
        const [there = ""] = labels.keys();
        expect(new TextDecoder().decode((yield* print(signedIn(seller))).pdf)).toContain("%PDF");
        yield* print(asSupport);
        expect(yield* refusalOf(print(guestOf(order)))).toEqual(noLabel("Mailed"));
        expect(printed).toEqual([there, there]);

        yield* deliver(order, () => clock.now);
        yield* commandOrder({ actor: guestOf(order) }, order, disputed);
        const upheld = { _tag: "DecideDispute", upheld: true, text: "Yes." } as const;
        yield* commandOrder({ actor: asSupport }, order, upheld);
        yield* comeToRest();
        const [, back = ""] = labels.keys();
        yield* print(guestOf(order));
        yield* print(signedIn(seller));
        expect(printed.slice(2)).toEqual([back, there]);
        expect(back).not.toBe(there);
      }),
    ));

  it("R28 is not there before it was bought", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, actor } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const card = { tender: "Card", token: "tok_visa" as PaymentToken };
        const { orders } = yield* payCheckout({ actor: asVisitor }, checkout, card);
        const order = OrderId.make(orders[0] ?? "");
        expect(yield* refusalOf(viewLabel(actor, order))).toEqual(noLabel("NotYet"));
      }),
    ));

  it("R28 can't be printed where the carrier refuses it or can't be reached, and its reader is told which", () =>
    play(() =>
      Effect.gen(function* () {
        const { order, seller } = yield* aSale;
        const { failNext } = yield* MemoryCarrier;
        const provider = "carrier";
        const asked = refusalOf(viewLabel(signedIn(seller), order));
        failNext("labelDocument", new ProviderRefused({ provider, reason: "it is void" }));
        expect(yield* asked).toEqual({ _tag: "Refused", what: provider, reason: "it is void" });
        failNext("labelDocument", new ProviderUnavailable({ provider, reason: "busy", retryAfter: 9000 }));
        expect(yield* asked).toEqual({ _tag: "Unreachable", what: provider, retryAfter: 9000 });
        failNext("labelDocument", new ProviderUnavailable({ provider, reason: "busy" }));
        expect(yield* asked).toEqual({ _tag: "Unreachable", what: provider, retryAfter: 2000 });
        failNext("labelDocument", new OutcomeUnknown({ provider, reason: "no answer" }));
        expect(yield* asked).toEqual({ _tag: "Unreachable", what: provider, retryAfter: 2000 });
      }),
    ));
});
