import {
  advanceClock,
  CheckoutId,
  checkoutStory,
  comeToRest,
  type Email,
  findCheckouts,
  instant,
  MINUTE,
  OutcomeUnknown,
  orderStory,
  PaymentDeclined,
  ProviderRefused,
  ProviderUnavailable,
  payCheckout,
  plus,
} from "@resale/core";
import { asSupport, buyPieces, holdPieces, listPiece, MemoryPayments } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";
import { card } from "./sales.ts";

const visitor = { _tag: "Visitor" } as const;
const email = "grace@buyers.example" as Email;
const found = (by: Email = email) => findCheckouts(asSupport, { email: by, limit: 10 });

const held = Effect.gen(function* () {
  const { listing } = yield* listPiece({ price: 100_00 });
  return (yield* holdPieces([listing], { email })).checkout;
});

describe("what somebody has gone to pay for", () => {
  it("R21 is found by their address in any letters, newest first, also where the time ran out and nothing was bought", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const opened = clock.now;
        const expired = yield* held;
        yield* advanceClock(plus(instant(clock.now), 16 * MINUTE));
        const waiting = yield* held;
        const seen = yield* found("Grace@Buyers.EXAMPLE" as Email);
        expect(seen.map(({ id, state, money }) => [id, state, money])).toEqual([
          [waiting, "Held", "None"],
          [expired, "Expired", "None"],
        ]);
        expect(seen[1]).toMatchObject({
          buyerEmail: email,
          buyerMember: null,
          openedAt: opened,
          attempts: 0,
          total: 118_75,
        });
        expect(yield* found("somebody@else.example" as Email)).toEqual([]);
      }),
    ));

  it("R54 is nobody's to look for but the brand's staff", () =>
    play(() =>
      Effect.gen(function* () {
        const id = yield* held;
        const refused = { _tag: "NotAllowed", allowed: ["Reviewer", "Support"] };
        const looked = findCheckouts(visitor, { email, limit: 10 });
        expect(yield* refusalOf(looked)).toMatchObject(refused);
        expect(yield* refusalOf(checkoutStory(visitor, id))).toMatchObject(refused);
      }),
    ));

  it("R27 says what has become of the money: asked for, declined, held, taken", () =>
    play(() =>
      Effect.gen(function* () {
        const id = yield* held;
        const payments = yield* MemoryPayments;
        const money = Effect.map(checkoutStory(asSupport, id), ({ checkout }) => checkout.money);
        payments.failNext("authorise", new PaymentDeclined({ reason: "CardExpired" }));
        yield* refusalOf(payCheckout({ actor: visitor }, id, card));
        const [declined] = yield* found();
        expect(declined).toMatchObject({
          state: "Held",
          declined: "CardExpired",
          attempts: 1,
          money: "None",
        });
        payments.failNext("authorise", new OutcomeUnknown({ provider: "cards", reason: "no answer" }));
        yield* refusalOf(payCheckout({ actor: visitor }, id, card));
        expect(yield* money).toBe("Asked");
        yield* payCheckout({ actor: visitor }, id, card);
        expect(yield* money).toBe("Held");
        yield* comeToRest();
        expect(yield* money).toBe("Taken");
        yield* held;
        const { tasks } = yield* checkoutStory(asSupport, id);
        expect(tasks.length).toBeGreaterThan(0);
        for (const { task } of tasks) expect(task).toMatchObject({ checkout: id });
      }),
    ));

  it("R21 R27 says that what came too late is being let go, and then that it was", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const id = yield* held;
        const payments = yield* MemoryPayments;
        payments.failNext("authorise", new OutcomeUnknown({ provider: "cards", reason: "no answer" }), {
          afterActing: true,
        });
        payments.failNext("find", new ProviderUnavailable({ provider: "cards", reason: "away" }));
        yield* refusalOf(payCheckout({ actor: visitor }, id, card));
        clock.set(clock.now + 16 * MINUTE);
        const late = yield* checkoutStory(asSupport, id);
        expect(late.checkout).toMatchObject({ state: "Expired", money: "LettingGo" });
        yield* advanceClock(instant(clock.now));
        yield* comeToRest();
        const { checkout, events, tasks } = yield* checkoutStory(asSupport, id);
        expect(checkout.money).toBe("LetGo");
        expect(events).toMatchObject(
          ["Opened", "PaymentStarted", "HoldEnded", "LatePaymentCancelled"].map((_tag) => ({
            event: { _tag },
          })),
        );
        expect(tasks.every(({ status }) => status === "Done")).toBe(true);
      }),
    ));

  it("R27 says that a card that was held can't be charged", () =>
    play(() =>
      Effect.gen(function* () {
        const id = yield* held;
        const payments = yield* MemoryPayments;
        payments.failNext("capture", new ProviderRefused({ provider: "cards", reason: "the hold is gone" }));
        yield* payCheckout({ actor: visitor }, id, card);
        yield* comeToRest();
        const { checkout } = yield* checkoutStory(asSupport, id);
        expect(checkout).toMatchObject({ state: "Placed", money: "Failed" });
      }),
    ));

  it("R24 stands beside each order that was paid by it", () =>
    play(() =>
      Effect.gen(function* () {
        const [one, other] = [yield* listPiece({ price: 100_00 }), yield* listPiece({ price: 50_00 })];
        const { orders, checkout } = yield* buyPieces([one.listing, other.listing], { email });
        for (const order of orders) {
          const story = yield* orderStory(asSupport, order);
          expect(story.checkout).toMatchObject({ id: checkout, orders, money: "Taken" });
          expect(story.checkout.lines).toHaveLength(2);
        }
        const nobodys = CheckoutId.make(crypto.randomUUID());
        expect(yield* refusalOf(checkoutStory(asSupport, nobodys))).toMatchObject({ _tag: "NotFound" });
      }),
    ));
});
