import {
  type Finding,
  type Looked,
  type Order,
  type OrderId,
  Store,
  type StoredPosting,
  type StoredSubject,
  type SubjectRef,
  verifyJournal,
  verifyStore,
} from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  buyPieces,
  listPiece,
  MemoryStore,
} from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { isOver } from "../../src/usecases/verifyStore.ts";
import { play } from "./playing.ts";

const verified = Effect.gen(function* () {
  const findings: Array<Finding> = [];
  const pages: Array<Looked> = [];
  const looked = yield* verifyStore({
    onFinding: (finding) => Effect.sync(() => findings.push(finding)),
    onPage: (page) => Effect.sync(() => pages.push(page)),
  });
  return { findings, pages, looked };
});

const aSale = Effect.gen(function* () {
  const { listing } = yield* listPiece({ price: 100_00 });
  return { listing, ...(yield* buyPieces([listing])) };
});

/** Somebody has been in the tables. */
const meddle = (change: (database: MemoryStore["Service"]["database"]) => void) =>
  MemoryStore.use(({ database }) => Effect.sync(() => change(database)));

const rewrite = (of: SubjectRef, change: (stored: StoredSubject) => Partial<StoredSubject>) =>
  meddle(({ subjects }) => {
    const row = subjects.get(`${of.kind}/${of.id}`);
    if (row === undefined) throw new Error(`there is no ${of.kind} ${of.id}`);
    const stored = { ...row.stored, ...change(row.stored) };
    subjects.set(`${of.kind}/${of.id}`, { ...row, stored });
  });

const anOrder = (id: OrderId) => ({ kind: "order", id }) as const;

describe("verifying a whole store", () => {
  it("R53 R55 finds nothing in a sound one, and tells how much it has looked at", () =>
    play(() =>
      Effect.gen(function* () {
        yield* aSale;
        const { findings, pages, looked } = yield* verified;
        expect(findings).toEqual([]);
        expect(looked.subjects).toMatchObject({ listing: 1, checkout: 1, order: 1 });
        const { database } = yield* MemoryStore;
        expect(looked.events).toBe(database.events.length);
        expect(looked.lines).toBe(database.postings.length);
        expect(looked.findings).toBe(0);
        const [cash, held] = [looked.balances.get("Cash"), looked.balances.get("Held")];
        expect(cash).toBeGreaterThan(100_00);
        expect(held).toBe(-(cash ?? 0));
        expect(pages.map(({ subjects }) => subjects.order)).toEqual([0, 0, 1, 1, 1]);
      }),
    ));

  it("R55 finds in every kind of subject what is not what its facts say", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, order } = yield* aSale;
        yield* rewrite(anOrder(order), ({ state }) => ({
          state: { ...(state as object), paid: false } as never,
        }));
        yield* rewrite({ kind: "listing", id: listing }, () => ({ state: { _tag: "Lost" } }));
        const { findings, looked } = yield* verified;
        expect(findings.map(({ _tag, subject }) => [_tag, subject.kind, subject.id])).toEqual([
          ["Unreadable", "listing", listing],
          ["StateDiffers", "order", order],
        ]);
        expect(looked.findings).toBe(2);
      }),
    ));

  it("R55 finds facts that are missing, and facts of what is not there", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* meddle(({ subjects, events }) => {
          subjects.delete(`order/${order}`);
          const gone = events.findIndex(({ subject }) => subject.kind === "checkout");
          const [event] = events.slice(gone);
          if (event === undefined) throw new Error("nothing was checked out");
          events[gone] = { ...event, version: 99 };
        });
        const { findings } = yield* verified;
        expect(
          findings.map((finding) => [finding._tag, "of" in finding ? finding.of : finding.subject.kind]),
        ).toEqual([
          ["EventMissing", "checkout"],
          ["EventBeyond", "checkout"],
          ["SubjectMissing", "facts"],
          ["SubjectMissing", "money"],
        ]);
      }),
    ));

  it("R53 finds money that was not booked, and money that does not add up", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* meddle(({ postings }) => {
          const at = postings.findIndex(({ account }) => account === "Held");
          const [line] = postings.slice(at);
          if (line === undefined) throw new Error("nothing was paid");
          postings[at] = { ...line, amount: line.amount - 1 } as StoredPosting;
        });
        const { findings, looked } = yield* verified;
        expect(findings).toMatchObject([
          { _tag: "JournalDiffers", subject: anOrder(order), account: "Held" },
          { _tag: "JournalUnsound", subject: anOrder(order) },
        ]);
        expect(looked.balances.get("Held")).toBe(-(looked.balances.get("Cash") ?? 0) - 1);
        const { faults, orders } = yield* verifyJournal();
        expect(orders).toBe(1);
        expect(faults.map((fault) => fault.order)).toEqual([order, order]);
        expect(faults[0]?.problem).toContain("on Held");
      }),
    ));

  it("R53 money of an order that is not there is named as such", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* meddle(({ subjects }) => subjects.delete(`order/${order}`));
        const problem = "money was booked for an order that is not there";
        expect(yield* verifyJournal()).toMatchObject({ orders: 1, faults: [{ order, problem }] });
      }),
    ));

  it("R55 looks at all there is, page by page", () =>
    play(() =>
      Effect.gen(function* () {
        const { commit } = yield* Store;
        const many = Array.from({ length: 201 }, () => newSubject());
        for (const subject of many) yield* commit({ changes: [change(subject)] });
        const lost = many.slice(0, 3);
        yield* meddle(({ subjects }) => {
          for (const { id } of lost) subjects.delete(`order/${id}`);
        });
        const { findings, pages, looked } = yield* verified;
        expect(looked.subjects.order).toBe(198);
        expect(pages).toHaveLength(5);
        const missing = findings.filter(({ _tag }) => _tag === "SubjectMissing");
        expect(missing.map(({ subject }) => subject.id)).toEqual(lost.map(({ id }) => id));
        for (let at = 0; at < 3; at++) yield* commit({ changes: [change(newSubject())] });
        const more = yield* verified;
        expect(more.looked.subjects.order).toBe(201);
        expect(more.pages.map(({ subjects }) => subjects.order)).toEqual([0, 0, 200, 201, 201, 201]);
      }),
    ));
});

describe("an order whose money rests", () => {
  const over = (order: Partial<Pick<Order, "refund" | "payout">>) =>
    isOver({ ...aDeliveredOrder().state, ...order });

  it("R53 is one that was refunded, by us or by the bank, or paid out; none before", () => {
    const amount = aDeliveredOrder().state.terms.total;
    expect(over({})).toBe(false);
    expect(isOver(aConfirmedOrder().state)).toBe(false);
    expect(isOver(aCancelledOrder().state)).toBe(false);
    const at = aDeliveredOrder().now;
    expect(over({ refund: { _tag: "Done", amount, at } })).toBe(true);
    expect(over({ refund: { _tag: "ByChargeback", amount } })).toBe(true);
    const reference = "gc_1" as never;
    expect(over({ payout: { _tag: "Issued", amount, reference, at, to: "ada@example.com" } })).toBe(true);
    expect(over({ payout: { _tag: "Dropped", amount } })).toBe(false);
  });
});
