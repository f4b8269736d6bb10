import {
  askForLink,
  comeToRest,
  commandOrder,
  DAY,
  type Email,
  guestOf,
  instant,
  Links,
  MINUTE,
  type OrderId,
  Store,
  StoreUnavailable,
} from "@resale/core";
import {
  asMember,
  asSupport,
  buyPieces,
  email,
  freshId,
  listPiece,
  MemoryMailer,
  MemoryStore,
  orderId,
  START,
} from "@resale/testkit";
import { Effect, Exit } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";
import { aSale } from "./sales.ts";

const notValid = { _tag: "LinkNotValid" };
const tokenOf = Effect.fnUntraced(function* (order: OrderId, generation = 0, until = START + 90 * DAY) {
  const { guestOrder } = yield* Links;
  return (
    guestOrder({ order, generation, until: instant(until) })
      .split("/")
      .at(-1) ?? ""
  );
});

describe("the link of a guest", () => {
  it("R26 makes a guest of whoever holds it, until it expires", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const token = yield* tokenOf(order);
        const guest = { _tag: "Guest", order, generation: 0 };
        expect(yield* guestOf(token)).toEqual(guest);
        clock.set(START + 90 * DAY - 1);
        expect(yield* guestOf(token)).toEqual(guest);
        clock.set(START + 90 * DAY);
        expect(yield* refusalOf(guestOf(token))).toEqual(notValid);
        clock.set(START + 90 * DAY + 1);
        expect(yield* refusalOf(guestOf(token))).toEqual(notValid);
      }),
    ));

  it("R26 is worth nothing where it says nothing, names no order, or was revoked; a newer one is taken", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const token = yield* tokenOf(order);
        expect(yield* refusalOf(guestOf("a guess"))).toEqual(notValid);
        expect(yield* refusalOf(guestOf(yield* tokenOf(orderId(freshId()))))).toEqual(notValid);
        yield* commandOrder({ actor: asSupport }, order, { _tag: "RevokeLinks" });
        expect(yield* refusalOf(guestOf(token))).toEqual(notValid);
        expect(yield* guestOf(yield* tokenOf(order, 1))).toEqual({ _tag: "Guest", order, generation: 1 });
      }),
    ));

  it("R26 is not called void while nobody can look", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const token = yield* tokenOf(order);
        (yield* MemoryStore).failNext("load", new StoreUnavailable({ reason: "it restarts" }));
        expect(yield* refusalOf(guestOf(token))).toEqual({
          _tag: "Unreachable",
          what: "The store",
          retryAfter: 2000,
        });
      }),
    ));
});

describe("a guest who has lost the link", () => {
  /** The orders of which new links were mailed, and to whom. */
  const mailed = Effect.gen(function* () {
    yield* comeToRest();
    const { sent } = yield* MemoryMailer;
    return sent.flatMap(({ mail, thread, to }) => (mail._tag === "GuestLink" ? [{ order: thread, to }] : []));
  });

  it("R26 gets a new one for the newest five orders, at the address they were bought with, however it is written", () =>
    play(() =>
      Effect.gen(function* () {
        const pieces = yield* Effect.replicateEffect(listPiece(), 6);
        const grace = email("grace.hopper@buyers.example");
        const bought: Array<OrderId> = [];
        for (const { listing } of pieces) bought.push((yield* buyPieces([listing], { email: grace })).order);
        yield* aSale;
        yield* askForLink("Grace.Hopper@Buyers.EXAMPLE" as Email);
        const links = yield* mailed;
        expect(links).toHaveLength(5);
        expect(links).toEqual(expect.arrayContaining(bought.slice(1).map((order) => ({ order, to: grace }))));
      }),
    ));

  it("R26 gets one for the order that is named, and one in ten minutes", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const pieces = [yield* listPiece(), yield* listPiece()];
        const grace = email("grace@buyers.example");
        const { orders } = yield* buyPieces(
          pieces.map(({ listing }) => listing),
          { email: grace },
        );
        const [order = orderId("none")] = orders;
        yield* askForLink("GRACE@buyers.example" as Email, order);
        yield* askForLink(grace, order);
        expect(yield* mailed).toEqual([{ order, to: grace }]);
        clock.set(clock.now + 10 * MINUTE);
        yield* askForLink(grace, order);
        expect(yield* mailed).toEqual([
          { order, to: grace },
          { order, to: grace },
        ]);
      }),
    ));

  it("R26 is told nothing, and mailed nothing, of an order that is another's, a member's or not there", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const ada = email("ada@buyers.example");
        const { listing } = yield* listPiece();
        const members = yield* buyPieces([listing], { email: ada, actor: asMember("ada.buys", ada) });
        for (const named of [undefined, order, members.order, orderId(freshId())]) {
          expect(yield* askForLink(ada, named)).toBeUndefined();
        }
        expect(yield* mailed).toEqual([]);
      }),
    ));

  it("R26 learns nothing from how long the answer takes: there is none before three tenths of a second have passed", () =>
    play(() =>
      Effect.gen(function* () {
        const { order, email: grace } = yield* aSale;
        const store = yield* Store;
        const slow = Store.of({
          ...store,
          load: (subjects) => Effect.delay(store.load(subjects), "100 millis"),
        });
        for (const named of [order, orderId(freshId())]) {
          const asked = yield* Effect.forkChild(
            askForLink(grace, named).pipe(Effect.provideService(Store, slow)),
          );
          yield* TestClock.adjust("299 millis");
          expect(asked.pollUnsafe()).toBeUndefined();
          yield* TestClock.adjust("1 millis");
          expect(asked.pollUnsafe()).toEqual(Exit.void);
        }
      }).pipe(Effect.provide(TestClock.layer())),
    ));
});
