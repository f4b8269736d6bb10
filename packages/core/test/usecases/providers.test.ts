import {
  advanceClock,
  comeToRest,
  commandOrder,
  DAY,
  instant,
  listOwnStock,
  type MemberId,
  type Message,
  type OrderId,
  ProviderRefused,
  payCheckout,
  plus,
  receiveChargeback,
  type Task,
  viewCheckout,
  viewListing,
} from "@resale/core";
import {
  aProduct,
  asReviewer,
  asSupport,
  asVisitor,
  buyPieces,
  holdPieces,
  listingId,
  listPiece,
  MemoryMailer,
  MemoryMembers,
  MemoryPayments,
  MemoryStoreCredit,
  someDetails,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { performTask } from "../../src/usecases/tasks/performTask.ts";
import { deliver, play } from "./playing.ts";
import { aSale, cancelled, card, confirmed, desk, waiting } from "./sales.ts";

const refused = (reason: string) => new ProviderRefused({ provider: "it", reason });
const repeat = Effect.fnUntraced(function* (order: OrderId, what: "Payout" | "Refund") {
  yield* commandOrder({ actor: asSupport }, order, { _tag: "Repeat", what });
  yield* comeToRest();
});

describe("the seller's store credit", () => {
  it("R48 is issued under the order's key, under another after a refusal, and once however often its task is done", () =>
    play((world) =>
      Effect.gen(function* () {
        const credit = yield* MemoryStoreCredit;
        const { order, seller } = yield* confirmed(world);
        credit.failNext("issue", refused("over the limit"));
        yield* comeToRest();
        expect(yield* waiting(order)).toEqual(["PayoutFailed"]);
        yield* repeat(order, "Payout");
        yield* performTask({ _tag: "IssueCredit", order });
        expect([...credit.cards.values()]).toMatchObject([{ amount: 80_00, email: seller.email }]);
        expect([...credit.effects.keys()].join()).toContain(`payout.${order}.1`);
        expect(yield* desk(order)).toMatchObject({ seller: { payoutState: "Issued" }, tasks: [] });
      }),
    ));

  it("R2 R48 waits for an operator where the loyalty account is gone, and comes once it is there again", () =>
    play((world) =>
      Effect.gen(function* () {
        const { order, seller } = yield* confirmed(world);
        const members = yield* MemoryMembers;
        const kept = members.members as Map<MemberId, typeof seller>;
        kept.delete(seller.id);
        yield* comeToRest();
        expect(yield* waiting(order)).toContain("PayoutFailed");
        expect((yield* MemoryStoreCredit).cards.size).toBe(0);
        members.upsert(seller);
        yield* repeat(order, "Payout");
        const { cards, effects } = yield* MemoryStoreCredit;
        expect(cards.size).toBe(1);
        // Nothing was asked before, so nothing was refused: it is the first try still.
        expect([...effects.keys()].join()).toContain(`payout.${order}.0`);
      }),
    ));
});

describe("the buyer's refund", () => {
  const payments = Effect.map(MemoryPayments, ({ payments: all }) => [...all.values()]);

  it("R51 is all that was paid, under another key after a refusal, and once however often its task is done", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const { failNext, effects } = yield* MemoryPayments;
        failNext("refund", refused("the account is closed"));
        yield* cancelled(order);
        expect(yield* waiting(order)).toEqual(["RefundFailed"]);
        yield* repeat(order, "Refund");
        yield* performTask({ _tag: "RefundOrder", order });
        const [payment] = yield* payments;
        expect(payment?.refunded).toBe(payment?.captured);
        expect([...effects.keys()].join()).toContain(`refund.${order}.1`);
        expect((yield* desk(order)).buyer?.refund).toBe("Done");
      }),
    ));

  it("R50 does not go out while the bank decides, and not after it has given the money back", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const [payment] = yield* payments;
        if (payment === undefined) throw new Error("nothing was paid");
        expect(yield* receiveChargeback("bank", payment.reference, "Open")).toBe(1);
        yield* cancelled(order);
        yield* performTask({ _tag: "RefundOrder", order });
        expect((yield* payments)[0]?.refunded).toBe(0);
        yield* receiveChargeback("bank", payment.reference, "Lost");
        yield* comeToRest();
        yield* performTask({ _tag: "RefundOrder", order });
        expect((yield* payments)[0]?.refunded).toBe(0);
        expect((yield* desk(order)).buyer?.refund).toBe("ByChargeback");
      }),
    ));
});

describe("the buyer's payment", () => {
  it("R27 that can't be captured undoes every order of the checkout, which says so; nothing is owed", () =>
    play(() =>
      Effect.gen(function* () {
        const pieces = [yield* listPiece(), yield* listPiece()];
        const { checkout, email } = yield* holdPieces(pieces.map(({ listing }) => listing));
        (yield* MemoryPayments).failNext("capture", refused("the hold has lapsed"));
        const { orders } = yield* payCheckout({ actor: asVisitor }, checkout, card);
        yield* comeToRest();
        for (const order of orders) {
          const { state, cancelled: why, buyer } = yield* desk(order as OrderId);
          expect({ state, why, refund: buyer?.refund }).toEqual({
            state: "Cancelled",
            why: { code: "PaymentFailed", text: "the hold has lapsed" },
            refund: "None",
          });
        }
        for (const { listing } of pieces) {
          expect((yield* viewListing(asSupport, listing)).listing.state).toBe("Closed");
        }
        const mails = (yield* MemoryMailer).to(email).map(({ mail }) => mail._tag);
        expect(mails).toEqual(["OrderCancelled", "OrderCancelled"]);
      }),
    ));

  it("R27 is captured whole and once, and tells every order of the checkout", () =>
    play(() =>
      Effect.gen(function* () {
        const pieces = [yield* listPiece(), yield* listPiece()];
        const { checkout, orders } = yield* buyPieces(pieces.map(({ listing }) => listing));
        yield* performTask({ _tag: "CapturePayment", checkout });
        const { payments: all, effects } = yield* MemoryPayments;
        const { total } = yield* viewCheckout(asVisitor, checkout);
        expect([...all.values()]).toMatchObject([{ status: "Captured", captured: total }]);
        expect([...effects.keys()].join()).toContain(`capture.${checkout}`);
        for (const order of orders) expect((yield* desk(order)).desk?.paid).toBe(true);
      }),
    ));
});

describe("a piece of the brand's own stock that is sold", () => {
  it("R17 brings its staff the label, and no mail more; nobody is paid", () =>
    play((world) =>
      Effect.gen(function* () {
        const own = yield* listOwnStock({ actor: asReviewer }, aProduct(), someDetails() as never);
        const { order } = yield* buyPieces([listingId(own.id)]);
        const { sent } = yield* MemoryMailer;
        const { email } = world.program.ownStock;
        const toStaff = () => sent.filter(({ to }) => to === email).map(({ mail }: Message) => mail._tag);
        expect(toStaff()).toEqual(["ItemSold"]);
        yield* deliver(order, () => world.clock.now);
        yield* advanceClock(plus(instant(world.clock.now), 4 * DAY));
        expect((yield* desk(order)).state).toBe("ConfirmedAutomatically");
        expect(toStaff()).toEqual(["ItemSold"]);
        expect((yield* MemoryStoreCredit).cards.size).toBe(0);
        yield* performTask({ _tag: "IssueCredit", order });
        expect((yield* MemoryStoreCredit).cards.size).toBe(0);
      }),
    ));
});

describe("a task that nobody can do", () => {
  it("is a defect that names the mail", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const task: Task = { _tag: "SendOrderMail", order, mail: "Greeting", occurrence: 1 };
        const exit = yield* Effect.exit(performTask(task));
        expect(JSON.stringify(exit)).toContain("Failure");
        expect(String(exit)).toContain("no mail is called Greeting");
      }),
    ));
});
