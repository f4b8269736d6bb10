import {
  advanceClock,
  comeToRest,
  commandListing,
  commandOrder,
  DAY,
  dropTask,
  explainOrder,
  instant,
  ListingId,
  listTasks,
  OrderId,
  type PaymentToken,
  ProviderUnavailable,
  payCheckout,
  plus,
  purchaseHistory,
  runTasks,
  startListing,
  verifyJournal,
  viewOrder,
} from "@resale/core";
import {
  aMember,
  aPurchase,
  asStranger,
  asSupport,
  asVisitor,
  buyPieces,
  holdPieces,
  listPiece,
  MemoryCarrier,
  MemoryMailer,
  scanParcel,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { aMemberWith, deliver, play, refusalOf } from "./playing.ts";

const stateOf = (order: Parameters<typeof viewOrder>[1]) =>
  Effect.map(viewOrder(asSupport, order), ({ order: view }) => view.state);

describe("the engine", () => {
  it("shows on the order what an operator has dropped, and takes it up again by a new task", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const carrier = yield* MemoryCarrier;
        carrier.failNext("buyLabel", new ProviderUnavailable({ provider: "carrier", reason: "closed" }));
        const { checkout } = yield* holdPieces([listing]);
        const card = { tender: "Card", token: "tok_visa" as PaymentToken };
        const paid = yield* payCheckout({ actor: asVisitor }, checkout, card);
        const order = OrderId.make(paid.orders[0] ?? "");
        yield* runTasks(100);
        const [waiting] = (yield* listTasks(asSupport, { status: "Waiting", limit: 10 })).filter(
          ({ task }) => task._tag === "BuyLabel",
        );
        const key = waiting?.key ?? "";
        const refused = yield* Effect.flip(dropTask(signedIn(aMember()), key, "mine"));
        expect(refused._tag).toBe("NotAllowed");
        expect(yield* dropTask(asSupport, key, "wrong account")).toMatchObject({ _tag: "Dropped" });
        const open = Effect.map(viewOrder(asSupport, order), ({ order: view }) =>
          (view.desk?.operatorTasks ?? []).map(({ task }) => task),
        );
        expect(yield* open).toEqual(["LabelFailed"]);
        expect(yield* dropTask(asSupport, key, "once more")).toMatchObject({
          _tag: "Over",
          status: "Dropped",
        });
        yield* commandOrder({ actor: asSupport }, order, { _tag: "Repeat", what: "Label" });
        yield* comeToRest();
        expect(yield* open).toEqual([]);
        expect((yield* viewOrder(asSupport, order)).order.tracking).toBeDefined();
      }),
    ));

  it("waits for its turn before each task, and does none until that has come", () =>
    play(() =>
      Effect.gen(function* () {
        yield* listPiece();
        const { sent } = yield* MemoryMailer;
        const before = sent.length;
        const sentAtTurn: Array<number> = [];
        const turn = Effect.andThen(
          Effect.yieldNow,
          Effect.sync(() => sentAtTurn.push(sent.length - before)),
        );
        const done = yield* runTasks(100, Effect.asVoid(turn));
        expect(done).toBeGreaterThan(0);
        expect(sentAtTurn).toHaveLength(done);
        expect(sentAtTurn[0]).toBe(0);
        expect(sent.length).toBeGreaterThan(before);
      }),
    ));

  it("R56 gives the same answer to the same request, and an error to another one under the same key", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith(aPurchase({ quantity: 2 }));
        const actor = signedIn(member);
        const idempotency = { scope: member.id, key: "once", fingerprint: "start 1" };
        const asked = startListing({ actor, idempotency }, unitOf(bag));
        const [first, ...others] = yield* Effect.all(
          Array.from({ length: 10 }, () => asked),
          { concurrency: "unbounded" },
        );
        for (const other of others) expect(other).toEqual(first);
        const changed = { ...idempotency, fingerprint: "start 2" };
        expect(yield* refusalOf(startListing({ actor, idempotency: changed }, unitOf(bag, 2)))).toEqual({
          _tag: "KeyReused",
          key: "once",
        });
      }),
    ));

  it("of many who change what they saw at one version, one does, and the others are told", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith();
        const actor = signedIn(member);
        const { id } = yield* startListing({ actor }, unitOf(bag));
        const listing = ListingId.make(id);
        const edit = (price: number, versions: ReadonlyArray<number>) =>
          commandListing({ actor, seen: { kind: "listing", id, versions } }, listing, {
            _tag: "Edit",
            details: someDetails({ price }),
          });
        const outcomes = yield* Effect.all(
          Array.from({ length: 10 }, (_, index) => Effect.result(edit(50_00 + index, [1]))),
          { concurrency: "unbounded" },
        );
        expect(outcomes.filter(({ _tag }) => _tag === "Success")).toHaveLength(1);
        expect(yield* refusalOf(edit(10_00, [1, 7]))).toEqual({
          _tag: "VersionChanged",
          subject: "listing",
          seen: [1, 7],
          current: 2,
        });
        expect((yield* edit(20_00, [1, 2])).details.price).toBe(20_00);
        // What another subject has become is not asked.
        const seen = { kind: "order", id, versions: [99] } as const;
        yield* commandListing({ actor, seen }, listing, { _tag: "Withdraw" });
      }),
    ));

  it("R58 explains an order to its buyer: what is open, why the rest is not, and what comes by itself", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        yield* deliver(order, () => clock.now);
        const guest = { _tag: "Guest", order } as const;
        const told = yield* explainOrder(guest, order);
        expect(told.state).toBe("Delivered");
        expect(told.open).toEqual(expect.arrayContaining(["Confirm", "OpenDispute", "Rate"]));
        expect(told.closed).toContainEqual({
          command: "Cancel",
          because: expect.objectContaining({ _tag: "NotAllowed", allowed: ["Support"] }),
        });
        expect(told.ifNobodyActs).toMatchObject({ timer: "closing" });
        expect(told.deadlines.at(-1)).toMatchObject({ timer: "acceptance" });
      }),
    ));

  it("R54 does not find for strangers what is not theirs", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        for (const stranger of [asVisitor, asStranger]) {
          expect(yield* refusalOf(viewOrder(stranger, order))).toMatchObject({ _tag: "NotFound" });
          const confirm = commandOrder({ actor: stranger }, order, { _tag: "Confirm" });
          expect(yield* refusalOf(confirm)).toMatchObject({ _tag: "NotFound" });
        }
      }),
    ));

  it("R51 refunds what never arrived, and the unit may be listed anew", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        yield* scanParcel(order, "Accepted", instant(clock.now));
        yield* advanceClock(plus(instant(clock.now), 10 * DAY));
        expect(yield* stateOf(order)).toBe("TransitStalled");
        const reason = { code: "NeverArrived", text: "The carrier has lost it." };
        yield* commandOrder({ actor: asSupport }, order, { _tag: "Cancel", reason });
        yield* comeToRest();
        const { order: view } = yield* viewOrder(asSupport, order);
        expect(view.buyer?.refund).toBe("Done");
        const [piece] = yield* purchaseHistory(signedIn(seller));
        expect(piece).toMatchObject({ listing: null, refusal: null });
        expect((yield* verifyJournal()).faults).toEqual([]);
      }),
    ));

  it("R59 moves orders, mails, carriers and gift cards together, and tells what happened", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        yield* deliver(order, () => clock.now);
        const events = yield* advanceClock(plus(instant(clock.now), 30 * DAY));
        const told = events.filter(({ subject }) => subject.id === order);
        expect(told.map(({ event }) => (event as { _tag: string })._tag).sort()).toEqual([
          "ConfirmedAutomatically",
          "MailSent",
          "MailSent",
          "MailSent",
          "PayoutFellDue",
          "PayoutIssued",
          "WindowClosing",
        ]);
      }),
    ));
});
