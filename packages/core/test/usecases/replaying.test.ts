import {
  advanceClock,
  commandOrder,
  DAY,
  type DeviationCount,
  HOUR,
  instant,
  type OrderId,
  type Program,
  plus,
  preLoved,
  replayStore,
  type StoreReplay,
} from "@resale/core";
import {
  aProgram,
  buyPieces,
  elapsed,
  listPiece,
  MemoryStore,
  makeWorld,
  scanParcel,
  type World,
} from "@resale/testkit";
import { Effect, Result } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "./playing.ts";

const under = (other: Program) => ({ under: () => Result.succeed(other) });

const found = (outcome: StoreReplay, deviation: DeviationCount["deviation"]): DeviationCount | undefined =>
  outcome.deviations.find((one) => JSON.stringify(one.deviation) === JSON.stringify(deviation));

const bookedOn = ({ booked }: StoreReplay, account: string) => {
  const { stored, replayed } = booked.find((one) => one.account === account) ?? {};
  return [stored, replayed];
};

const delivered = Effect.fnUntraced(function* ({ clock }: World, order: OrderId) {
  yield* scanParcel(order, "Accepted", instant(clock.now));
  yield* scanParcel(order, "Delivered", instant(clock.now), undefined);
});

const pass = ({ clock }: World, milliseconds: number) => advanceClock(plus(instant(clock.now), milliseconds));

/** Three pieces at $100.00; two are sold and have arrived: one buyer says so after 40 hours, the other says nothing yet. */
const threePieces = Effect.fnUntraced(function* (world: World) {
  const pieces = [yield* listPiece(), yield* listPiece(), yield* listPiece()];
  const [confirmed, silent] = [
    yield* buyPieces([pieces[0]?.listing ?? expect.fail()]),
    yield* buyPieces([pieces[1]?.listing ?? expect.fail()]),
  ];
  yield* delivered(world, confirmed.order);
  yield* delivered(world, silent.order);
  yield* pass(world, 40 * HOUR);
  yield* commandOrder({ actor: { _tag: "Guest", order: confirmed.order } }, confirmed.order, {
    _tag: "Confirm",
  });
  yield* pass(world, HOUR);
  return { confirmed: confirmed.order, silent: silent.order };
});

describe("replaying all histories", () => {
  it("R57 the Program in force, under whatever name, changes nothing of them", () =>
    play((world) =>
      Effect.gen(function* () {
        yield* threePieces(world);
        const outcome = yield* replayStore(under(aProgram({ version: "renamed" })));
        expect(outcome).toMatchObject({ changed: 0, failed: 0, unchanged: 7, deviations: [] });
        expect(outcome.subjects).toEqual({ listing: 3, checkout: 2, order: 2 });
        for (const { stored, replayed } of outcome.booked) expect(replayed).toBe(stored);
        expect(bookedOn(outcome, "StoreCredit")).toEqual([-80_00, -80_00]);
      }),
    ));

  it("R57 at a share of 75 % and a window of a day: how many change, in which way, and what that is in money", () =>
    play((world) =>
      Effect.gen(function* () {
        const { confirmed, silent } = yield* threePieces(world);
        const window = { window: elapsed(24 * HOUR), closing: elapsed(12 * HOUR) };
        const other = aProgram({ version: "next", sellerShare: 7_500, delivery: window });
        const outcome = yield* replayStore(under(other));
        expect(outcome).toMatchObject({ changed: 5, unchanged: 2, failed: 0 });
        expect(
          found(outcome, { _tag: "Outcome", stored: "Confirmed", replayed: "ConfirmedAutomatically" }),
        ).toMatchObject({ kind: "order", count: 1, cents: null, examples: [{ id: confirmed }] });
        expect(
          found(outcome, { _tag: "Outcome", stored: "Delivered", replayed: "ConfirmedAutomatically" }),
        ).toMatchObject({ count: 1, examples: [{ id: silent }] });
        expect(found(outcome, { _tag: "Refused", command: "Confirm", because: "WrongState" })).toMatchObject({
          count: 1,
          examples: [{ id: confirmed, replayed: { _tag: "WrongState" } }],
        });
        const payouts = outcome.deviations.filter(
          ({ deviation }) => deviation._tag === "Field" && deviation.path === "terms.payout",
        );
        expect(payouts).toMatchObject([
          { kind: "listing", count: 3, cents: -15_00 },
          { kind: "order", count: 2, cents: -10_00 },
        ]);
        expect(payouts[0]?.examples).toContainEqual(
          expect.objectContaining({ stored: 80_00, replayed: 75_00 }),
        );
        expect(outcome.deviations[0]).toBe(payouts[0]);
        expect(bookedOn(outcome, "PayoutDue")).toEqual([0, -75_00]);
        expect(bookedOn(outcome, "StoreCredit")).toEqual([-80_00, -75_00]);
        expect(bookedOn(outcome, "BrandShare")).toEqual([-20_00, -50_00]);
        for (const side of ["stored", "replayed"] as const) {
          expect(outcome.booked.reduce((sum, account) => sum + account[side], 0)).toBe(0);
        }
      }),
    ));

  it("R30 R57 a deadline that is another is told by its moments, not by the days it counted", () =>
    play(() =>
      Effect.gen(function* () {
        yield* buyPieces([(yield* listPiece()).listing]);
        const shipping = { ...preLoved.shipping, shipBy: { _tag: "BusinessDays", days: 10 } };
        const outcome = yield* replayStore(under(aProgram({ shipping })));
        const paths = outcome.deviations.map(({ deviation }) =>
          deviation._tag === "Field" ? deviation.path : deviation,
        );
        expect(paths).toEqual(["shipBy"]);
        const [example] = found(outcome, { _tag: "Field", path: "shipBy" })?.examples ?? [];
        expect(example?.stored).toBeLessThan(Number(example?.replayed) - 5 * DAY);
      }),
    ));

  it("R57 tells of the first few by name, and of all by number", () =>
    play(() =>
      Effect.gen(function* () {
        yield* Effect.forEach([1, 2, 3, 4, 5], () => listPiece());
        const outcome = yield* replayStore(under(aProgram({ charge: 12_00 })));
        expect(outcome.deviations).toMatchObject([
          {
            deviation: { _tag: "Field", path: "terms.charge" },
            count: 5,
            cents: 5 * (12_00 - preLoved.charge),
          },
        ]);
        expect(outcome.deviations[0]?.examples).toHaveLength(3);
      }),
    ));

  it("R57 names what it can't replay and why, and goes on with the others", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        yield* listPiece();
        const { database } = yield* MemoryStore;
        const broken = database.events.findIndex(({ subject }) => subject.id === listing);
        const event = database.events[broken] ?? expect.fail("no such event");
        database.events[broken] = { ...event, event: { _tag: "Strange" } };
        const told: Array<string> = [];
        const pages: Array<number> = [];
        const outcome = yield* replayStore({
          ...under(preLoved),
          onFailed: ({ id }, reason) => Effect.sync(() => void told.push(`${id}: ${reason}`)),
          onPage: ({ failed }) => Effect.sync(() => void pages.push(failed)),
        });
        expect(outcome).toMatchObject({ failed: 1, unchanged: 1, changed: 0, subjects: { listing: 2 } });
        expect(told).toEqual([expect.stringMatching(new RegExp(`^${listing}: Expected .*"Started"`))]);
        expect(pages).toEqual([1, 1, 1]);
      }),
    ));

  it("R57 an order is held against the Program it was sold under, and asks for the other of that one", () =>
    play(
      (world) =>
        Effect.gen(function* () {
          yield* threePieces(world);
          const asked: Array<string> = [];
          const outcome = yield* replayStore({
            under: (stored) => {
              asked.push(stored.version);
              return Result.fail("nothing to lay over it");
            },
          });
          expect(asked).toEqual(["once"]);
          expect(outcome).toMatchObject({ failed: 7, changed: 0, unchanged: 0, booked: [] });
        }),
      makeWorld(aProgram({ version: "once" })),
    ));
});
