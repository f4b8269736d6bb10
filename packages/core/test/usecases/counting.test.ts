import {
  advanceClock,
  type CivilDate,
  commandListing,
  commandOrder,
  countEvents,
  DAY,
  Figures,
  History,
  HOUR,
  instant,
  keepCounting,
  plus,
  readFigures,
  StoreUnavailable,
} from "@resale/core";
import { asReviewer, asSupport, asVisitor, listPiece, someDetails } from "@resale/testkit";
import { Effect, Fiber } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, overheard, play, refusalOf } from "./playing.ts";
import { RestingClock, until } from "./RestingClock.ts";
import { aSale } from "./sales.ts";

const from = "2026-11-01" as CivilDate;
const to = "2026-12-31" as CivilDate;

const counted = Effect.map(readFigures(asSupport, { from, to }), (figures) =>
  figures.map(({ figure, count }) => [figure, count]).sort(),
);

describe("what happens", () => {
  it("is counted once, of listings and of orders", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        expect(yield* countEvents()).toBe(false);
        const { order } = yield* aSale;
        yield* deliver(order, () => clock.now);
        yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "Confirm" });
        yield* advanceClock(plus(instant(clock.now), DAY));
        expect(yield* countEvents()).toBe(false);
        const figures = yield* counted;
        expect(figures).toEqual([
          ["Listed", 1],
          ["PaidOut", 1],
          ["Sold", 1],
          ["Submitted", 1],
        ]);
        expect(yield* countEvents()).toBe(false);
        expect(yield* counted).toEqual(figures);
        expect(yield* (yield* Figures).position).toBe(yield* (yield* History).last);
      }),
    ));

  it("is counted as it was then, whatever has become of it since", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing, actor } = yield* listPiece({ price: 100_00 });
        const details = someDetails({ price: 80_00, grade: "Good" });
        yield* commandListing({ actor }, listing, { _tag: "Edit", details });
        yield* countEvents();
        const figures = (yield* readFigures(asSupport, { from, to })).map(
          ({ figure, grade, band, count, cents }) => ({ figure, grade, band, count, cents }),
        );
        const submitted = { figure: "Submitted", cents: 0, count: 1 };
        expect(figures.filter(({ figure }) => figure === "Submitted")).toMatchObject([submitted, submitted]);
        expect(figures.find(({ figure }) => figure === "Listed")).toMatchObject({ cents: 100_00 });
        expect(new Set(figures.map(({ grade }) => grade))).toEqual(new Set(["Good", "Excellent"]));
      }),
    ));

  it("is counted a page of five hundred at a time, and again where somebody else was faster", () =>
    play(() =>
      Effect.gen(function* () {
        const history = yield* History;
        while ((yield* history.last) < 501) yield* listPiece();
        const figures = yield* Figures;
        const slower = Figures.of({ ...figures, record: () => Effect.succeed(false) });
        expect(yield* Effect.provideService(countEvents(), Figures, slower)).toBe(true);
        expect(yield* figures.position).toBe(0);
        expect(yield* countEvents()).toBe(true);
        expect(yield* figures.position).toBe(500);
        expect(yield* countEvents()).toBe(false);
        expect(yield* figures.position).toBe(yield* history.last);
      }),
    ));

  it("goes on being counted, with a rest between, and after a trouble, of which it is told", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const history = yield* History;
        while ((yield* history.last) < 501) yield* listPiece();
        const figures = yield* Figures;
        let asked = 0;
        const position = Effect.suspend(() =>
          asked++ === 0 ? Effect.fail(new StoreUnavailable({ reason: "full" })) : figures.position,
        );
        const rests: Array<number> = [];
        const heard = overheard();
        const counting = yield* keepCounting("1 hour").pipe(
          Effect.provideService(Figures, Figures.of({ ...figures, position })),
          new RestingClock(instant(clock.now), rests).drive,
          heard.by,
          Effect.forkChild,
        );
        const long = () => rests.filter((rest) => rest > 0);
        yield* until(() => long().length >= 2);
        yield* Fiber.interrupt(counting);
        expect(long().slice(0, 2)).toEqual([HOUR, HOUR]);
        expect(heard.said).toEqual([expect.stringContaining("events could not be counted")]);
        expect(yield* figures.position).toBe(yield* history.last);
      }),
    ));
});

describe("what was counted", () => {
  it("R54 is for the brand's staff alone, of one day or of several, in their order", () =>
    play(() =>
      Effect.gen(function* () {
        const allowed = ["Reviewer", "Support"];
        expect(yield* refusalOf(readFigures(asVisitor, { from, to }))).toEqual({
          _tag: "NotAllowed",
          command: "ReadFigures",
          actor: "Visitor",
          allowed,
        });
        expect(yield* refusalOf(readFigures(asReviewer, { from: to, to: from }))).toEqual({
          _tag: "Invalid",
          faults: [{ field: "to", problem: "is before the first day" }],
        });
        expect(yield* readFigures(asReviewer, { from, to: from })).toEqual([]);
      }),
    ));
});
