import { type Currency, cents, type PaymentReference, Payments, type PaymentToken } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer, Option } from "effect";
import { type Acted, acted } from "./acted.ts";
import type { Contract } from "./Contract.ts";
import { newId } from "./changes.ts";
import { decline, lostAnswer, refusal } from "./endings.ts";
import { providerContract } from "./providerContract.ts";

/** What a payment provider is tried with. */
export interface PaymentsUnderTest<R> {
  readonly currency: Currency;
  /** A card that pays, and one that is declined. */
  readonly good: PaymentToken;
  readonly declined: PaymentToken;
  /** The next call acts, but its answer does not arrive. */
  readonly loseAnswer: (method: "authorise" | "capture" | "cancel" | "refund") => Acted<R>;
}

const captured = Effect.fnUntraced(function* (
  { authorise, capture }: Payments["Service"],
  request: Parameters<Payments["Service"]["authorise"]>[0],
  amount = request.amount,
) {
  const payment = yield* authorise(request);
  yield* capture({ key: newId(), payment, amount });
  return payment;
});

/** What every payment provider owes the engine, whoever it is. */
export const paymentsContract = <R, E>(
  name: string,
  services: Layer.Layer<Payments | R, E>,
  under: PaymentsUnderTest<R>,
): Contract =>
  providerContract(`${name}: Payments`, services, (promise) => {
    const order = () => ({
      key: newId(),
      amount: cents(100_00),
      currency: under.currency,
      token: under.good,
    });
    const statusOf = (key: string) =>
      Payments.use(({ find }) =>
        Effect.map(
          find(key),
          Option.map(({ status }) => status),
        ),
      );

    promise(
      "R27 holds money once for a key, however often it is asked",
      Effect.gen(function* () {
        const { authorise, find } = yield* Payments;
        const request = order();
        const [reference, ...repeats] = yield* Effect.all(
          [1, 2, 3, 4].map(() => authorise(request)),
          { concurrency: "unbounded" },
        );
        for (const repeat of repeats) assert.strictEqual(repeat, reference, "one key holds money twice");
        assert.deepStrictEqual<unknown>(
          yield* find(request.key),
          Option.some({ reference, status: "Authorised" }),
          "a payment is not found under its key as it was answered",
        );
        const other = yield* authorise({ ...request, key: newId() });
        assert.notStrictEqual(other, reference, "two keys were given one payment");
      }),
    );

    promise(
      "R27 refuses a key that comes back with other content, naming it",
      Effect.gen(function* () {
        const payments = yield* Payments;
        const request = order();
        const payment = yield* payments.authorise(request);
        const hold = yield* refusal(
          "a hold under a key that was used for another amount",
          payments.authorise({ ...request, amount: cents(1) }),
        );
        assert.include(hold.reason, request.key, "the refusal of a key used before does not name the key");
        const taken = { key: newId(), payment, amount: cents(50_00) };
        yield* payments.capture(taken);
        yield* refusal("a refund under the key of a capture", payments.refund(taken));
        const given = { key: newId(), payment, amount: cents(1) };
        yield* payments.refund(given);
        const refund = yield* refusal(
          "a refund under a key that was used for another amount",
          payments.refund({ ...given, amount: cents(2) }),
        );
        assert.include(refund.reason, given.key, "the refusal of a key used before does not name the key");
      }),
    );

    promise(
      "R27 knows nothing of a key it never saw",
      Effect.gen(function* () {
        const found = yield* statusOf(newId());
        assert.deepStrictEqual(found, Option.none(), "a payment is found under a key that was never used");
      }),
    );

    promise(
      "R27 answers a repeated decline as the first time, and says so when asked",
      Effect.gen(function* () {
        const { authorise } = yield* Payments;
        const request = { ...order(), token: under.declined };
        const first = yield* decline("a card that is declined", authorise(request));
        const repeat = yield* decline("the repeat of a declined payment", authorise(request));
        assert.strictEqual(repeat.reason, first.reason, "a repeat was declined for another reason");
        const found = yield* statusOf(request.key);
        assert.deepStrictEqual(found, Option.some("Declined"), "a declined payment is not found as declined");
        const other = authorise({ ...request, token: under.good });
        yield* refusal("another card under the key of a declined one", other);
      }),
    );

    promise(
      "R27 an answer that was lost is had by asking again under its key, and nothing is done twice",
      Effect.gen(function* () {
        const { authorise, capture, refund } = yield* Payments;
        const request = order();
        yield* acted(() => under.loseAnswer("authorise"));
        yield* lostAnswer("a hold whose answer is lost", authorise(request));
        const held = yield* statusOf(request.key);
        assert.deepStrictEqual(held, Option.some("Authorised"), "a hold whose answer was lost is not found");
        const payment = yield* authorise(request);
        const taken = { key: newId(), payment, amount: request.amount };
        yield* acted(() => under.loseAnswer("capture"));
        yield* lostAnswer("a capture whose answer is lost", capture(taken));
        yield* capture(taken);
        const given = { key: newId(), payment, amount: cents(60_00) };
        yield* acted(() => under.loseAnswer("refund"));
        yield* lostAnswer("a refund whose answer is lost", refund(given));
        yield* refund(given);
        yield* refusal(
          "a refund of more than the repeated one left",
          refund({ key: newId(), payment, amount: cents(40_01) }),
        );
        yield* refund({ key: newId(), payment, amount: cents(40_00) });
      }),
    );

    promise(
      "R27 captures once, not more than is held, and not what was let go",
      Effect.gen(function* () {
        const { authorise, capture, cancel } = yield* Payments;
        const request = order();
        const payment = yield* authorise(request);
        const all = { key: newId(), payment, amount: request.amount };
        const more = { ...all, key: newId(), amount: cents(request.amount + 1) };
        yield* refusal("a capture of more than is held", capture(more));
        yield* capture(all);
        yield* capture(all);
        const found = yield* statusOf(request.key);
        assert.deepStrictEqual(found, Option.some("Captured"), "a captured payment is not found as captured");
        yield* refusal("a second capture", capture({ ...all, key: newId() }));
        yield* refusal("letting go what was captured", cancel({ key: newId(), payment }));
        const gone = yield* authorise(order());
        yield* cancel({ key: newId(), payment: gone });
        yield* refusal(
          "the capture of a hold that was let go",
          capture({ ...all, key: newId(), payment: gone }),
        );
      }),
    );

    promise(
      "R21 lets a hold go, once or twice",
      Effect.gen(function* () {
        const { authorise, cancel } = yield* Payments;
        const request = order();
        const payment = yield* authorise(request);
        const letGo = { key: newId(), payment };
        yield* acted(() => under.loseAnswer("cancel"));
        yield* lostAnswer("letting go with the answer lost", cancel(letGo));
        yield* cancel(letGo);
        yield* cancel({ key: newId(), payment });
        const found = yield* statusOf(request.key);
        assert.deepStrictEqual(found, Option.some("Voided"), "a hold that was let go is not found as void");
      }),
    );

    promise(
      "R51 gives back in parts, never more than was captured",
      Effect.gen(function* () {
        const payments = yield* Payments;
        const held = yield* payments.authorise(order());
        const refund = (payment: PaymentReference, amount: number, key = newId()) =>
          payments.refund({ key, payment, amount: cents(amount) });
        yield* refusal("a refund before the capture", refund(held, 1));
        const payment = yield* captured(payments, order(), cents(80_00));
        const key = newId();
        yield* refund(payment, 50_00, key);
        yield* refund(payment, 50_00, key);
        yield* refusal("a refund of one cent more than is left", refund(payment, 30_01));
        yield* refund(payment, 30_00);
        yield* refusal("a refund where all was given back", refund(payment, 1));
      }),
    );

    promise(
      "R51 gives back no more than was captured to several who ask at once",
      Effect.gen(function* () {
        const payments = yield* Payments;
        const payment = yield* captured(payments, order());
        const refunds = yield* Effect.all(
          Array.from({ length: 8 }, () =>
            Effect.result(payments.refund({ key: newId(), payment, amount: cents(30_00) })),
          ),
          { concurrency: "unbounded" },
        );
        const done = refunds.filter(({ _tag }) => _tag === "Success").length;
        assert.strictEqual(done, 3, "of eight refunds of 30 out of 100, another number than three was made");
      }),
    );

    promise(
      "R27 refuses what is no payment of its own, and no amount",
      Effect.gen(function* () {
        const payments = yield* Payments;
        for (const strange of ["../../etc", "pay_1", "PAY"]) {
          const request = { payment: strange as PaymentReference, amount: cents(1) };
          yield* refusal(`the capture of "${strange}"`, payments.capture({ ...request, key: newId() }));
          yield* refusal(`the refund of "${strange}"`, payments.refund({ ...request, key: newId() }));
          yield* refusal(`letting "${strange}" go`, payments.cancel({ ...request, key: newId() }));
        }
        const payment = yield* payments.authorise(order());
        const paid = yield* captured(payments, order());
        for (const amount of [cents(0), cents(-1)]) {
          yield* refusal(`a hold of ${amount} cents`, payments.authorise({ ...order(), amount }));
          yield* refusal(`a capture of ${amount} cents`, payments.capture({ key: newId(), payment, amount }));
          yield* refusal(
            `a refund of ${amount} cents`,
            payments.refund({ key: newId(), payment: paid, amount }),
          );
        }
      }),
    );
  });
