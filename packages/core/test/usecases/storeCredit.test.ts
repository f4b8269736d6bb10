import {
  advanceClock,
  CreditReference,
  comeToRest,
  commandOrder,
  DAY,
  findCredit,
  findOrders,
  instant,
  OutcomeUnknown,
  ProviderRefused,
  plus,
  resendCredit,
  viewOrder,
} from "@resale/core";
import { asSupport, asVisitor, buyPieces, listPiece, MemoryStoreCredit } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play, refusalOf } from "./playing.ts";

describe("store credit", () => {
  it("R48 is issued once, though the answer is lost, and its code is in nothing of ours", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        yield* deliver(order, () => clock.now);
        const credit = yield* MemoryStoreCredit;
        const lost = new OutcomeUnknown({ provider: "gift cards", reason: "no answer" });
        credit.failNext("issue", lost, { afterActing: true });
        yield* advanceClock(plus(instant(clock.now), 4 * DAY));
        expect(credit.cards.size).toBe(1);
        const [card] = yield* findCredit(asSupport, seller.email);
        expect(card).toMatchObject({ amount: 80_00, email: seller.email });
        if (card === undefined) throw new Error("no card");
        yield* resendCredit(asSupport, card.reference, seller.email);
        expect(yield* refusalOf(findCredit(asVisitor, seller.email))).toMatchObject({ _tag: "NotAllowed" });
      }),
    ));

  it("R48 leads support to its order, by its whole reference or by the end that its issuer shows", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        yield* buyPieces([(yield* listPiece()).listing]);
        yield* deliver(order, () => clock.now);
        yield* advanceClock(plus(instant(clock.now), 4 * DAY));
        const [card] = yield* findCredit(asSupport, seller.email);
        const found = (reference: string) =>
          Effect.map(
            findOrders(asSupport, { credit: CreditReference.make(reference), limit: 10 }),
            (orders) => orders.map(({ id }) => id),
          );
        expect(yield* found(card?.reference ?? "")).toEqual([order]);
        expect(yield* found(`gid://issuer/GiftCard/${card?.reference}`)).toEqual([order]);
        expect(yield* found("another")).toEqual([]);
      }),
    ));

  it("R48 that the provider refuses waits for an operator, who has it tried again", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        yield* deliver(order, () => clock.now);
        const credit = yield* MemoryStoreCredit;
        credit.failNext("issue", new ProviderRefused({ provider: "gift cards", reason: "over the limit" }));
        yield* advanceClock(plus(instant(clock.now), 4 * DAY));
        const failed = yield* viewOrder(asSupport, order);
        expect(failed.order.seller?.payoutState).toBe("Failed");
        expect(failed.order.desk?.operatorTasks).toMatchObject([{ task: "PayoutFailed" }]);
        yield* commandOrder({ actor: asSupport }, order, { _tag: "Repeat", what: "Payout" });
        yield* comeToRest();
        expect((yield* viewOrder(asSupport, order)).order.seller?.payoutState).toBe("Issued");
      }),
    ));
});
