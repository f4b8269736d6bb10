import {
  countEvents,
  DAY,
  type Figure,
  Figures,
  readFigures,
  runDue,
  Store,
  StoreUnavailable,
  subscribe,
  Tasks,
} from "@resale/core";
import { asReviewer, asSeller, asSupport, buyPieces, listPiece, MemoryWebhooks } from "@resale/testkit";
import { Effect, Option } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

const days = { from: "2026-11-01", to: "2026-11-30" } as { from: Figure["day"]; to: Figure["day"] };

describe("one call that does what is due", () => {
  it("R60 fires timers, does tasks, counts and tells, and says how much it was", () =>
    play(() =>
      Effect.gen(function* () {
        yield* subscribe(asSupport, {
          url: "https://erp.example/",
          events: ["listing.Started"],
          include: "public",
        });
        yield* listPiece();
        const waiting = (yield* (yield* Tasks).list({ status: "Waiting", limit: 10 })).length;
        expect(waiting).toBeGreaterThan(0);
        expect(yield* runDue(1000)).toEqual({ timers: 0, tasks: waiting, more: false });
        expect(yield* (yield* Tasks).list({ status: "Waiting", limit: 10 })).toEqual([]);
        expect((yield* MemoryWebhooks).sent).toHaveLength(1);
        expect((yield* readFigures(asSupport, days)).map(({ figure }) => figure)).toEqual([
          "Listed",
          "Submitted",
        ]);
        expect(yield* runDue(0)).toEqual({ timers: 0, tasks: 0, more: false });
      }),
    ));

  it("R27 R56 forgets what was done a week ago and what was answered a month ago, not a millisecond before", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        yield* listPiece();
        yield* runDue(1000);
        const { answer, commit } = yield* Store;
        const at = clock.now;
        const given = { scope: "due", key: "k", fingerprint: "f", answer: null, at } as const;
        yield* commit({ changes: [], answer: given });
        const done = Effect.flatMap(Tasks, ({ list }) => list({ status: "Done", limit: 100 }));
        const kept = Effect.map(answer("due", "k"), Option.isSome);
        const before = (yield* done).map(({ key }) => key);
        expect(before.length).toBeGreaterThan(0);
        clock.set(at + 7 * DAY - 1);
        yield* runDue(1000);
        expect((yield* done).map(({ key }) => key)).toEqual(expect.arrayContaining(before));
        clock.set(at + 7 * DAY);
        yield* runDue(1000);
        expect((yield* done).filter(({ key }) => before.includes(key))).toEqual([]);
        clock.set(at + 30 * DAY - 1);
        yield* runDue(1000);
        expect(yield* kept).toBe(true);
        yield* runDue(1000, { answers: "29 days" });
        expect(yield* kept).toBe(false);
      }),
    ));

  it("fires what is due of orders, and does what follows from it in the same call", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        yield* buyPieces([listing]);
        const done = Effect.flatMap(Tasks, ({ list }) => list({ status: "Done", limit: 100 }));
        const before = (yield* done).length;
        clock.set(clock.now + 4 * DAY);
        const { timers, tasks, more } = yield* runDue(1000);
        expect(timers).toBeGreaterThan(0);
        expect(tasks).toBeGreaterThan(0);
        expect(yield* done).toHaveLength(before + tasks);
        expect(more).toBe(false);
      }),
    ));

  it.each([
    [1000, 1, true],
    [1001, 2, false],
  ])("that may take %i milliseconds begins nothing new after them", (most, tasks, more) =>
    play(({ clock }) =>
      Effect.gen(function* () {
        yield* listPiece();
        const port = yield* Tasks;
        const [one] = yield* port.list({ status: "Waiting", limit: 1 });
        let left = 2;
        // Two rounds of one task each, the first of which takes a second.
        const take: Tasks["Service"]["take"] = ({ kinds }) =>
          Effect.sync(() => {
            if (one === undefined || left === 0 || !(kinds ?? []).includes(one.task._tag)) return [];
            left--;
            if (left === 1) clock.set(clock.now + 1000);
            return [{ key: one.key, task: one.task, attempt: 1, lease: "held" }];
          });
        const done = runDue(most).pipe(Effect.provideService(Tasks, Tasks.of({ ...port, take })));
        expect(yield* done).toEqual({ timers: 0, tasks, more });
      }),
    ),
  );
});

describe("what is counted", () => {
  const none = (figures: ReadonlyArray<Figure>) =>
    figures.map(({ figure, count, cents }) => [figure, count, cents]);

  it("R54 is each event once, for the brand's staff, on the day on which it was", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece({ price: 100_00 });
        yield* buyPieces([listing]);
        expect(yield* countEvents()).toBe(false);
        expect(yield* countEvents()).toBe(false);
        const counted = yield* readFigures(asReviewer, days);
        expect(none(counted)).toEqual([
          ["Listed", 1, 100_00],
          ["Sold", 1, 100_00],
          ["Submitted", 1, 0],
        ]);
        expect(counted.map(({ day, ownStock }) => [day, ownStock])).toEqual(
          counted.map(() => ["2026-11-02", false]),
        );
        const oneDay = (day: string) => readFigures(asSupport, { from: day, to: day } as typeof days);
        expect(yield* oneDay("2026-11-02")).toEqual(counted);
        expect(yield* oneDay("2026-11-03")).toEqual([]);
        const turned = { from: days.to, to: days.from };
        expect(yield* refusalOf(readFigures(asSupport, turned))).toEqual({
          _tag: "Invalid",
          faults: [{ field: "to", problem: "is before the first day" }],
        });
        expect(yield* refusalOf(readFigures(asSeller, days))).toEqual({
          _tag: "NotAllowed",
          command: "ReadFigures",
          actor: "Member",
          allowed: ["Reviewer", "Support"],
        });
        const failed = Effect.fail(new StoreUnavailable({ reason: "the disk is full" }));
        const figures = Figures.of({ ...(yield* Figures), read: () => failed });
        const away = readFigures(asSupport, days).pipe(Effect.provideService(Figures, figures));
        expect(yield* refusalOf(away)).toEqual({ _tag: "Unreachable", what: "The store", retryAfter: 2000 });
      }),
    ));

  it("R31 of an order is what became of it, beside its piece", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece({ price: 100_00 });
        yield* buyPieces([listing]);
        clock.set(clock.now + 6 * DAY);
        yield* runDue(1000);
        const overdue = (yield* readFigures(asSupport, days)).filter(({ figure }) => figure === "Overdue");
        expect(none(overdue)).toEqual([["Overdue", 1, 0]]);
      }),
    ));
});
