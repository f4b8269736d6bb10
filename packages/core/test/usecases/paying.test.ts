import {
  abandonCheckout,
  type CheckoutId,
  comeToRest,
  type ListingId,
  listingMachine,
  MINUTE,
  OutcomeUnknown,
  PaymentDeclined,
  Payments,
  type PaymentToken,
  ProviderUnavailable,
  payCheckout,
  readAs,
  Store,
  system,
  viewCheckout,
} from "@resale/core";
import {
  asMember,
  asStranger,
  asSupport,
  asVisitor,
  buyPieces,
  holdPieces,
  listPiece,
  MemoryPayments,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";
import { card } from "./sales.ts";

const pay = (id: CheckoutId) => payCheckout({ actor: asVisitor }, id, card);
const viewed = (id: CheckoutId) => viewCheckout(asVisitor, id);
const stateOf = (id: ListingId) => Effect.map(readAs(listingMachine, id, system), ({ state }) => state._tag);

const held = Effect.gen(function* () {
  const { listing } = yield* listPiece({ price: 100_00 });
  return { listing, ...(yield* holdPieces([listing])) };
});

/** As from a store that takes its time: what is asked at once is decided side by side. */
const sideBySide = Effect.fnUntraced(function* <A, E, R>(asked: ReadonlyArray<Effect.Effect<A, E, R>>) {
  const store = yield* Store;
  const slow = Store.of({
    ...store,
    load: (subjects) => Effect.andThen(Effect.yieldNow, store.load(subjects)),
    commit: (wanted) => Effect.andThen(Effect.yieldNow, store.commit(wanted)),
  });
  return yield* Effect.provideService(Effect.all(asked, { concurrency: "unbounded" }), Store, slow);
});

describe("a payment", () => {
  it("R21 that is declined says why, and leaves the pieces held for another card", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, checkout, view } = yield* held;
        (yield* MemoryPayments).failNext("authorise", new PaymentDeclined({ reason: "CardExpired" }));
        expect(yield* refusalOf(pay(checkout))).toEqual({ _tag: "CardDeclined", reason: "CardExpired" });
        expect(yield* viewed(checkout)).toEqual({ ...view, declined: "CardExpired" });
        expect(yield* stateOf(listing)).toBe("Reserved");
        const paid = yield* pay(checkout);
        expect(paid).toEqual({ ...view, state: "Placed", orders: [expect.any(String)] });
        expect(yield* viewed(checkout)).toEqual(paid);
      }),
    ));

  it("R27 whose answer is lost is under way, and is found when it is asked for again", () =>
    play(() =>
      Effect.gen(function* () {
        const { checkout, view } = yield* held;
        const { failNext, payments } = yield* MemoryPayments;
        failNext("authorise", new OutcomeUnknown({ provider: "cards", reason: "no answer" }), {
          afterActing: true,
        });
        failNext("find", new ProviderUnavailable({ provider: "cards", reason: "no answer" }));
        expect(yield* refusalOf(pay(checkout))).toEqual({ _tag: "PaymentUnderWay", retryAfter: 2_000 });
        expect(yield* viewed(checkout)).toEqual({ ...view, state: "Paying" });
        expect((yield* pay(checkout)).state).toBe("Placed");
        expect(payments.size).toBe(1);
      }),
    ));

  it("R21 that takes longer than the pieces are held comes too late, and is let go", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, checkout, view } = yield* held;
        const end = view.heldUntil.at;
        expect(end).toBe(clock.now + 15 * MINUTE);
        const payments = yield* Payments;
        const slow = Payments.of({
          ...payments,
          authorise: (request) =>
            Effect.tap(payments.authorise(request), () => Effect.sync(() => clock.set(end))),
        });
        const paid = Effect.provideService(pay(checkout), Payments, slow);
        expect(yield* refusalOf(paid)).toEqual({ _tag: "HoldEnded", at: end });
        expect(yield* viewed(checkout)).toEqual({ ...view, state: "Expired" });
        yield* comeToRest();
        expect(yield* stateOf(listing)).toBe("Live");
        const [payment] = (yield* MemoryPayments).payments.values();
        expect(payment?.status).toBe("Voided");
      }),
    ));

  it("R21 is taken until the pieces are let go, and not a moment longer", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const [one, other] = [yield* held, yield* held];
        const end = one.view.heldUntil.at;
        clock.set(end - 1);
        expect((yield* pay(one.checkout)).state).toBe("Placed");
        clock.set(end);
        expect(yield* refusalOf(pay(other.checkout))).toEqual({ _tag: "HoldEnded", at: end });
        expect((yield* MemoryPayments).payments.size).toBe(1);
      }),
    ));

  it("R27 that is sent several times at once takes the money once, and answers all alike", () =>
    play(() =>
      Effect.gen(function* () {
        const { checkout } = yield* held;
        const [first, ...others] = yield* sideBySide(Array.from({ length: 5 }, () => pay(checkout)));
        expect(first?.state).toBe("Placed");
        for (const other of others) expect(other).toEqual(first);
        expect((yield* MemoryPayments).payments.size).toBe(1);
      }),
    ));

  it("R27 by two cards at once takes the money of one, and the other is not asked", () =>
    play(() =>
      Effect.gen(function* () {
        const { checkout } = yield* held;
        const payments = yield* Payments;
        const asked: Array<string> = [];
        const heard = Payments.of({
          ...payments,
          authorise: (request) =>
            Effect.andThen(
              Effect.sync(() => asked.push(request.token)),
              payments.authorise(request),
            ),
        });
        const cards = ["tok_visa", "tok_amex"].map((token) => ({
          tender: "Card",
          token: token as PaymentToken,
        }));
        const [one, other] = yield* Effect.provideService(
          sideBySide(cards.map((each) => payCheckout({ actor: asVisitor }, checkout, each))),
          Payments,
          heard,
        );
        expect(one?.state).toBe("Placed");
        expect(other).toEqual(one);
        expect(new Set(asked).size).toBe(1);
      }),
    ));

  it("R27 R56 that was declined is not tried again by the same request: it gets the same answer", () =>
    play(() =>
      Effect.gen(function* () {
        const { checkout } = yield* held;
        const { failNext, payments } = yield* MemoryPayments;
        failNext("authorise", new PaymentDeclined({ reason: "CardExpired" }));
        const idempotency = { scope: "guest", key: checkout, fingerprint: "visa" };
        const asked = refusalOf(payCheckout({ actor: asVisitor, idempotency }, checkout, card));
        const declined = { _tag: "CardDeclined", reason: "CardExpired" };
        expect([yield* asked, yield* asked]).toEqual([declined, declined]);
        expect([...payments.values()].map(({ status }) => status)).toEqual(["Declined"]);
        expect((yield* pay(checkout)).state).toBe("Placed");
      }),
    ));

  it("R54 is the buyer's to make: strangers find nothing, and support sees what has come of it", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const buyer = asMember("buyer", "buyer@members.example");
        const { checkout } = yield* holdPieces([listing], { actor: buyer });
        const by = (actor: typeof buyer) => payCheckout({ actor }, checkout, card);
        const notFound = { _tag: "NotFound", subject: "checkout", id: checkout };
        const strangers = Effect.forEach([asVisitor, asStranger], (actor) => refusalOf(by(actor)));
        expect(yield* strangers).toEqual([notFound, notFound]);
        expect(yield* refusalOf(by(asSupport))).toEqual({
          _tag: "NotAllowed",
          command: "Pay",
          actor: "Support",
          allowed: ["Buyer"],
        });
        const paid = yield* by(buyer);
        expect(yield* strangers).toEqual([notFound, notFound]);
        expect(yield* by(asSupport)).toEqual(paid);
        expect((yield* MemoryPayments).payments.size).toBe(1);
      }),
    ));
});

describe("a buyer who lets go", () => {
  it("R21 gives back every piece at once, and can't pay for them any more", () =>
    play(() =>
      Effect.gen(function* () {
        const [one, other] = [yield* listPiece({ price: 100_00 }), yield* listPiece({ price: 50_00 })];
        const { checkout, view } = yield* holdPieces([one.listing, other.listing]);
        const left = yield* abandonCheckout({ actor: asVisitor }, checkout);
        expect(left).toEqual({ ...view, state: "Abandoned" });
        expect(yield* viewed(checkout)).toEqual(left);
        expect(yield* refusalOf(pay(checkout))).toEqual({
          _tag: "NotFound",
          subject: "checkout",
          id: checkout,
        });
        expect([yield* stateOf(one.listing), yield* stateOf(other.listing)]).toEqual(["Live", "Live"]);
        yield* buyPieces([one.listing, other.listing]);
        expect((yield* MemoryPayments).payments.size).toBe(1);
      }),
    ));

  it("R54 is the only one who may, and only before paying", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const buyer = asMember("buyer", "buyer@members.example");
        const { checkout } = yield* holdPieces([listing], { actor: buyer });
        const leave = (actor: typeof buyer) => refusalOf(abandonCheckout({ actor }, checkout));
        const notFound = { _tag: "NotFound", subject: "checkout", id: checkout };
        expect([yield* leave(asVisitor), yield* leave(asStranger)]).toEqual([notFound, notFound]);
        expect(yield* refusalOf(viewCheckout(asStranger, checkout))).toEqual(notFound);
        expect(yield* leave(asSupport)).toEqual({
          _tag: "NotAllowed",
          command: "Abandon",
          actor: "Support",
          allowed: ["Buyer", "System"],
        });
        expect(yield* stateOf(listing)).toBe("Reserved");
        yield* payCheckout({ actor: buyer }, checkout, card);
        expect(yield* leave(buyer)).toEqual({
          _tag: "WrongState",
          command: "Abandon",
          state: "Placed",
          openIn: ["Held"],
        });
        expect(yield* stateOf(listing)).toBe("Sold");
      }),
    ));
});
