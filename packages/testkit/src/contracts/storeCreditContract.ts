import { type CreditReference, type Currency, cents, Email, StoreCredit } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer } from "effect";
import { type Acted, acted } from "./acted.ts";
import type { Contract } from "./Contract.ts";
import { newId } from "./changes.ts";
import { lostAnswer, refusal } from "./endings.ts";
import { providerContract } from "./providerContract.ts";

/** What an issuer of gift cards is tried with. */
export interface StoreCreditUnderTest<R> {
  readonly currency: Currency;
  /** The next call acts, but its answer does not arrive. */
  readonly loseAnswer: (method: "issue" | "resend") => Acted<R>;
}

/** What every issuer of store credit owes the engine, whoever it is. */
export const storeCreditContract = <R, E>(
  name: string,
  services: Layer.Layer<StoreCredit | R, E>,
  { currency, loseAnswer }: StoreCreditUnderTest<R>,
): Contract =>
  providerContract(`${name}: StoreCredit`, services, (promise) => {
    const payout = () => ({
      key: newId(),
      amount: cents(80_00),
      currency,
      email: Email.make(`${newId()}@example.com`),
      recipient: "Ada",
    });

    promise(
      "R48 issues one card for a key, however often it is asked",
      Effect.gen(function* () {
        const credit = yield* StoreCredit;
        const request = payout();
        const { amount, email } = request;
        const [reference, ...repeats] = yield* Effect.all(
          [1, 2, 3, 4].map(() => credit.issue(request)),
          { concurrency: "unbounded" },
        );
        for (const repeat of repeats) assert.strictEqual(repeat, reference, "one key was issued two cards");
        const found = yield* credit.find(email);
        assert.lengthOf(found, 1, "another number of cards than one is found where one was issued");
        assert.deepInclude<unknown>(
          found[0],
          { reference, amount, email },
          "a card is not found as it was issued",
        );
        const other = yield* credit.issue({ ...request, key: newId() });
        assert.notStrictEqual(other, reference, "two keys were issued one card");
        assert.lengthOf(yield* credit.find(email), 2, "two cards of one reader are not both found");
      }),
    );

    promise(
      "R48 a card whose answer was lost is had by asking again under its key",
      Effect.gen(function* () {
        const credit = yield* StoreCredit;
        const request = payout();
        yield* acted(() => loseAnswer("issue"));
        yield* lostAnswer("a card whose answer is lost", credit.issue(request));
        const reference = yield* credit.issue(request);
        yield* acted(() => loseAnswer("resend"));
        yield* lostAnswer("a mail whose answer is lost", credit.resend({ reference, email: request.email }));
        yield* credit.resend({ reference, email: request.email });
        const found = yield* credit.find(request.email);
        assert.deepStrictEqual(
          found.map((card) => card.reference),
          [reference],
          "a healed key was issued another number of cards than one",
        );
      }),
    );

    promise(
      "R48 answers with the first card, where the seller has moved to another address before the repeat",
      Effect.gen(function* () {
        const credit = yield* StoreCredit;
        const request = payout();
        const reference = yield* credit.issue(request);
        const moved = { ...request, email: payout().email, recipient: "Ada Byron" };
        assert.strictEqual(yield* credit.issue(moved), reference, "a payout was issued twice");
        assert.deepStrictEqual(yield* credit.find(moved.email), [], "a card went to the new address as well");
      }),
    );

    promise(
      "R48 refuses a key that comes back with another amount, naming it",
      Effect.gen(function* () {
        const credit = yield* StoreCredit;
        const request = payout();
        yield* credit.issue(request);
        const { reason } = yield* refusal(
          "a key that was used for another amount",
          credit.issue({ ...request, amount: cents(1) }),
        );
        assert.include(reason, request.key, "the refusal of a key used before does not name the key");
      }),
    );

    promise(
      "R48 issues no card of nothing",
      Effect.gen(function* () {
        const credit = yield* StoreCredit;
        for (const amount of [cents(0), cents(-1)]) {
          yield* refusal(`a card of ${amount} cents`, credit.issue({ ...payout(), amount }));
        }
      }),
    );

    promise(
      "R48 is found by e-mail in any letters, and mailed again to any address",
      Effect.gen(function* () {
        const credit = yield* StoreCredit;
        const request = payout();
        const reference = yield* credit.issue(request);
        const shouted = Email.make(request.email.toUpperCase());
        assert.lengthOf(yield* credit.find(shouted), 1, "a card is not found by its address in capitals");
        const elsewhere = Email.make(`new-${request.email}`);
        assert.lengthOf(yield* credit.find(elsewhere), 0, "a card is found by an address that never had it");
        yield* credit.resend({ reference, email: elsewhere });
        for (const email of [request.email, elsewhere]) {
          const [found, ...more] = yield* credit.find(email);
          assert.lengthOf(more, 0, "mailing a card again made another card");
          const whose = email === elsewhere ? "it was mailed to again" : "it was issued to";
          assert.isDefined(found, `a card that was mailed elsewhere is not found by the address ${whose}`);
          const last = { reference, email: elsewhere };
          assert.deepInclude<unknown>(found, last, "a card does not name the address it was last mailed to");
        }
      }),
    );

    promise(
      "R48 mails no card that was never issued",
      Effect.gen(function* () {
        const credit = yield* StoreCredit;
        const { email } = payout();
        for (const strange of ["gc_1", "../../etc", "?"]) {
          const reference = strange as CreditReference;
          yield* refusal(`mailing the card "${strange}"`, credit.resend({ reference, email }));
        }
      }),
    );
  });
