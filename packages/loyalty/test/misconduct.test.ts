import { assert, describe, it } from "@effect/vitest";
import { Email, MemberId, Members, type ProviderUnavailable, PurchaseLineId, Purchases } from "@resale/core";
import type { LoyaltyOptions } from "@resale/loyalty";
import { aMember, aPurchase, hurried } from "@resale/testkit";
import { Effect, Option, Redacted } from "effect";
import { TestClock } from "effect/testing";
import { asked, Service } from "./asked.ts";
import { type Misconduct, Standin } from "./Standin.ts";

const ADA = MemberId.make("ada");

type Services = Members | Purchases | Service;

const trying = (
  title: string,
  test: Effect.Effect<unknown, unknown, Services>,
  options: Partial<LoyaltyOptions> = {},
) => it.effect(title, () => Effect.asVoid(test).pipe(Effect.provide(asked(options))));

const get = Members.use((port) => port.get(ADA));
const failing = <A>(effect: Effect.Effect<A, ProviderUnavailable, Services>) => Effect.flip(hurried(effect));

const cases: ReadonlyArray<readonly [string, Misconduct, number, string]> = [
  ["says nothing", "silent", 3, "took too long"],
  ["hangs up", "cut", 3, "connection ended"],
  ["hangs up in the middle of its answer", "half", 3, "connection ended"],
  ["is out of order", { status: 500 }, 3, "out of order (500)"],
  ["talks rubbish", { status: 200, body: '{"id": "ad' }, 3, "not JSON"],
  [
    "shows a page instead",
    { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Hi" },
    1,
    "text/html",
  ],
  [
    "leaves out what is used",
    { status: 200, body: '{"id":"ada","email":"secret@example.com"}' },
    1,
    '"displayName"',
  ],
  [
    "answers with somebody else",
    { status: 200, body: JSON.stringify(aMember({ id: "bob" })) },
    1,
    "another member",
  ],
  ["sends us elsewhere", { status: 302, headers: { location: "http://127.0.0.1:1/" } }, 1, "elsewhere"],
  ["does not take the token", { status: 401 }, 1, "LOYALTY_TOKEN"],
  ["does not take the question", { status: 422 }, 1, "(422)"],
  ["has another 404 than the contract's", { status: 404, body: '{"message":"no route"}' }, 1, '"code"'],
];

describe("a loyalty service that", () => {
  for (const [what, misconduct, times, words] of cases) {
    trying(
      `${what} is no answer: it is asked ${times === 1 ? "once" : "twice more"}, and nobody is taken for a stranger`,
      Effect.gen(function* () {
        const { tell, planned, asked: requests } = yield* Service;
        tell(aMember());
        planned.push(misconduct, misconduct, misconduct);
        const error = yield* failing(get);
        assert.include(error.reason, words);
        assert.notInclude(JSON.stringify(error), "secret@example.com");
        assert.notInclude(JSON.stringify(error), Standin.TOKEN);
        assert.strictEqual(requests.length, times);
        planned.length = 0;
        assert.isTrue(Option.isSome(yield* hurried(get)));
      }),
    );
  }

  trying(
    "fails once is asked again, and nobody notices",
    Effect.gen(function* () {
      const { tell, planned, asked: requests } = yield* Service;
      tell(aMember());
      planned.push({ status: 502 });
      assert.isTrue(Option.isSome(yield* hurried(get)));
      assert.strictEqual(requests.length, 2);
    }),
  );

  trying(
    "says when it wants to be asked again is believed",
    Effect.gen(function* () {
      const { planned, asked: requests } = yield* Service;
      planned.push({ status: 429, headers: { "retry-after": "7" } });
      assert.strictEqual((yield* failing(get)).retryAfter, 7_000);
      planned.push({ status: 503, headers: { "retry-after": "30" } });
      assert.strictEqual((yield* failing(get)).retryAfter, 30_000);
      assert.strictEqual(requests.length, 2);
    }),
  );

  trying(
    "fails every time is left alone for a while, then tried once",
    Effect.gen(function* () {
      const { tell, planned, asked: requests } = yield* Service;
      tell(aMember());
      for (let n = 0; n < 5; n++) {
        planned.push({ status: 401 });
        yield* failing(get);
      }
      const rested = yield* Effect.flip(get);
      assert.include(rested.reason, "left alone");
      assert.strictEqual(rested.retryAfter, 5_000);
      assert.strictEqual(requests.length, 5);
      yield* TestClock.adjust("4999 millis");
      yield* Effect.flip(get);
      assert.strictEqual(requests.length, 5);
      yield* TestClock.adjust("1 millis");
      assert.isTrue(Option.isSome(yield* hurried(get)));
    }),
  );
});

describe("what a loyalty service said", () => {
  trying(
    "R1, R2 of a member is not remembered: a membership that lapsed and an address that changed are known at once",
    Effect.gen(function* () {
      const { tell } = yield* Service;
      tell(aMember());
      assert.strictEqual(Option.getOrThrow(yield* get).membership, "Active");
      tell(aMember({ membership: "Lapsed", email: Email.make("new@example.com") }));
      const now = Option.getOrThrow(yield* get);
      assert.deepStrictEqual([now.membership, now.email], ["Lapsed", "new@example.com"]);
    }),
    { remember: "10 seconds" },
  );

  trying(
    "R3, R4 of purchases is remembered for a short while, but never of the one line a listing is made from",
    Effect.gen(function* () {
      const { sell } = yield* Service;
      const { ofMember, line } = yield* Purchases;
      const bag = aPurchase();
      sell(ADA, [bag]);
      yield* ofMember(ADA);
      sell(ADA, [{ ...bag, refunded: 1 }]);
      assert.deepStrictEqual(yield* line(ADA, bag.id), Option.some({ ...bag, refunded: 1 }));
      yield* TestClock.adjust("9999 millis");
      assert.deepStrictEqual(yield* ofMember(ADA), [bag]);
      yield* TestClock.adjust("1 millis");
      assert.deepStrictEqual(yield* ofMember(ADA), [{ ...bag, refunded: 1 }]);
    }),
    { remember: "10 seconds" },
  );

  trying(
    "is not remembered if it was no answer",
    Effect.gen(function* () {
      const { sell, planned } = yield* Service;
      const { ofMember } = yield* Purchases;
      const bag = aPurchase({ channel: { _tag: "Store", store: "Albany" } });
      sell(ADA, [bag]);
      planned.push({ status: 401 });
      yield* failing(ofMember(ADA));
      assert.deepStrictEqual(yield* ofMember(ADA), [bag]);
    }),
    { remember: "10 seconds" },
  );

  trying(
    "R47 in another currency is not shown, and what contradicts itself is refused",
    Effect.gen(function* () {
      const { sell } = yield* Service;
      const { ofMember, line } = yield* Purchases;
      const [here, there] = [aPurchase(), aPurchase()];
      sell(ADA, [here]);
      sell(ADA, [there], "EUR");
      assert.deepStrictEqual(yield* ofMember(ADA), [here]);
      assert.deepStrictEqual(yield* line(ADA, PurchaseLineId.make(there.id)), Option.none());
      sell(ADA, [{ ...here, refunded: 2 }]);
      assert.include((yield* failing(ofMember(ADA))).reason, "refunded");
    }),
  );

  trying(
    "R2 goes nowhere with a token that is not the shop's",
    Effect.gen(function* () {
      assert.include((yield* failing(get)).reason, "LOYALTY_TOKEN");
    }),
    { token: Redacted.make("a-token-of-somebody-else") },
  );
});
