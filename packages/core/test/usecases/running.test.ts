import {
  advanceClock,
  comeToRest,
  commandListing,
  commandOrder,
  DAY,
  dropTask,
  type Email,
  explainOrder,
  findCredit,
  History,
  HOUR,
  instant,
  ListingId,
  listTasks,
  type MailTag,
  OrderId,
  OutcomeUnknown,
  openDesk,
  type PaymentToken,
  ProviderRefused,
  ProviderUnavailable,
  payCheckout,
  plus,
  preLoved,
  purchaseHistory,
  resendCredit,
  runTasks,
  startListing,
  submitListing,
  verifyJournal,
  viewListing,
  viewOrder,
} from "@resale/core";
import {
  aMember,
  aPurchase,
  asReviewer,
  asStranger,
  asSupport,
  asVisitor,
  at,
  buyPieces,
  holdPieces,
  listPiece,
  MemoryCarrier,
  MemoryMailer,
  MemoryMembers,
  MemoryPurchases,
  MemoryStoreCredit,
  makeWorld,
  scanParcel,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

const stateOf = (order: Parameters<typeof viewOrder>[1]) =>
  Effect.map(viewOrder(asSupport, order), ({ order: view }) => view.state);

const deliver = (order: Parameters<typeof viewOrder>[1], now: () => number) =>
  Effect.gen(function* () {
    yield* scanParcel(order, "Accepted", instant(now()));
    yield* advanceClock(plus(instant(now()), 2 * DAY));
    yield* scanParcel(order, "Delivered", instant(now()));
  });

describe("selling", () => {
  it("R3 shows what can be sold, and says why the rest cannot", () =>
    play(() =>
      Effect.gen(function* () {
        const member = aMember();
        (yield* MemoryMembers).upsert(member);
        const bag = aPurchase({ quantity: 2, refunded: 1 });
        const watch = aPurchase({ product: { ...bag.product, category: "Watches", name: "Parker Watch" } });
        (yield* MemoryPurchases).upsert(member.id, bag, watch);
        const units = yield* purchaseHistory(signedIn(member));
        const tags = Object.fromEntries(units.map(({ unit, refusal }) => [unit, refusal?._tag ?? "open"]));
        expect(tags).toEqual({
          [unitOf(bag, 1)]: "open",
          [unitOf(bag, 2)]: "UnitRefunded",
          [unitOf(watch, 1)]: "CategoryNotTaken",
        });
        const foreign = unitOf(aPurchase());
        expect(yield* refusalOf(startListing({ actor: signedIn(member) }, foreign))).toEqual({
          _tag: "NotInPurchaseHistory",
          unit: foreign,
        });
      }),
    ));

  it("R4 lists a unit once, even if it is asked for many times at once", () =>
    play(() =>
      Effect.gen(function* () {
        const member = aMember();
        (yield* MemoryMembers).upsert(member);
        const bag = aPurchase();
        (yield* MemoryPurchases).upsert(member.id, bag);
        const tries = Array.from({ length: 20 }, () =>
          Effect.result(startListing({ actor: signedIn(member) }, unitOf(bag))),
        );
        const results = yield* Effect.all(tries, { concurrency: "unbounded" });
        expect(results.filter(({ _tag }) => _tag === "Success")).toHaveLength(1);
        const other = results.find(({ _tag }) => _tag === "Failure");
        expect(other).toMatchObject({ failure: { _tag: "UnitAlreadyListed", unit: unitOf(bag) } });
      }),
    ));

  it("R1 asks for membership at submission and again at approval, and never at the payout", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const members = yield* MemoryMembers;
        const { listing, seller } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        members.upsert({ ...seller, membership: "Lapsed" });
        yield* deliver(order, () => clock.now);
        yield* advanceClock(plus(instant(clock.now), 3 * DAY));
        expect((yield* MemoryStoreCredit).cards.size).toBe(1);
        const bag = aPurchase();
        (yield* MemoryPurchases).upsert(seller.id, bag);
        const actor = signedIn(seller);
        const next = ListingId.make((yield* startListing({ actor }, unitOf(bag))).id);
        yield* commandListing({ actor }, next, { _tag: "Edit", details: someDetails() });
        expect(yield* refusalOf(submitListing({ actor }, next))).toMatchObject({
          _tag: "MembershipRequired",
        });
      }),
    ));

  it("R15 does not show a listing to others before it is approved", () =>
    play(() =>
      Effect.gen(function* () {
        const member = aMember();
        (yield* MemoryMembers).upsert(member);
        const bag = aPurchase();
        (yield* MemoryPurchases).upsert(member.id, bag);
        const { id } = yield* startListing({ actor: signedIn(member) }, unitOf(bag));
        const listing = ListingId.make(id);
        for (const stranger of [asVisitor, asStranger]) {
          expect(yield* refusalOf(viewListing(stranger, listing))).toMatchObject({ _tag: "NotFound" });
        }
        expect((yield* viewListing(asReviewer, listing)).listing.state).toBe("Draft");
      }),
    ));
});

describe("mails", () => {
  it("R2 go to the address the loyalty account has when they are sent, and the address used is recorded", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        const moved = "moved@members.example" as Email;
        (yield* MemoryMembers).upsert({ ...seller, email: moved });
        const { order } = yield* buyPieces([listing]);
        const mailer = yield* MemoryMailer;
        expect(mailer.to(moved).map(({ mail }) => mail._tag)).toContain("ItemSold");
        const events = yield* (yield* History).of({ kind: "order", id: order });
        expect(events.map(({ event }) => event)).toContainEqual(
          expect.objectContaining({ _tag: "MailSent", mail: "ItemSold", to: moved, at: clock.now }),
        );
      }),
    ));

  it("R28 bring the seller the label as a PDF, and as a QR code where the carrier has one", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, seller } = yield* listPiece();
        yield* buyPieces([listing]);
        const sold = (yield* MemoryMailer).to(seller.email).find(({ mail }) => mail._tag === "ItemSold");
        expect(sold?.attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
          ["shipping-label.pdf", "application/pdf"],
          ["shipping-label-qr.png", "image/png"],
        ]);
      }),
    ));

  it("R29 lets the seller's time run from the label mail, not from the order", () =>
    play(
      ({ clock }) =>
        Effect.gen(function* () {
          const { listing } = yield* listPiece();
          const carrier = yield* MemoryCarrier;
          const away = new ProviderUnavailable({ provider: "carrier", reason: "out of order" });
          for (let call = 0; call < 9; call++) carrier.failNext("buyLabel", away);
          const placedAt = clock.now;
          const { order } = yield* buyPieces([listing]);
          yield* advanceClock(plus(instant(placedAt), 3 * DAY));
          const { order: view } = yield* viewOrder(asSupport, order);
          const shipBy = view.seller?.shipBy;
          expect(view.promise.reckoning).toMatchObject({ from: placedAt });
          expect(shipBy?.reckoning.from).toBeGreaterThan(placedAt);
          expect(shipBy?.at).toBeGreaterThan(view.promise.at);
          expect(view.promise.at).toBeGreaterThan(placedAt);
        }),
      makeWorld(preLoved, at("2026-11-02T23:50:00-05:00")),
    ));

  it("R35 tell the buyer every three days how it stands, each at most once, until it is received", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order, email } = yield* buyPieces([listing]);
        yield* advanceClock(plus(instant(clock.now), 10 * DAY));
        const mailer = yield* MemoryMailer;
        const updates = () => mailer.to(email).filter(({ mail }) => mail._tag === "TransitUpdate");
        expect(updates()).toHaveLength(3);
        expect(new Set(updates().map(({ messageId }) => messageId)).size).toBe(3);
        yield* deliver(order, () => clock.now);
        const before = updates().length;
        yield* advanceClock(plus(instant(clock.now), 10 * DAY));
        expect(updates()).toHaveLength(before);
      }),
    ));

  it("R13 gather for the operators, each business day, what waits for them", () =>
    play(({ clock, program }) =>
      Effect.gen(function* () {
        yield* openDesk();
        const { listing } = yield* listPiece();
        yield* buyPieces([listing]);
        yield* advanceClock(plus(instant(clock.now), 7 * DAY));
        const mailer = yield* MemoryMailer;
        const [first] = program.mail.operators;
        const digests = mailer
          .to(first)
          .flatMap(({ mail }) => (mail._tag === "OperatorDigest" ? [mail] : []));
        expect(digests.length).toBeGreaterThan(0);
        expect(digests.at(-1)?.tasks).toMatchObject([{ task: "Overdue", title: "Jet Set Medium Tote" }]);
      }),
    ));

  it("are not sent for what is no longer true when their turn comes", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order, email } = yield* buyPieces([listing]);
        const mailer = yield* MemoryMailer;
        const away = new ProviderUnavailable({ provider: "mail", reason: "out of order" });
        mailer.failNext("send", away);
        yield* scanParcel(order, "Accepted", instant(clock.now));
        yield* scanParcel(order, "Delivered", plus(instant(clock.now), 1));
        yield* advanceClock(plus(instant(clock.now), HOUR));
        const tags: ReadonlyArray<MailTag> = mailer.to(email).map(({ mail }) => mail._tag);
        expect(tags).toContain("ParcelDelivered");
        expect(tags).not.toContain("ParcelShipped");
      }),
    ));
});

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
        const member = aMember();
        (yield* MemoryMembers).upsert(member);
        const bag = aPurchase({ quantity: 2 });
        (yield* MemoryPurchases).upsert(member.id, bag);
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
        const member = aMember();
        (yield* MemoryMembers).upsert(member);
        const bag = aPurchase();
        (yield* MemoryPurchases).upsert(member.id, bag);
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
