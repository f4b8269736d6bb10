import {
  comeToRest,
  commandOrder,
  declineOptionalMails,
  type Email,
  type Finding,
  History,
  type OrderId,
  openDesk,
  type SubjectRef,
  verifyStore,
} from "@resale/core";
import { asSupport, MemoryStore } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "./playing.ts";
import { aSale, confirmed } from "./sales.ts";

const findings = Effect.gen(function* () {
  const found: Array<Finding> = [];
  const looked = yield* verifyStore({ onFinding: (finding) => Effect.sync(() => found.push(finding)) });
  expect(looked.findings).toBe(found.length);
  return found;
});

/** Something comes about once the subject was looked up, and before its facts, or its money, are read. */
const whileReading = Effect.fnUntraced(function* <A, E, R, E2, R2>(
  effect: Effect.Effect<A, E, R>,
  what: "of" | "postingsOf",
  order: OrderId,
  meanwhile: Effect.Effect<unknown, E2, R2>,
) {
  const history = yield* History;
  const services = yield* Effect.context<R2>();
  let happened = false;
  const before = Effect.suspend(() => {
    if (happened) return Effect.void;
    happened = true;
    return Effect.orDie(Effect.provideContext(Effect.asVoid(meanwhile), services));
  });
  const heard = History.of({
    ...history,
    of: (subject, after) => {
      const read = history.of(subject, after);
      return what === "of" && subject.id === order ? Effect.andThen(before, read) : read;
    },
    postingsOf: (id) => {
      const read = history.postingsOf(id);
      return what === "postingsOf" && id === order ? Effect.andThen(before, read) : read;
    },
  });
  return yield* Effect.provideService(effect, History, heard);
});

describe("verifying while sales go on", () => {
  it.each(["of", "postingsOf"] as const)(
    "R53 R55 leaves what has come since for the next time (%s)",
    (what) =>
      play(() =>
        Effect.gen(function* () {
          const { order } = yield* aSale;
          const reason = { code: "SellerCannotShip", text: "Ill." };
          const undone = Effect.andThen(
            commandOrder({ actor: asSupport }, order, { _tag: "Cancel", reason }),
            comeToRest(),
          );
          expect(yield* whileReading(findings, what, order, undone)).toEqual([]);
          expect(yield* findings).toEqual([]);
        }),
      ),
  );

  it("R53 R55 finds facts and money beyond an order that nobody has changed", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const { database } = yield* MemoryStore;
        const [line] = database.postings.filter((one) => one.order === order);
        const event = database.events.findLast(({ subject }) => subject.id === order);
        if (line === undefined || event === undefined) throw new Error("nothing was sold");
        database.postings.push({ ...line, version: 90, amount: 1 as typeof line.amount });
        expect((yield* findings).map(({ _tag }) => _tag)).toContain("JournalDiffers");
        database.postings.pop();
        expect(yield* findings).toEqual([]);
        const position = 1 + (database.events.at(-1)?.position ?? 0);
        database.events.push({ ...event, position, version: 90 });
        expect((yield* findings).map(({ _tag }) => _tag)).toContain("EventBeyond");
      }),
    ));
});

describe("verifying every kind of subject", () => {
  it("R55 reads desks and mailboxes, too, and names those that it can't read", () =>
    play(() =>
      Effect.gen(function* () {
        yield* openDesk();
        yield* declineOptionalMails("grace@buyers.example" as Email);
        expect(yield* findings).toEqual([]);
        const { database } = yield* MemoryStore;
        const spoilt: Array<SubjectRef> = [];
        for (const [name, row] of database.subjects) {
          const { stored } = row;
          spoilt.push(stored.subject);
          database.subjects.set(name, { ...row, stored: { ...stored, state: { _tag: "Lost" } } });
        }
        expect(spoilt.map(({ kind }) => kind).toSorted()).toEqual(["desk", "mailbox"]);
        const found = yield* findings;
        expect(found.map(({ _tag }) => _tag)).toEqual(["Unreadable", "Unreadable"]);
        expect(found.map(({ subject }) => subject)).toEqual(expect.arrayContaining(spoilt));
      }),
    ));

  it("R53 R55 reads all orders' money, however few are read at a time, and names once whose order is gone", () =>
    play(() =>
      Effect.gen(function* () {
        const sales = [yield* aSale, yield* aSale, yield* aSale];
        const { database } = yield* MemoryStore;
        const gone = sales.map(({ order }) => ({ kind: "order", id: order }) as const);
        for (const { id } of gone) {
          database.subjects.delete(`order/${id}`);
          database.events.splice(
            0,
            database.events.length,
            ...database.events.filter(({ subject }) => subject.id !== id),
          );
        }
        const history = yield* History;
        const slowly = History.of({ ...history, postings: (after) => history.postings(after, 1) });
        const found = yield* Effect.provideService(findings, History, slowly);
        const missing = found.filter(({ _tag }) => _tag === "SubjectMissing");
        expect(missing).toHaveLength(3);
        expect(missing).toEqual(
          expect.arrayContaining(gone.map((subject) => ({ _tag: "SubjectMissing", subject, of: "money" }))),
        );
      }),
    ));

  it("R53 finds money that is still held where an order is finished, and lines on no account of ours", () =>
    play((world) =>
      Effect.gen(function* () {
        const { order } = yield* confirmed(world);
        yield* comeToRest();
        expect(yield* findings).toEqual([]);
        const { database } = yield* MemoryStore;
        const kept = [...database.postings];
        const moved = kept.filter(({ account }) => account === "Held").at(-1) ?? expect.fail("nothing held");
        const others = kept.filter(({ version }) => version !== moved.version);
        database.postings.splice(0, kept.length, ...others);
        const unsound = (yield* findings).filter(({ _tag }) => _tag === "JournalUnsound");
        expect(unsound).toMatchObject([
          { subject: { kind: "order", id: order }, problem: expect.any(String) },
          ...unsound.slice(1),
        ]);
        expect(JSON.stringify(unsound)).toContain("finished, and still holds or owes money");
        const strange = { ...moved, account: "Elsewhere" } as unknown as typeof moved;
        database.postings.splice(0, others.length, ...kept, strange);
        expect((yield* findings).map(({ _tag }) => _tag)).toEqual(["JournalDiffers"]);
      }),
    ));
});
