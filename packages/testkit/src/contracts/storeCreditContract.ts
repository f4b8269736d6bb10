import { assert, describe, it } from "@effect/vitest";
import { type CreditReference, type Currency, cents, Email, StoreCredit } from "@resale/core";
import { Effect, type Layer } from "effect";

/** What an issuer of gift cards must offer so that the contract can be held against it. */
export interface StoreCreditUnderTest {
  readonly layer: Layer.Layer<StoreCredit>;
  readonly currency: Currency;
}

let keys = 0;
const newKey = (): string => `contract-${process.pid}-${++keys}`;

/** What every issuer of store credit owes the engine, whoever it is. */
export const storeCreditContract = (name: string, make: () => StoreCreditUnderTest): void => {
  const scenario = <A, E>(
    title: string,
    body: (credit: StoreCredit["Service"], under: StoreCreditUnderTest) => Effect.Effect<A, E>,
  ) =>
    it.effect(title, () => {
      const under = make();
      return Effect.flatMap(StoreCredit, (credit) => body(credit, under)).pipe(Effect.provide(under.layer));
    });

  const payout = ({ currency }: StoreCreditUnderTest) => {
    const key = newKey();
    return {
      key,
      amount: cents(80_00),
      currency,
      email: Email.make(`${key}@example.com`),
      recipient: "Ada",
    };
  };

  describe(`${name} as store credit`, () => {
    scenario("R48 issues one card for a key, however often it is asked", (credit, under) =>
      Effect.gen(function* () {
        const request = payout(under);
        const references = yield* Effect.all(
          [1, 2, 3, 4].map(() => credit.issue(request)),
          { concurrency: "unbounded" },
        );
        assert.strictEqual(new Set(references).size, 1);
        const found = yield* credit.find(request.email);
        assert.lengthOf(found, 1);
        assert.deepInclude<unknown>(found[0], {
          reference: references[0],
          amount: request.amount,
          email: request.email,
        });
        const other = yield* credit.issue({ ...request, key: newKey() });
        assert.notStrictEqual(other, references[0]);
        assert.lengthOf(yield* credit.find(request.email), 2);
      }),
    );

    scenario("R48 refuses a key that comes back with another amount, naming it", (credit, under) =>
      Effect.gen(function* () {
        const request = payout(under);
        yield* credit.issue(request);
        const error = yield* Effect.flip(credit.issue({ ...request, amount: cents(1) }));
        assert.strictEqual(error._tag, "ProviderRefused");
        assert.include(error.reason, request.key);
      }),
    );

    scenario("R48 issues no card of nothing", (credit, under) =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(credit.issue({ ...payout(under), amount: cents(0) }));
        assert.strictEqual(error._tag, "ProviderRefused");
      }),
    );

    scenario("R48 is found by e-mail in any letters, and mailed again to any address", (credit, under) =>
      Effect.gen(function* () {
        const request = payout(under);
        const reference = yield* credit.issue(request);
        const shouted = Email.make(request.email.toUpperCase());
        assert.lengthOf(yield* credit.find(shouted), 1);
        const elsewhere = Email.make(`new-${request.email}`);
        assert.lengthOf(yield* credit.find(elsewhere), 0);
        yield* credit.resend({ reference, email: elsewhere });
        for (const email of [request.email, elsewhere]) {
          const found = yield* credit.find(email);
          assert.lengthOf(found, 1);
          assert.include(found[0], { reference, email: elsewhere });
        }
      }),
    );

    scenario("R48 mails no card that was never issued", (credit) =>
      Effect.gen(function* () {
        for (const strange of ["gc_1", "../../etc", "?"]) {
          const reference = strange as CreditReference;
          const error = yield* Effect.flip(credit.resend({ reference, email: Email.make("a@example.com") }));
          assert.strictEqual(error._tag, "ProviderRefused");
        }
      }),
    );
  });
};
