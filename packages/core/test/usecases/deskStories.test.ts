import {
  advanceClock,
  CreditReference,
  checkoutStory,
  commandListing,
  DAY,
  declineOptionalMails,
  type Email,
  findOrders,
  History,
  HOUR,
  instant,
  type Listing,
  listingMachine,
  type Member,
  OrderId,
  operatorTasks,
  orderStory,
  ProviderRefused,
  plus,
  readAs,
  receiveChargeback,
  resendCredit,
  viewOrder,
} from "@resale/core";
import {
  aMember,
  asReviewer,
  asSupport,
  buyPieces,
  listPiece,
  MemoryCarrier,
  MemoryMailer,
  MemoryMembers,
  MemoryPayments,
  scanParcel,
  someDetails,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";
import { aSale } from "./sales.ts";

type Submitted = Extract<Listing, { readonly _tag: "Submitted" }>;

const noBox = new ProviderRefused({ provider: "mail", reason: "550 no such box" });
const noLabel = new ProviderRefused({ provider: "carrier", reason: "no such place" });
const noMoney = new ProviderRefused({ provider: "cards", reason: "gone" });

describe("orders", () => {
  it("R51 are found by what support knows of them, newest first, page by page", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const sell = Effect.gen(function* () {
          const piece = yield* listPiece();
          return { ...piece, ...(yield* buyPieces([piece.listing])) };
        });
        const [first, second, third] = [yield* sell, yield* sell, yield* sell];
        yield* scanParcel(second.order, "Accepted", instant(clock.now));
        yield* advanceClock(plus(instant(clock.now), 7 * DAY));
        const look = (order: OrderId) => Effect.map(viewOrder(asSupport, order), (found) => found.order);
        const [one, two, three] = [
          yield* look(first.order),
          yield* look(second.order),
          yield* look(third.order),
        ];
        const ask = (query: Omit<Parameters<typeof findOrders>[1], "limit">, limit = 10) =>
          findOrders(asReviewer, { ...query, limit });
        expect(yield* ask({})).toEqual([three, two, one]);
        expect(yield* ask({ email: first.email.toUpperCase() as Email })).toContainEqual(one);
        expect(yield* ask({ tracking: two.tracking ?? "" })).toEqual([two]);
        expect(yield* ask({ seller: third.seller.id })).toEqual([three]);
        expect(yield* ask({ status: ["InTransit", "TransitStalled", "Delivered"] })).toEqual([two]);
        expect(yield* ask({ operatorTask: "Overdue" }, 1)).toEqual([three]);
        expect(yield* ask({ operatorTask: "Overdue", after: third.order }, 1)).toEqual([one]);
        expect(yield* ask({ email: "nobody@buyers.example" as Email })).toEqual([]);
        expect(yield* ask({ credit: CreditReference.make("none") })).toEqual([]);
      }),
    ));

  it("R2 R51 are found by the seller's address as well, bought and sold together, page by page", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const sold = (seller: Member) =>
          Effect.gen(function* () {
            clock.set(clock.now + HOUR);
            const { listing } = yield* listPiece({ seller });
            return (yield* buyPieces([listing])).order;
          });
        const ada = aMember({ id: "ada-1", email: "ada@sellers.example" as Email });
        const [first, second] = [yield* sold(ada), yield* sold(ada)];
        clock.set(clock.now + HOUR);
        const { listing } = yield* listPiece();
        const { orders } = yield* buyPieces([listing], { email: ada.email });
        const last = yield* sold(ada);
        yield* sold(aMember({ id: "eve-1", email: "eve@sellers.example" as Email }));
        const email = "ADA@sellers.example" as Email;
        const ask = (more: {
          limit: number;
          after?: string;
          seller?: string;
          status?: ReadonlyArray<string>;
        }) => Effect.map(findOrders(asSupport, { email, ...more }), (found) => found.map(({ id }) => id));
        const all = [last, ...orders, second, first];
        expect(yield* ask({ limit: 10 })).toEqual(all);
        expect(yield* ask({ limit: 2 })).toEqual(all.slice(0, 2));
        expect(yield* ask({ limit: 2, after: all[1] ?? "" })).toEqual(all.slice(2));
        expect(yield* ask({ limit: 10, seller: ada.id })).toEqual([last, second, first]);
        expect(yield* ask({ limit: 10, seller: "nobody" })).toEqual([]);
        expect(yield* ask({ limit: 10, status: ["Cancelled"] })).toEqual([]);
        (yield* MemoryMembers).upsert({ ...ada, email: "moved@sellers.example" as Email });
        expect(yield* ask({ limit: 10 })).toEqual(orders);
      }),
    ));

  it("R53 R55 are told with all that belongs to them, and with nothing of any other", () =>
    play(() =>
      Effect.gen(function* () {
        (yield* MemoryMailer).failNext("send", noBox);
        const { order: id, checkout: paidBy, seller } = yield* aSale;
        yield* aSale;
        yield* declineOptionalMails(seller.email);
        const history = yield* History;
        const story = yield* orderStory(asSupport, id);
        const payment = yield* checkoutStory(asSupport, paidBy);
        const { order } = yield* viewOrder(asSupport, id);
        const total = order.buyer?.total ?? 0;
        expect(story).toEqual({
          order,
          checkout: payment.checkout,
          events: yield* history.of({ kind: "order", id }),
          payment: yield* history.of({ kind: "checkout", id: paidBy }),
          journal: expect.arrayContaining([
            { order: id, version: 2, account: "Held", amount: -total },
            { order: id, version: 2, account: "Cash", amount: total },
          ]),
          tasks: expect.anything(),
          mailboxes: expect.arrayContaining([
            { email: seller.email, mailbox: { _tag: "Reachable", optional: false } },
          ]),
        });
        expect(story.journal).toHaveLength(2);
        expect(story.mailboxes.map(({ email }) => email)).toEqual([order.desk?.buyerEmail, seller.email]);
        const tags = story.tasks.map(({ task }) => task._tag);
        expect(tags.toSorted()).toEqual(["BuyLabel", "SendOrderMail"]);
        const stranger = OrderId.make(crypto.randomUUID());
        const unknown = { _tag: "NotFound", subject: "order", id: stranger };
        expect(yield* refusalOf(orderStory(asSupport, stranger))).toEqual(unknown);
      }),
    ));
});

describe("a gift card", () => {
  it("R48 that its issuer does not know is not mailed again", () =>
    play(() =>
      Effect.gen(function* () {
        const card = CreditReference.make("card_1");
        const refusal = yield* refusalOf(resendCredit(asSupport, card, "ada@members.example" as Email));
        expect(refusal).toEqual({ _tag: "Refused", what: "memory store credit", reason: "no card card_1" });
      }),
    ));
});

describe("all that waits for an operator", () => {
  it("R13 R27 R31 is told over all subjects, what has waited longest first", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const began = instant(clock.now);
        const [one, other] = [yield* listPiece(), yield* listPiece()];
        const [sale, live] = [yield* aSale, yield* listPiece()];
        clock.set(plus(began, HOUR));
        (yield* MemoryPayments).failNext("capture", noMoney);
        // Its orders are undone by themselves: nothing of it waits.
        yield* buyPieces([one.listing, other.listing]);
        (yield* MemoryMailer).failNext("send", noBox);
        const missed = yield* aSale;
        clock.set(plus(began, 2 * HOUR));
        const details = someDetails({ price: 90_00 });
        yield* commandListing({ actor: live.actor }, live.listing, { _tag: "Edit", details });
        yield* advanceClock(plus(began, 9 * DAY));
        const title = "Jet Set Medium Tote";
        const overdue = (order: OrderId) =>
          Effect.map(viewOrder(asSupport, order), ({ order: { seller } }) => {
            const since = seller?.shipBy?.at;
            return { task: "Overdue", since, kind: "order", subject: order, title };
          });
        const { reviewBy } = (yield* readAs(listingMachine, live.listing, asSupport)).state as Submitted;
        expect(yield* operatorTasks(asReviewer, 10)).toEqual([
          {
            task: "MailRefused",
            since: plus(began, HOUR),
            kind: "checkout",
            subject: missed.checkout,
            title: `Receipt to ${missed.email}: 550 no such box`,
          },
          { task: "ReviewDue", since: reviewBy.at, kind: "listing", subject: live.listing, title },
          yield* overdue(missed.order),
          yield* overdue(sale.order),
        ]);
        expect(yield* operatorTasks(asReviewer, 1)).toHaveLength(3);
      }),
    ));

  it("R29 R50 waits since it fell due, not since the sale, at the desk and in its story", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const sold = instant(clock.now);
        (yield* MemoryCarrier).failNext("buyLabel", noLabel);
        const { order } = yield* aSale;
        const [payment] = (yield* MemoryPayments).payments.values();
        yield* advanceClock(plus(sold, 2 * DAY));
        yield* receiveChargeback("bank", payment?.reference ?? expect.fail("nothing was paid"), "Open");
        const since = {
          LabelFailed: sold,
          LabelLate: plus(sold, 4 * HOUR),
          ChargebackOpen: plus(sold, 2 * DAY),
        };
        const told = (tasks: ReadonlyArray<{ readonly task: string; readonly since: number }>) =>
          Object.fromEntries(tasks.map((one) => [one.task, one.since]));
        expect(told(yield* operatorTasks(asSupport, 10))).toEqual(since);
        expect(told((yield* orderStory(asSupport, order)).order.desk?.operatorTasks ?? [])).toEqual(since);
        const [found] = yield* findOrders(asSupport, { operatorTask: "LabelLate", limit: 1 });
        expect(told(found?.desk?.operatorTasks ?? [])).toEqual(since);
      }),
    ));
});
