import {
  type Actor,
  askForLink,
  commandListing,
  History,
  keyScopeOf,
  listingMachine,
  orderMachine,
  type PaymentToken,
  payCheckout,
  StoreUnavailable,
  startListing,
  system,
  verifyJournal,
  viewListing,
} from "@resale/core";
import {
  anAddress,
  asBuyer,
  asCarrier,
  asPaymentProvider,
  asReviewer,
  asSupport,
  asVisitor,
  holdPieces,
  listingId,
  listPiece,
  MemoryStore,
  orderId,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { execute } from "../../src/usecases/execute.ts";
import { aMemberWith, play, refusalOf } from "./playing.ts";
import { aSale } from "./sales.ts";

const restarting = new StoreUnavailable({ reason: "it restarts" });
const unreachable = { _tag: "Unreachable", what: "The store", retryAfter: 2000 };
const submit = { _tag: "Submit", membership: "Active", shipFrom: anAddress() } as const;
const edit = (price: number) => ({ _tag: "Edit", details: someDetails({ price }) }) as const;

/** A member has begun a listing: its version is 1. */
const begun = Effect.gen(function* () {
  const { member, bag } = yield* aMemberWith();
  const actor = signedIn(member);
  return { actor, id: listingId((yield* startListing({ actor }, unitOf(bag))).id) };
});

describe("one piece of work", () => {
  it("R53 R55 writes several steps of one subject as one change, with the facts and mails of each in their order", () =>
    play(() =>
      Effect.gen(function* () {
        const { actor, id } = yield* begun;
        const steps = [edit(90_00), edit(80_00), submit] as const;
        // It was seen as it stood before the first step: the second is not held against that.
        const seen = { kind: "listing", id, versions: [1] } as const;
        const answer = yield* execute({ actor, seen }, (work) =>
          Effect.gen(function* () {
            expect(yield* work.state(listingMachine, id)).toMatchObject({ _tag: "Draft", id });
            for (const step of steps) yield* work.apply(listingMachine, id, step, actor);
            expect(work.changes).toHaveLength(1);
            expect(work.changes[0]).toMatchObject({
              expected: 1,
              index: { status: "Submitted" },
              before: { status: "Draft" },
              state: { _tag: "Submitted", details: { price: 80_00 } },
              journal: [],
            });
            const { tasks, events } = work.changes[0] ?? { tasks: [], events: [] };
            expect(tasks.map(({ key }) => key)).toEqual([`${id}.4.0`]);
            expect(events.map(({ version }) => version)).toEqual([2, 3, 4]);
            const known = work.known(listingMachine, id);
            expect(known).toEqual({
              kind: "listing",
              id,
              version: 4,
              state: yield* work.state(listingMachine, id),
            });
            return "done";
          }),
        );
        expect(answer).toBe("done");
        const events = yield* (yield* History).of({ kind: "listing", id });
        expect(events.map(({ version, event }) => [version, (event as { _tag: string })._tag])).toEqual([
          [1, "Started"],
          [2, "Edited"],
          [3, "Edited"],
          [4, "Submitted"],
        ]);
        expect((yield* viewListing(actor, id)).version).toBe(4);
      }),
    ));

  it("writes what begins and goes on within it as new", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith();
        const actor = signedIn(member);
        const id = listingId(crypto.randomUUID());
        const { displayName } = member;
        const start = {
          _tag: "Start",
          listing: id,
          seller: member.id,
          displayName,
          unit: unitOf(bag),
        } as const;
        yield* execute({ actor }, (work) =>
          Effect.gen(function* () {
            expect(work.known(listingMachine, id)).toEqual({
              kind: "listing",
              id,
              version: 0,
              state: undefined,
            });
            expect(yield* work.state(listingMachine, id)).toBeUndefined();
            yield* work.apply(listingMachine, id, { ...start, purchase: bag }, actor);
            yield* work.apply(listingMachine, id, edit(70_00), actor);
            expect(work.changes).toMatchObject([{ expected: 0, index: { status: "Draft" } }]);
            expect(work.changes[0]).not.toHaveProperty("before");
            return null;
          }),
        );
        const { listing, version } = yield* viewListing(actor, id);
        expect({ version, price: listing.price }).toEqual({ version: 2, price: 70_00 });
      }),
    ));

  it("R55 books the money of every step", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const card = { tender: "Card", token: "tok_visa" as PaymentToken };
        const { orders } = yield* payCheckout({ actor: asVisitor }, checkout, card);
        const order = orderId(orders[0] ?? "");
        const reason = { code: "SellerCannotShip", text: "Ill." };
        yield* execute({ actor: asSupport }, (work) =>
          Effect.gen(function* () {
            yield* work.apply(orderMachine, order, { _tag: "RecordPaid" }, system);
            yield* work.apply(orderMachine, order, { _tag: "Cancel", reason }, asSupport);
            return null;
          }),
        );
        const postings = yield* (yield* History).postingsOf(order);
        const total = 118_75;
        expect(postings.map(({ version, account, amount }) => [version, account, amount])).toEqual([
          [2, "Cash", total],
          [2, "Held", -total],
          [4, "Held", total],
          [4, "RefundDue", -total],
        ]);
        expect((yield* verifyJournal()).faults).toEqual([]);
      }),
    ));

  it("does not load what was read a moment ago, and is told where the store can't be reached", () =>
    play(() =>
      Effect.gen(function* () {
        const { actor, id } = yield* begun;
        const { failNext } = yield* MemoryStore;
        const give = (price: number) => commandListing({ actor }, id, edit(price));
        failNext("load", restarting);
        expect(yield* refusalOf(give(60_00))).toEqual(unreachable);
        failNext("commit", restarting);
        expect(yield* refusalOf(give(60_00))).toEqual(unreachable);
        const known = yield* execute({ actor }, (work) =>
          Effect.gen(function* () {
            yield* work.apply(listingMachine, id, edit(50_00), actor);
            return work.known(listingMachine, id) as never;
          }),
        );
        failNext("load", restarting);
        yield* execute(
          { actor },
          (work) => Effect.as(work.apply(listingMachine, id, edit(40_00), actor), null),
          [known],
        );
        expect((yield* viewListing(actor, id)).listing.price).toBe(40_00);
      }),
    ));

  it("R26 writes nothing where nothing comes of it: a link that was asked for a moment ago", () =>
    play(() =>
      Effect.gen(function* () {
        const { order, email } = yield* aSale;
        yield* askForLink(email, order);
        (yield* MemoryStore).failNext("commit", restarting);
        expect(yield* askForLink(email, order)).toBeUndefined();
      }),
    ));

  it("is not held to what was seen of another subject", () =>
    play(() =>
      Effect.gen(function* () {
        const { actor, id } = yield* begun;
        const other = { kind: "listing", id: crypto.randomUUID(), versions: [7] } as const;
        expect((yield* commandListing({ actor, seen: other }, id, edit(30_00))).price).toBe(30_00);
        const seen = { ...other, id };
        expect(yield* refusalOf(commandListing({ actor, seen }, id, edit(20_00)))).toEqual({
          _tag: "VersionChanged",
          subject: "listing",
          seen: [7],
          current: 2,
        });
      }),
    ));
});

describe("a caller's keys", () => {
  it.each<readonly [Actor, string]>([
    [asBuyer, "Member:grace"],
    [asReviewer, "Reviewer:rita"],
    [asSupport, "Support:sam"],
    [{ _tag: "Guest", order: orderId("o-1"), generation: 2 }, "Guest:o-1"],
    [asVisitor, "Visitor"],
    [asCarrier, "Carrier"],
    [asPaymentProvider, "PaymentProvider"],
    [system, "System"],
  ])("R56 are one caller's alone: %o", (actor, scope) => {
    expect(keyScopeOf(actor)).toBe(scope);
  });
});
