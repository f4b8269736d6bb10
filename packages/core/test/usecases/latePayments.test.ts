import {
  type CheckoutId,
  checkoutMachine,
  comeToRest,
  DAY,
  OutcomeUnknown,
  type PaymentStatus,
  Payments,
  ProviderUnavailable,
  payCheckout,
  readAs,
  system,
} from "@resale/core";
import { asVisitor, holdPieces, listPiece, MemoryPayments } from "@resale/testkit";
import { Effect, Option } from "effect";
import { describe, expect, it } from "vitest";
import { performTask } from "../../src/usecases/tasks/performTask.ts";
import { play, refusalOf } from "./playing.ts";
import { card } from "./sales.ts";

const unknown = new OutcomeUnknown({ provider: "cards", reason: "no answer" });
const away = new ProviderUnavailable({ provider: "cards", reason: "no answer" });

/** Paid as the hold ended: nobody knows yet what came of it. `arrives` says whether the provider ever heard of it. */
const paidLate = Effect.fnUntraced(function* (clock: { set: (at: number) => void }, arrives: boolean) {
  const { listing } = yield* listPiece({ price: 100_00 });
  const { checkout, view } = yield* holdPieces([listing]);
  const { failNext } = yield* MemoryPayments;
  failNext("authorise", unknown, { afterActing: arrives });
  failNext("find", away);
  expect((yield* refusalOf(payCheckout({ actor: asVisitor }, checkout, card)))._tag).toBe("PaymentUnderWay");
  clock.set(view.heldUntil.at);
  return { checkout, total: view.total, end: view.heldUntil.at };
});

const lateOf = (checkout: CheckoutId) =>
  Effect.map(readAs(checkoutMachine, checkout, system), ({ state }) =>
    state._tag === "Expired" ? state.late._tag : state._tag,
  );

const letGo = (checkout: CheckoutId) => performTask({ _tag: "CancelPayment", checkout });
const onlyPayment = Effect.map(MemoryPayments, ({ payments }) => [...payments.values()].at(0));

describe("a payment that comes after the pieces were let go", () => {
  it("R21 is let go, once however often its task is done", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { checkout } = yield* paidLate(clock, true);
        yield* comeToRest();
        expect(yield* lateOf(checkout)).toBe("Cancelled");
        expect(yield* onlyPayment).toMatchObject({ status: "Voided", captured: 0 });
        const { effects, failNext } = yield* MemoryPayments;
        expect([...effects.keys()].join()).toContain(`cancel.${checkout}.1`);
        failNext("find", away);
        yield* letGo(checkout);
      }),
    ));

  it("R21 R51 that was taken at once is given back whole", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { checkout, total } = yield* paidLate(clock, true);
        const payment = yield* onlyPayment;
        if (payment === undefined) throw new Error("nothing was held");
        const payments = yield* Payments;
        yield* payments.capture({ key: "theirs", payment: payment.reference, amount: total });
        yield* comeToRest();
        expect(yield* lateOf(checkout)).toBe("Cancelled");
        expect(yield* onlyPayment).toMatchObject({ status: "Captured", refunded: total });
        expect([...(yield* MemoryPayments).effects.keys()].join()).toContain(`refund.${checkout}.1`);
      }),
    ));

  it.each<PaymentStatus>(["Declined", "Voided"])("R21 that is %s needs nothing more", (status) =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { checkout } = yield* paidLate(clock, true);
        const payments = yield* Payments;
        const find: typeof payments.find = (key) =>
          Effect.map(
            payments.find(key),
            Option.map((found) => ({ ...found, status })),
          );
        const touched = Effect.die(new Error("the payment was touched"));
        const gone = Payments.of({ ...payments, find, cancel: () => touched, refund: () => touched });
        yield* Effect.provideService(comeToRest(), Payments, gone);
        expect(yield* lateOf(checkout)).toBe("Cancelled");
      }),
    ),
  );

  it("R27 whose answer is lost is looked for for a day, and then can't come any more", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { checkout, end } = yield* paidLate(clock, false);
        yield* comeToRest();
        expect(yield* lateOf(checkout)).toBe("Cancelling");
        clock.set(end + DAY - 1);
        expect(yield* Effect.flip(letGo(checkout))).toEqual(
          new ProviderUnavailable({
            provider: "payments",
            reason: "the provider does not know the payment yet",
          }),
        );
        expect(yield* lateOf(checkout)).toBe("Cancelling");
        clock.set(end + DAY);
        yield* letGo(checkout);
        expect(yield* lateOf(checkout)).toBe("Cancelled");
        expect(yield* onlyPayment).toBeUndefined();
      }),
    ));
});

describe("a payment whose pieces are still held", () => {
  it("R21 R27 is neither taken nor let go, whichever task comes", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece({ price: 100_00 });
        const { checkout } = yield* holdPieces([listing]);
        const payments = yield* Payments;
        const asked = Effect.die(new Error("the provider was asked"));
        const silent = Payments.of({
          ...payments,
          find: () => asked,
          capture: () => asked,
          cancel: () => asked,
        });
        const perform = (_tag: "CapturePayment" | "CancelPayment") =>
          Effect.provideService(performTask({ _tag, checkout }), Payments, silent);
        yield* perform("CapturePayment");
        yield* perform("CancelPayment");
        expect(yield* lateOf(checkout)).toBe("Held");
        yield* payCheckout({ actor: asVisitor }, checkout, card);
        yield* perform("CancelPayment");
        yield* comeToRest();
        yield* perform("CapturePayment");
        expect(yield* onlyPayment).toMatchObject({ status: "Captured" });
      }),
    ));
});
