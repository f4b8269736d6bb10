import {
  comeToRest,
  coverPhoto,
  listingMachine,
  OutcomeUnknown,
  type PaymentStatus,
  Payments,
  ProviderRefused,
  payCheckout,
  readAs,
  system,
  viewCheckout,
} from "@resale/core";
import { asVisitor, holdPieces, listPiece, MemoryPayments } from "@resale/testkit";
import { Effect, Option } from "effect";
import { describe, expect, it } from "vitest";
import { performTask } from "../../src/usecases/tasks/performTask.ts";
import { play, refusalOf } from "./playing.ts";
import { card, desk } from "./sales.ts";

const held = Effect.gen(function* () {
  const { listing } = yield* listPiece({ price: 100_00 });
  return { listing, ...(yield* holdPieces([listing])) };
});

describe("a card that pays nothing", () => {
  it("R21 is declined, in the provider's words, where it refuses the request", () =>
    play(() =>
      Effect.gen(function* () {
        const { checkout, view } = yield* held;
        const refused = new ProviderRefused({ provider: "cards", reason: "no such card" });
        (yield* MemoryPayments).failNext("authorise", refused);
        const paid = refusalOf(payCheckout({ actor: asVisitor }, checkout, card));
        expect(yield* paid).toEqual({ _tag: "CardDeclined", reason: "no such card" });
        expect(yield* viewCheckout(asVisitor, checkout)).toEqual({ ...view, declined: "no such card" });
      }),
    ));

  it.each<PaymentStatus>(["Declined", "Voided", "Captured"])(
    "R27 buys nothing where the answer was lost and the payment is found %s",
    (status) =>
      play(() =>
        Effect.gen(function* () {
          const { checkout } = yield* held;
          (yield* MemoryPayments).failNext(
            "authorise",
            new OutcomeUnknown({ provider: "cards", reason: "no answer" }),
            { afterActing: true },
          );
          const payments = yield* Payments;
          const find: typeof payments.find = (key) =>
            Effect.map(
              payments.find(key),
              Option.map((found) => ({ ...found, status })),
            );
          const paid = payCheckout({ actor: asVisitor }, checkout, card).pipe(
            Effect.provideService(Payments, Payments.of({ ...payments, find })),
          );
          expect((yield* refusalOf(paid))._tag).toBe("PaymentUnderWay");
          expect((yield* viewCheckout(asVisitor, checkout)).orders).toEqual([]);
        }),
      ),
  );
});

describe("a card that pays", () => {
  it("R24 places the orders once, of the piece under its title and its cover", () =>
    play(({ program }) =>
      Effect.gen(function* () {
        const { listing, checkout } = yield* held;
        const { orders } = yield* payCheckout({ actor: asVisitor }, checkout, card);
        yield* performTask({ _tag: "AuthorisePayment", checkout });
        yield* comeToRest();
        const [order] = orders;
        const { state } = yield* readAs(listingMachine, listing, system);
        if (order === undefined || !("terms" in state)) throw new Error("nothing was sold");
        const { item } = yield* desk(order as Parameters<typeof desk>[0]);
        const cover = coverPhoto(program, state.details)?.photo.id;
        expect(cover).toBeDefined();
        expect(item).toEqual({
          title: "Jet Set Medium Tote",
          price: 100_00,
          currency: "USD",
          photo: cover,
        });
        expect((yield* viewCheckout(asVisitor, checkout)).orders).toEqual(orders);
      }),
    ));
});
