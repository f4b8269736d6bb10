import { assert, describe, it } from "@effect/vitest";
import { type CreditReference, cents, Email, StoreCredit } from "@resale/core";
import { ConfigProvider, Effect, Fiber, Layer, Redacted } from "effect";
import { TestClock } from "effect/testing";
import type { Answered } from "../src/testing/index.ts";
import { TremendousStoreCredit } from "../src/tremendous/index.ts";
import { ada, usd } from "./money.ts";
import { overheard } from "./overheard.ts";
import { API_KEY, CAMPAIGN, TremendousStandin } from "./standins/TremendousStandin.ts";
import { ordering, tremendous } from "./tremendous.ts";

const issue = (key: string, amount = 80_00, email = ada) =>
  StoreCredit.use((credit) =>
    credit.issue({ key, amount: cents(amount), currency: usd, email, recipient: "Ada" }),
  );
const find = (email: Email) => StoreCredit.use((credit) => credit.find(email));
const resend = (reference: CreditReference, email: Email) =>
  StoreCredit.use((credit) => credit.resend({ reference, email }));
const instead = (answer: Answered) => ({ _tag: "Instead", answer }) as const;
const elsewhere = Email.make("new@example.com");

describe("a card of Tremendous", () => {
  it.effect.each([201, 409] as const)(
    "R48 is issued once for its key, where a repeat is answered with %i",
    (repeats) =>
      Effect.gen(function* () {
        const { set, misbehave, orders, mails } = yield* TremendousStandin;
        yield* set({ repeats });
        yield* misbehave(ordering, { _tag: "CutAfter" });
        assert.strictEqual((yield* Effect.flip(issue("payout.1.0")))._tag, "OutcomeUnknown");
        const reference = yield* issue("payout.1.0");
        assert.strictEqual(yield* issue("payout.1.0", 80_00, elsewhere), reference);
        assert.lengthOf(orders, 1);
        assert.deepStrictEqual(mails, [{ reward: reference, to: ada }]);
        const other = yield* Effect.flip(issue("payout.1.0", 80_01));
        assert.deepInclude<unknown>(other, { _tag: "ProviderRefused" });
        assert.include(other.reason, "payout.1.0");
      }).pipe(Effect.provide(tremendous())),
  );

  it.effect.each(["PENDING APPROVAL", "PENDING INTERNAL PAYMENT APPROVAL", "PENDING SETTLEMENT"])(
    "R48 is not issued while its order is %s, and is when that is over",
    (status) =>
      Effect.gen(function* () {
        const { set, approve, mails, orders } = yield* TremendousStandin;
        yield* set({ status });
        assert.strictEqual((yield* Effect.flip(issue("p")))._tag, "OutcomeUnknown");
        assert.lengthOf(mails, 0);
        yield* approve;
        yield* issue("p");
        assert.lengthOf(orders, 1);
      }).pipe(Effect.provide(tremendous())),
  );

  it.effect.each(["FAILED", "CANCELED"])("R48 is refused where its order is %s", (status) =>
    Effect.gen(function* () {
      yield* (yield* TremendousStandin).set({ status });
      assert.strictEqual((yield* Effect.flip(issue("p")))._tag, "ProviderRefused");
    }).pipe(Effect.provide(tremendous())),
  );

  it.effect(
    "R48 is mailed again only where its mail did not arrive: else Tremendous refuses, and says why",
    () =>
      Effect.gen(function* () {
        const { set, mails } = yield* TremendousStandin;
        const arrived = yield* issue("a");
        const refusal = yield* Effect.flip(resend(arrived, ada));
        assert.deepInclude<unknown>(refusal, { _tag: "ProviderRefused" });
        assert.include(refusal.reason, "previous delivery failure");
        yield* set({ bounces: true });
        const bounced = yield* issue("b");
        yield* set({ bounces: false });
        yield* resend(bounced, elsewhere);
        assert.deepStrictEqual(mails.at(-1), { reward: bounced, to: elsewhere });
      }).pipe(Effect.provide(tremendous())),
  );

  it.effect("R48 is found beside as many others as there are, to the cent", () =>
    Effect.gen(function* () {
      const amounts = Array.from({ length: 101 }, (_, count) => 19_00 + count);
      yield* Effect.forEach(amounts, (amount) => issue(`p${amount}`, amount), { concurrency: 10 });
      assert.sameMembers<number>(
        (yield* find(ada)).map(({ amount }) => amount),
        amounts,
      );
      assert.deepStrictEqual(yield* find(elsewhere), []);
    }).pipe(Effect.provide(tremendous())),
  );

  it.effect(
    "R48 of another campaign is none of ours, and without a field it is found where it went last",
    () =>
      Effect.gen(function* () {
        const { set, orders } = yield* TremendousStandin;
        yield* set({ bounces: true });
        const reference = yield* issue("a");
        assert.deepStrictEqual(orders[0]?.rewards[0]?.custom_fields, []);
        yield* resend(reference, elsewhere);
        assert.lengthOf(yield* find(ada), 0);
        assert.lengthOf(yield* find(elsewhere), 1);
        Object.assign(orders[0]?.rewards[0] ?? {}, { campaign_id: "CAMPAIGN0002" });
        assert.lengthOf(yield* find(elsewhere), 0);
      }).pipe(
        Effect.provide(
          Layer.unwrap(
            Effect.map(TremendousStandin, ({ url }) =>
              TremendousStoreCredit.layer({
                mode: "test",
                apiKey: Redacted.make(API_KEY),
                campaign: CAMPAIGN,
                url,
              }),
            ),
          ).pipe(Layer.provideMerge(TremendousStandin.layer)),
        ),
      ),
  );
});

describe("Tremendous", () => {
  it.effect.each([
    ["OutcomeUnknown", { _tag: "CutBefore" }],
    ["OutcomeUnknown", { _tag: "CutInAnswer" }],
    ["OutcomeUnknown", { _tag: "Garbled" }],
    ["OutcomeUnknown", instead({ status: 500, body: { errors: { message: "x" } } })],
    ["OutcomeUnknown", instead({ status: 200, body: { order: {} } })],
    ["ProviderUnavailable", instead({ status: 402, body: { errors: { message: "No funds." } } })],
    ["ProviderUnavailable", instead({ status: 403, body: { errors: { message: "Read-only key." } } })],
    ["ProviderUnavailable", instead({ status: 429, body: { error: { message: "Too many requests" } } })],
    ["ProviderRefused", instead({ status: 422, body: { errors: { message: "No such campaign." } } })],
  ] as const)("R48 whose answer is not as it should be: %s", ([tag, misconduct]) =>
    Effect.gen(function* () {
      const { misbehave, orders } = yield* TremendousStandin;
      yield* misbehave(ordering, misconduct);
      const ending = yield* Effect.flip(issue("a"));
      assert.strictEqual(ending._tag, tag);
      if (misconduct._tag === "Instead" && misconduct.answer.status === 429) {
        assert.deepInclude<unknown>(ending, { retryAfter: 1_000 });
      }
      yield* issue("a");
      assert.lengthOf(orders, 1);
    }).pipe(Effect.provide(tremendous())),
  );

  it.effect("R48 is waited for so long", () =>
    Effect.gen(function* () {
      const { misbehave, arrived, orders } = yield* TremendousStandin;
      yield* misbehave(ordering, { _tag: "Silent" });
      const issuing = yield* Effect.forkChild(Effect.flip(issue("a")));
      yield* arrived(ordering);
      yield* TestClock.adjust(19_999);
      assert.isUndefined(issuing.pollUnsafe());
      yield* TestClock.adjust(1);
      assert.strictEqual((yield* Fiber.join(issuing))._tag, "OutcomeUnknown");
      yield* issue("a");
      assert.lengthOf(orders, 1);
    }).pipe(Effect.provide(tremendous())),
  );
});

describe("Tremendous' secrets", () => {
  it.effect("R48 and the cards' links are in no answer, error, log or span", () =>
    Effect.gen(function* () {
      const { misbehave, set } = yield* TremendousStandin;
      yield* set({ bounces: true });
      const reference = yield* issue("a");
      yield* misbehave(ordering, { _tag: "CutInAnswer" });
      const heard = yield* overheard(
        Effect.all(
          [
            Effect.exit(issue("a")),
            Effect.exit(issue("a", 1)),
            Effect.exit(find(ada)),
            Effect.exit(resend(reference, elsewhere)),
          ],
          { concurrency: 1 },
        ),
      );
      assert.include(heard, "TremendousStoreCredit.find");
      for (const secret of [API_KEY, "reward.me"]) assert.notInclude(heard, secret);
    }).pipe(Effect.provide(tremendous())),
  );

  it.effect("that are wrong are named by their setting", () =>
    Effect.gen(function* () {
      const heard = yield* overheard(issue("a"));
      assert.include(heard, "TREMENDOUS_API_KEY");
      assert.notInclude(heard, "somebody_else");
    }).pipe(Effect.provide(tremendous({ apiKey: Redacted.make("TEST_somebody_else_altogether") }))),
  );

  it.effect.each([
    ["TREMENDOUS_MODE", "sandbox"],
    ["TREMENDOUS_API_KEY", ""],
    ["TREMENDOUS_API_KEY", "PROD_0123456789abcdef"],
    ["TREMENDOUS_CAMPAIGN", ""],
    ["TREMENDOUS_FUNDING_SOURCE", "my money"],
    ["TREMENDOUS_ADDRESS_FIELD", "e-mail"],
    ["TREMENDOUS_URL", "http://tremendous.com"],
  ] as const)("%s: %s is refused by name when the layer is built", ([name, wrong]) =>
    Effect.gen(function* () {
      const right = { TREMENDOUS_MODE: "test", TREMENDOUS_API_KEY: API_KEY, TREMENDOUS_CAMPAIGN: CAMPAIGN };
      const built = (settings: Readonly<Record<string, string>>) =>
        Effect.scoped(Layer.build(TremendousStoreCredit.layerConfig)).pipe(
          Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(settings))),
        );
      yield* built(right);
      const { message } = yield* Effect.flip(built({ ...right, [name]: wrong }));
      assert.include(message, name);
      assert.notInclude(message, API_KEY);
    }),
  );
});
