import {
  type CivilDate,
  comeToRest,
  commandOrder,
  dropTask,
  History,
  HOUR,
  instant,
  listTasks,
  MINUTE,
  type OrderId,
  ProviderRefused,
  ProviderUnavailable,
  plus,
  repeatTask,
  StoreUnavailable,
  Tasks,
  type TaskTag,
  viewOrder,
} from "@resale/core";
import { asSupport, buyPieces, listPiece, MemoryCarrier, MemoryMailer, MemoryStore } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";
import { waiting } from "./sales.ts";

const away = new ProviderUnavailable({ provider: "carrier", reason: "closed" });
const refused = new ProviderRefused({ provider: "carrier", reason: "no such street" });

/** A piece is sold, and the carrier sells no label for it. */
const unlabelled = Effect.fnUntraced(function* (error: ProviderUnavailable | ProviderRefused) {
  const { listing } = yield* listPiece();
  (yield* MemoryCarrier).failNext("buyLabel", error);
  return yield* buyPieces([listing]);
});

const tasksOf = Effect.fnUntraced(function* (order: OrderId, tag: TaskTag) {
  const kept = yield* listTasks(asSupport, { limit: 100 });
  return kept.filter(({ task }) => task._tag === tag && "order" in task && task.order === order);
});

const labelTask = Effect.fnUntraced(function* (order: OrderId) {
  const [kept] = yield* tasksOf(order, "BuyLabel");
  return kept ?? expect.fail("no label was wanted");
});

const pickupOf = (order: OrderId) =>
  Effect.map(viewOrder(asSupport, order), ({ order: { seller } }) => seller?.pickup);

describe("a task that was given up", () => {
  it("is done once it is set going again, and then there is nothing left to repeat", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const mailer = yield* MemoryMailer;
        mailer.failNext("send", new ProviderRefused({ provider: "mail", reason: "550 no such box" }));
        const { email } = yield* buyPieces([listing]);
        const [parked, ...others] = yield* listTasks(asSupport, { status: "Parked", limit: 10 });
        expect(others).toEqual([]);
        expect(parked).toMatchObject({
          task: { _tag: "SendCheckoutMail", mail: "Receipt" },
          attempts: 1,
          lastError: "550 no such box",
        });
        expect(mailer.to(email)).toEqual([]);
        const key = parked?.key ?? "";
        yield* repeatTask(asSupport, key);
        yield* comeToRest();
        expect(mailer.to(email).map(({ mail }) => mail._tag)).toEqual(["Receipt"]);
        const nothing = { _tag: "NothingToRepeat", what: "task", state: "Done" };
        expect(yield* refusalOf(repeatTask(asSupport, key))).toEqual(nothing);
      }),
    ));
});

describe("a task that has come to its end", () => {
  it("is not repeated: what it was for is asked for anew", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* unlabelled(refused);
        const { key, ...ended } = yield* labelTask(order);
        expect(ended).toMatchObject({ status: "Done", attempts: 1, lastError: undefined });
        yield* commandOrder({ actor: asSupport }, order, { _tag: "Repeat", what: "Label" });
        yield* comeToRest();
        expect((yield* tasksOf(order, "BuyLabel")).map(({ status }) => status)).toEqual(["Done", "Done"]);
        const nothing = { _tag: "NothingToRepeat", what: "task", state: "Done" };
        expect(yield* refusalOf(repeatTask(asSupport, key))).toEqual(nothing);
        expect(yield* refusalOf(repeatTask(asSupport, "no such key"))).toEqual(nothing);
      }),
    ));
});

describe("a task that an operator drops", () => {
  it("says who did so, when and why, and the order says what failed", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* unlabelled(away);
        const { key, task } = yield* labelTask(order);
        expect(yield* waiting(order)).toEqual([]);
        clock.set(clock.now + HOUR);
        expect(yield* dropTask(asSupport, key, "wrong account")).toEqual({ _tag: "Dropped", task });
        expect(yield* labelTask(order)).toMatchObject({
          status: "Dropped",
          dropped: { by: asSupport, reason: "wrong account", at: clock.now },
        });
        expect(yield* waiting(order)).toEqual(["LabelFailed"]);
        const events = yield* (yield* History).of({ kind: "order", id: order });
        expect(events.at(-1)?.event).toEqual({
          _tag: "LabelFailed",
          reason: "dropped by an operator: wrong account",
          definite: false,
        });
      }),
    ));

  it("is dropped though the order could not be told; asked again, it is told", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* unlabelled(away);
        const { key, task } = yield* labelTask(order);
        (yield* MemoryStore).failNext("load", new StoreUnavailable({ reason: "the disk is full" }));
        expect(yield* dropTask(asSupport, key, "wrong account")).toEqual({ _tag: "Dropped", task });
        expect(yield* waiting(order)).not.toContain("LabelFailed");
        const again = yield* dropTask(asSupport, key, "wrong account");
        expect(again).toEqual({ _tag: "Over", status: "Dropped", task });
        expect(yield* waiting(order)).toContain("LabelFailed");
      }),
    ));

  it("is left alone while a worker has it, and where there is none", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order } = yield* unlabelled(away);
        const { key, dueAt } = yield* labelTask(order);
        clock.set(dueAt);
        yield* (yield* Tasks).take({ now: dueAt, limit: 100, lease: MINUTE, kinds: ["BuyLabel"] });
        const until = plus(instant(clock.now), MINUTE);
        expect(yield* dropTask(asSupport, key, "mine")).toEqual({ _tag: "Leased", until });
        expect(yield* dropTask(asSupport, "no such key", "mine")).toEqual({ _tag: "Missing" });
        expect(yield* waiting(order)).not.toContain("LabelFailed");
      }),
    ));

  it("R34 was done already: it says so, and what is asked for by another task goes on", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        const book = (date: string) =>
          commandOrder({ actor: asSupport }, order, { _tag: "BookPickup", date: date as CivilDate });
        yield* book("2026-11-04");
        yield* comeToRest();
        yield* commandOrder({ actor: asSupport }, order, { _tag: "CancelPickup" });
        yield* comeToRest();
        yield* book("2026-11-05");
        const first = (yield* tasksOf(order, "BookPickup")).find(({ status }) => status === "Done");
        const { key, task } = first ?? expect.fail("no pickup was booked");
        const over = { _tag: "Over", status: "Done", task };
        expect(yield* dropTask(asSupport, key, "too early")).toEqual(over);
        expect(yield* pickupOf(order)).toMatchObject({ _tag: "Wanted", date: "2026-11-05" });
        yield* comeToRest();
        expect(yield* pickupOf(order)).toMatchObject({ _tag: "Booked", date: "2026-11-05" });
      }),
    ));
});
