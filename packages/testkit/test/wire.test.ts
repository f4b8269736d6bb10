import { assert, describe, it } from "@effect/vitest";
import { Currency, cents, Payments, PaymentToken } from "@resale/core";
import { acting, faulty, MemoryPayments, type Mishaps } from "@resale/testkit";
import { Effect, Option } from "effect";

const hold = (key: string) => ({
  key,
  amount: cents(1),
  currency: Currency.make("USD"),
  token: PaymentToken.make("tok_visa"),
});

const wired = (mishaps: Mishaps, seed = 1) =>
  faulty(Payments, MemoryPayments.layer, { seed, mishaps, excuses: acting });

describe("a faulty wire", () => {
  it.effect("drops what never arrives, and loses the answer to what was done", () =>
    Effect.gen(function* () {
      for (const [mishaps, tag, isFound] of [
        [{ drop: 100 }, "ProviderUnavailable", false],
        [{ lose: 100 }, "OutcomeUnknown", true],
      ] as const) {
        const found = yield* Effect.gen(function* () {
          const { authorise } = yield* Payments;
          assert.strictEqual((yield* Effect.flip(authorise(hold("k"))))._tag, tag);
          const { payments } = yield* MemoryPayments;
          return [...payments.values()].some(({ key }) => key === "k");
        }).pipe(Effect.provide(wired(mishaps).layer, { local: true }));
        assert.strictEqual(found, isFound);
      }
    }),
  );

  it.effect("lets the next call overtake one that waits", () =>
    Effect.gen(function* () {
      const { authorise } = yield* Payments;
      yield* Effect.all([authorise(hold("first")), authorise(hold("second"))], {
        concurrency: "unbounded",
      });
      const { payments } = yield* MemoryPayments;
      assert.deepStrictEqual(
        [...payments.values()].map(({ key }) => key),
        ["second", "first"],
      );
    }).pipe(Effect.provide(wired({ overtake: { chance: 100, patience: "1 hour" } }).layer)),
  );

  it.effect("the same seed brings the same mishaps, another brings others", () =>
    Effect.gen(function* () {
      const metBy = (seed: number) => {
        const { layer, met } = wired({ drop: 20, lose: 20, repeat: 20 }, seed);
        const calls = Effect.flatMap(Payments, ({ find }) =>
          Effect.forEach(Array.from({ length: 40 }), () => Effect.ignore(find("k"))),
        );
        return Effect.as(Effect.provide(calls, layer, { local: true }), met);
      };
      const [one, again, other] = [yield* metBy(7), yield* metBy(7), yield* metBy(8)];
      assert.deepStrictEqual(one, again);
      assert.notDeepEqual(one, other);
      const kinds = new Set(one.flatMap(({ mishaps }) => mishaps));
      assert.sameMembers([...kinds], ["Drop", "Lose", "Repeat"]);
    }),
  );

  it.effect("without a mishap it is not there", () =>
    Effect.gen(function* () {
      const { authorise, find } = yield* Payments;
      const reference = yield* authorise(hold("k"));
      assert.deepStrictEqual<unknown>(yield* find("k"), Option.some({ reference, status: "Authorised" }));
    }).pipe(Effect.provide(wired({}).layer)),
  );
});
