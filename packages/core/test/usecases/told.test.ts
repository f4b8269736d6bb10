import {
  advanceClock,
  History,
  HOUR,
  instant,
  type OrderId,
  plus,
  receiveChargeback,
  runTasks,
  StoreUnavailable,
  Tasks,
  type Told,
  TrackingNumber,
  takeDown,
  toldOfOrder,
  viewOrder,
} from "@resale/core";
import {
  asSupport,
  asVisitor,
  buyPieces,
  email,
  listPiece,
  MemoryPayments,
  MemoryStore,
  type World,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";
import { complained, upheld } from "./sales.ts";

/** An order under way, and what the carrier tells of its parcel. */
const orderWithNews = Effect.fnUntraced(function* ({ clock }: World) {
  const { listing } = yield* listPiece();
  const { order } = yield* buyPieces([listing]);
  const { order: view } = yield* viewOrder(asSupport, order);
  const news: Told = {
    _tag: "ReceiveScans",
    carrier: "Memory",
    tracking: TrackingNumber.make(view.tracking ?? "missing"),
    scans: [{ at: instant(clock.now), status: "Accepted" }],
  };
  return { order, news };
});

const stateOf = (order: OrderId) => Effect.map(viewOrder(asSupport, order), (found) => found.order.state);
const statuses = (order: OrderId) =>
  Effect.map(toldOfOrder(asSupport, order), (told) => told.map(({ status }) => status));

describe("what a provider tells", () => {
  it("R37 is taken down first, acted on by a worker, and the same once, however often it is told", () =>
    play((world) =>
      Effect.gen(function* () {
        const { order, news } = yield* orderWithNews(world);
        expect(yield* takeDown("one", [news])).toBe(1);
        expect(yield* stateOf(order)).not.toBe("InTransit");
        expect(yield* statuses(order)).toEqual(["Waiting"]);
        expect(yield* takeDown("one", [news])).toBe(0);
        yield* runTasks(10);
        expect(yield* stateOf(order)).toBe("InTransit");
        expect(yield* takeDown("one", [news])).toBe(0);
        expect(yield* statuses(order)).toEqual(["Done"]);
      }),
    ));

  it("R59 is acted on before the sandbox's clock goes on", () =>
    play((world) =>
      Effect.gen(function* () {
        const { order, news } = yield* orderWithNews(world);
        const told = world.clock.now;
        yield* takeDown("one", [news]);
        yield* advanceClock(plus(instant(told), HOUR));
        const events = yield* (yield* History).of({ kind: "order", id: order });
        const scanned = events.find(({ actor }) => actor._tag === "Carrier");
        expect(scanned?.at).toBe(told);
      }),
    ));

  it("R37 is tried again later and later while the store fails, and parked where an operator sets it going", () =>
    play((world) =>
      Effect.gen(function* () {
        const { order, news } = yield* orderWithNews(world);
        const { failNext } = yield* MemoryStore;
        yield* takeDown("one", [news]);
        const pauses: Array<number> = [];
        for (let tries = 0; tries < 20; tries++) {
          failNext("find", new StoreUnavailable({ reason: "the disk is full" }));
          yield* runTasks(10);
          const [kept] = yield* toldOfOrder(asSupport, order);
          expect(kept?.lastError).toContain("can't be reached");
          if (kept?.status === "Parked") break;
          pauses.push((kept?.dueAt ?? 0) - world.clock.now);
          world.clock.set(instant(kept?.dueAt ?? 0));
        }
        expect(pauses).toHaveLength(14);
        // Whoever is away for a night is still asked in the morning.
        expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(6 * HOUR);
        expect(pauses.slice(0, 5)).toEqual(pauses.slice(0, 5).sort((one, other) => one - other));
        expect(yield* statuses(order)).toEqual(["Parked"]);
        const [parked] = yield* toldOfOrder(asSupport, order);
        expect(yield* (yield* Tasks).repeat(parked?.key ?? "", instant(world.clock.now))).toBe(true);
        yield* runTasks(10);
        expect(yield* statuses(order)).toEqual(["Done"]);
      }),
    ));

  it("R37 R50 is found by what it is about: the parcel, the payment, the mailbox; all that one message says is kept", () =>
    play((world) =>
      Effect.gen(function* () {
        const { news } = yield* orderWithNews(world);
        const [payment] = (yield* MemoryPayments).payments.values();
        const chargeback = {
          _tag: "ReceiveChargeback",
          provider: "bank",
          payment: payment?.reference ?? ("missing" as never),
          outcome: "Open",
        } as const satisfies Told;
        const report = {
          _tag: "ReceiveMailReport",
          messageId: "one.Receipt.1",
          recipient: email("grace@buyers.example"),
          outcome: "Delayed",
          reason: "4.2.2 mailbox full",
        } as const satisfies Told;
        expect(yield* takeDown("one", [news, chargeback, report])).toBe(3);
        expect(yield* takeDown("two", [chargeback])).toBe(1);
        const { list } = yield* Tasks;
        const about = (subject: string) =>
          Effect.map(list({ subject, limit: 10 }), (found) => found.map(({ key, task }) => [key, task]));
        expect(yield* about(news._tag === "ReceiveScans" ? news.tracking : "")).toEqual([
          ["told.one.0", news],
        ]);
        expect(yield* about(chargeback.payment)).toEqual(
          expect.arrayContaining([
            ["told.one.1", chargeback],
            ["told.two.0", chargeback],
          ]),
        );
        expect(yield* about(report.recipient)).toEqual([["told.one.2", report]]);
      }),
    ));

  it("R37 R50 of an order is told of its parcel, its way back and its payment, newest first, and of no other order", () =>
    play((world) =>
      Effect.gen(function* () {
        const [sale, other] = [yield* orderWithNews(world), yield* orderWithNews(world)];
        yield* complained(sale.order, world);
        yield* upheld(sale.order);
        const tracking = (yield* viewOrder(asSupport, sale.order)).order.buyer?.returnTracking;
        if (tracking == null) throw new Error("there is no way back");
        const [payment] = (yield* MemoryPayments).payments.values();
        const back: Told = { ...sale.news, tracking: TrackingNumber.make(tracking) } as never;
        const chargeback: Told = {
          _tag: "ReceiveChargeback",
          provider: "bank",
          payment: payment?.reference ?? ("missing" as never),
          outcome: "Open",
        };
        for (const [key, news] of Object.entries({ out: sale.news, other: other.news, back, chargeback })) {
          yield* takeDown(key, [news]);
          world.clock.set(world.clock.now + 1);
        }
        const told = yield* toldOfOrder(asSupport, sale.order);
        expect(told.map(({ key }) => key)).toEqual(["told.chargeback.0", "told.back.0", "told.out.0"]);
      }),
    ));

  it("R37 R50 reaches whom it is about, and nobody else", () =>
    play((world) =>
      Effect.gen(function* () {
        const [one, other] = [yield* orderWithNews(world), yield* orderWithNews(world)];
        const [payment] = (yield* MemoryPayments).payments.values();
        yield* takeDown("scans", [other.news]);
        yield* runTasks(10);
        expect(yield* stateOf(one.order)).toBe("AwaitingShipment");
        expect(yield* stateOf(other.order)).toBe("InTransit");
        expect(yield* receiveChargeback("bank", payment?.reference ?? ("missing" as never), "Open")).toBe(1);
        const chargebackOf = (order: OrderId) =>
          Effect.map(viewOrder(asSupport, order), ({ order: view }) => view.desk?.chargeback);
        expect([yield* chargebackOf(one.order), yield* chargebackOf(other.order)]).toEqual(["Open", null]);
      }),
    ));

  it("R54 is shown to the brand's staff alone", () =>
    play((world) =>
      Effect.gen(function* () {
        const { order } = yield* orderWithNews(world);
        const refused = yield* refusalOf(toldOfOrder(asVisitor, order));
        expect(refused).toMatchObject({ _tag: "NotAllowed", command: "ToldOfOrder" });
      }),
    ));
});
