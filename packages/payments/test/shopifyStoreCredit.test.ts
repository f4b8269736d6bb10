import { assert, describe, it } from "@effect/vitest";
import { type CreditReference, Currency, cents, Email, StoreCredit } from "@resale/core";
import { ConfigProvider, Effect, Fiber, Layer, Redacted } from "effect";
import { TestClock } from "effect/testing";
import { ShopifyStoreCredit } from "../src/shopify/index.ts";
import { type Answered, standin } from "../src/testing/index.ts";
import { ada, usd } from "./money.ts";
import { overheard } from "./overheard.ts";
import { operation, shopify } from "./shopify.ts";
import { ACCESS_TOKEN, CODE_SECRET, ShopifyStandin } from "./standins/ShopifyStandin.ts";

const issue = (key: string, amount = 80_00, email = ada, currency = usd) =>
  StoreCredit.use((credit) =>
    credit.issue({ key, amount: cents(amount), currency, email, recipient: "Ada" }),
  );
const find = (email: Email) => StoreCredit.use((credit) => credit.find(email));
const resend = (reference: CreditReference, email: Email) =>
  StoreCredit.use((credit) => credit.resend({ reference, email }));
const instead = (answer: Answered) => ({ _tag: "Instead", answer }) as const;
const said = (code: string, extensions: unknown = {}) =>
  instead({ status: 200, body: { errors: [{ message: "No.", extensions: { code } }], extensions } });
const elsewhere = Email.make("new@example.com");

describe("a gift card of a Shopify shop", () => {
  it.effect("R48 is mailed by Shopify, once at its issue and once each time it is asked to", () =>
    Effect.gen(function* () {
      const { mails, cards } = yield* ShopifyStandin;
      const reference = yield* issue("payout.1.0");
      yield* issue("payout.1.0");
      assert.strictEqual(cards.get(reference)?.amount, "80.00");
      yield* resend(reference, ada);
      yield* resend(reference, elsewhere);
      yield* resend(reference, elsewhere);
      yield* resend(reference, ada);
      const to = mails.map((mail) => mail.to);
      const [home, away] = [ada.toLowerCase(), elsewhere];
      assert.deepStrictEqual(to, [home, home, away, away, home]);
    }).pipe(Effect.provide(shopify())),
  );

  it.effect(
    "R48 is the first one, also where the seller's address has changed since the answer was lost",
    () =>
      Effect.gen(function* () {
        const { misbehave, cards } = yield* ShopifyStandin;
        yield* misbehave(operation("giftCardCreate"), { _tag: "CutAfter" });
        assert.strictEqual((yield* Effect.flip(issue("p")))._tag, "OutcomeUnknown");
        const reference = yield* issue("p", 80_00, elsewhere);
        assert.deepStrictEqual([...cards.keys()], [reference]);
      }).pipe(Effect.provide(shopify())),
  );

  it.effect(
    "R48 that is issued but not to be found yet leaves its outcome unknown, and is not issued again",
    () =>
      Effect.gen(function* () {
        const { lag, cards } = yield* ShopifyStandin;
        yield* lag(true);
        const reference = yield* issue("p");
        assert.strictEqual((yield* Effect.flip(issue("p")))._tag, "OutcomeUnknown");
        yield* lag(false);
        assert.strictEqual(yield* issue("p"), reference);
        assert.strictEqual(cards.size, 1);
      }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 is not taken for another card whose code ends as its own", () =>
    Effect.gen(function* () {
      const { lag, cards, strangersCard } = yield* ShopifyStandin;
      yield* lag(true);
      const reference = yield* issue("p");
      const code = cards.get(reference)?.code ?? "";
      yield* strangersCard(`strangers${code.slice(-4)}`);
      assert.strictEqual((yield* Effect.flip(issue("p")))._tag, "OutcomeUnknown");
      yield* lag(false);
      assert.strictEqual(yield* issue("p"), reference);
    }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 is found beside as many others as there are, to the cent", () =>
    Effect.gen(function* () {
      const amounts = Array.from({ length: 51 }, (_, count) => 10_00 + count);
      yield* Effect.forEach(amounts, (amount) => issue(`p${amount}`, amount), { concurrency: 10 });
      assert.sameMembers<number>(
        (yield* find(ada)).map(({ amount }) => amount),
        amounts,
      );
      assert.deepStrictEqual(yield* find(elsewhere), []);
    }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 has a code of twenty letters that hangs on key and secret, and is asked for by nobody", () =>
    Effect.gen(function* () {
      const { cards, asked } = yield* ShopifyStandin;
      yield* issue("a");
      yield* issue("b");
      const codes = [...cards.values()].map(({ code }) => code);
      assert.strictEqual(new Set(codes).size, 2);
      for (const code of codes) assert.match(code, /^[2-9a-hj-np-z]{20}$/);
      for (const { body } of asked) assert.notMatch(body, /giftCardCode|maskedCode/);
      const other = yield* Effect.gen(function* () {
        yield* issue("a");
        return [...(yield* ShopifyStandin).cards.values()].map(({ code }) => code);
      }).pipe(Effect.provide(shopify({ codeSecret: Redacted.make("x".repeat(32)) })));
      assert.notDeepEqual(other, codes.slice(0, 1));
    }).pipe(Effect.provide(shopify())),
  );
});

describe("Shopify", () => {
  it.effect("R48 that refuses is told by field and code, and issued is nothing", () =>
    Effect.gen(function* () {
      const { cards, misbehave } = yield* ShopifyStandin;
      const limit = yield* Effect.flip(issue("a", 2000_01));
      assert.deepInclude<unknown>(limit, { _tag: "ProviderRefused" });
      assert.strictEqual(limit.reason, "input.initialValue: GIFT_CARD_LIMIT_EXCEEDED");
      const foreign = yield* Effect.flip(issue("b", 80_00, ada, Currency.make("CAD")));
      assert.deepInclude<unknown>(foreign, { _tag: "ProviderRefused" });
      const errors = [{ code: "INTERNAL_ERROR", field: null, message: "x" }];
      const body = { data: { giftCardCreate: { giftCard: null, userErrors: errors } } };
      yield* misbehave(operation("giftCardCreate"), instead({ status: 200, body }));
      assert.strictEqual((yield* Effect.flip(issue("c")))._tag, "OutcomeUnknown");
      assert.strictEqual(cards.size, 0);
    }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 that is asked too much says when to ask again", () =>
    Effect.gen(function* () {
      const { misbehave } = yield* ShopifyStandin;
      const cost = {
        requestedQueryCost: 112,
        throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 12, restoreRate: 50 },
      };
      yield* misbehave(operation("giftCardCreate"), said("THROTTLED", { cost }));
      const throttled = yield* Effect.flip(issue("a"));
      assert.deepInclude<unknown>(throttled, { _tag: "ProviderUnavailable", retryAfter: 2_000 });
      yield* misbehave(
        operation("giftCardCreate"),
        instead({ status: 429, headers: { "retry-after": "2.0" }, body: "" }),
      );
      assert.deepInclude<unknown>(yield* Effect.flip(issue("a")), { retryAfter: 2_000 });
    }).pipe(Effect.provide(shopify())),
  );

  it.effect.each([
    ["OutcomeUnknown", { _tag: "CutAfter" }],
    ["OutcomeUnknown", { _tag: "CutInAnswer" }],
    ["OutcomeUnknown", { _tag: "Garbled" }],
    ["OutcomeUnknown", instead({ status: 502, body: "<html>" })],
    ["OutcomeUnknown", instead({ status: 503, body: "<html>" })],
    ["OutcomeUnknown", instead({ status: 200, body: { data: { giftCardCreate: 1 } } })],
    ["OutcomeUnknown", said("INTERNAL_SERVER_ERROR")],
    ["ProviderUnavailable", said("ACCESS_DENIED")],
    ["ProviderUnavailable", instead({ status: 402, body: { errors: "Unavailable Shop" } })],
    ["ProviderUnavailable", instead({ status: 403, body: { errors: "Forbidden" } })],
    ["OutcomeUnknown", said("argumentLiteralsIncompatible")],
  ] as const)("R48 whose answer is not as it should be: %s", ([tag, misconduct]) =>
    Effect.gen(function* () {
      const { misbehave, cards } = yield* ShopifyStandin;
      yield* misbehave(operation("giftCardCreate"), misconduct);
      assert.strictEqual((yield* Effect.flip(issue("a")))._tag, tag);
      yield* issue("a");
      assert.strictEqual(cards.size, 1);
    }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 that points to another place is not followed there, with our token in hand", () =>
    Effect.gen(function* () {
      const { misbehave } = yield* ShopifyStandin;
      const elsewhere = yield* standin(() => ({ status: 200, body: {} }));
      for (const status of [302, 307]) {
        const headers = { location: `${elsewhere.url}/admin` };
        yield* misbehave(operation("giftCardCreate"), instead({ status, headers, body: "" }));
        assert.strictEqual((yield* Effect.flip(issue("a")))._tag, "OutcomeUnknown");
      }
      assert.lengthOf(elsewhere.asked, 0);
    }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 is waited for so long", () =>
    Effect.gen(function* () {
      const { misbehave, arrived, cards } = yield* ShopifyStandin;
      yield* misbehave(operation("giftCardCreate"), { _tag: "Silent" });
      const issuing = yield* Effect.forkChild(Effect.flip(issue("a")));
      yield* arrived(operation("giftCardCreate"));
      yield* TestClock.adjust(19_999);
      assert.isUndefined(issuing.pollUnsafe());
      yield* TestClock.adjust(1);
      assert.strictEqual((yield* Fiber.join(issuing))._tag, "OutcomeUnknown");
      yield* issue("a");
      assert.strictEqual(cards.size, 1);
    }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 that is not there has done nothing", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(issue("a")))._tag, "ProviderUnavailable");
    }).pipe(Effect.provide(shopify({ url: "http://127.0.0.1:1" }))),
  );
});

describe("Shopify's secrets", () => {
  it.effect("R48 and the codes are in no answer, error, log or span", () =>
    Effect.gen(function* () {
      const { misbehave, cards } = yield* ShopifyStandin;
      const reference = yield* issue("a");
      const code = [...cards.values()][0]?.code ?? "";
      // A message that repeats what was sent.
      const body = { errors: [{ message: `invalid value for code (${code.toUpperCase()})` }] };
      yield* misbehave(operation("giftCardCreate"), instead({ status: 200, body }));
      yield* misbehave(operation("giftCardCreate"), { _tag: "CutAfter" });
      const heard = yield* overheard(
        Effect.all(
          [
            Effect.exit(issue("a")),
            Effect.exit(issue("a")),
            Effect.exit(issue("a", 1)),
            Effect.exit(find(ada)),
            Effect.exit(resend(reference, ada)),
          ],
          { concurrency: 1 },
        ),
      );
      assert.include(heard, "ShopifyStoreCredit.issue");
      for (const secret of [ACCESS_TOKEN, CODE_SECRET, code]) {
        assert.notInclude(heard.toLowerCase(), secret.toLowerCase());
      }
    }).pipe(Effect.provide(shopify())),
  );

  it.effect("R48 that are wrong are named by their setting", () =>
    Effect.gen(function* () {
      const heard = yield* overheard(issue("a"));
      assert.include(heard, "SHOPIFY_ACCESS_TOKEN");
      assert.notInclude(heard, "somebody_else");
    }).pipe(Effect.provide(shopify({ accessToken: Redacted.make("shpat_somebody_else") }))),
  );

  it.effect.each([
    ["SHOPIFY_SHOP", "brand.example.com"],
    ["SHOPIFY_ACCESS_TOKEN", ""],
    ["SHOPIFY_CODE_SECRET", "short"],
    ["SHOPIFY_API_VERSION", "2026-11"],
    ["SHOPIFY_URL", "http://brand.myshopify.com"],
  ] as const)("%s that is not right is refused by name when the layer is built", ([name, wrong]) =>
    Effect.gen(function* () {
      const right = {
        SHOPIFY_SHOP: "brand.myshopify.com",
        SHOPIFY_ACCESS_TOKEN: ACCESS_TOKEN,
        SHOPIFY_CODE_SECRET: CODE_SECRET,
      };
      const built = (settings: Readonly<Record<string, string>>) =>
        Effect.scoped(Layer.build(ShopifyStoreCredit.layerConfig)).pipe(
          Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(settings))),
        );
      yield* built(right);
      const { message } = yield* Effect.flip(built({ ...right, [name]: wrong }));
      assert.include(message, name);
      for (const secret of [ACCESS_TOKEN, CODE_SECRET]) assert.notInclude(message, secret);
    }),
  );
});
