import {
  advanceClock,
  checkPrograms,
  commandListing,
  DAY,
  explainOrder,
  HOUR,
  instant,
  type PaymentToken,
  ProgramRefused,
  Programs,
  ProgramUnknown,
  payCheckout,
  plus,
  preLoved,
  Store,
  startListing,
  submitListing,
  viewOrder,
} from "@resale/core";
import {
  aProgram,
  asSupport,
  asVisitor,
  businessDays,
  buyPieces,
  elapsed,
  holdPieces,
  listingId,
  listPiece,
  signedIn,
  someDetails,
  unitOf,
} from "@resale/testkit";
import { Cause, Effect, Exit } from "effect";
import { describe, expect, it } from "vitest";
import { aMemberWith, deliver, play } from "./playing.ts";
import { aSale } from "./sales.ts";

const newer = aProgram({
  version: "newer",
  review: { within: businessDays(5) },
  delivery: { window: elapsed(5 * DAY), closing: elapsed(4 * DAY) },
});
const defectOf = <A, E, R>(act: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.exit(act), (exit) => (Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined));
/** From here on the newer Program is in force, and the one of before is still known. */
const released = Effect.provide(Programs.layer(newer, preLoved));

describe("a new Program", () => {
  it("R57 leaves an order under the one it was sold under, whatever comes after; what is sold now is under the new", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order: before } = yield* aSale;
        const { listing } = yield* listPiece();
        const { order: after } = yield* buyPieces([listing]).pipe(released);
        yield* Effect.gen(function* () {
          const windows: Array<number> = [];
          for (const order of [before, after]) {
            yield* deliver(order, () => clock.now);
            const { order: view } = yield* viewOrder(asSupport, order);
            windows.push((view.window?.at ?? 0) - clock.now);
            const explained = yield* explainOrder(asSupport, order);
            expect(explained.deadlines.map(({ deadline }) => deadline.at)).toContain(view.window?.at);
          }
          expect(windows).toEqual([72 * HOUR, 5 * DAY]);
          yield* advanceClock(plus(instant(clock.now), 72 * HOUR));
          const states = yield* Effect.forEach([before, after], (order) =>
            Effect.map(viewOrder(asSupport, order), ({ order: { state, desk } }) => [state, desk?.program]),
          );
          expect(states).toEqual([
            ["ConfirmedAutomatically", preLoved.version],
            ["Delivered", "newer"],
          ]);
        }).pipe(released);
      }),
    ));

  it("R57 without the one of before is a defect for what was sold under that: an order, and a checkout that is held", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const { checkout } = yield* holdPieces([(yield* listPiece()).listing]);
        const card = { tender: "Card", token: "tok_visa" as PaymentToken };
        const pay = payCheckout({ actor: asVisitor }, checkout, card);
        for (const act of [Effect.asVoid(viewOrder(asSupport, order)), Effect.asVoid(pay)]) {
          const unknown = yield* defectOf(act.pipe(Effect.provide(Programs.layer(newer))));
          expect(unknown).toBeInstanceOf(ProgramUnknown);
          expect(unknown).toMatchObject({
            version: preLoved.version,
            known: ["newer"],
            message: expect.stringMatching(/^Something was sold under the Program 2026-11, .* `earlier`/),
          });
        }
        expect((yield* pay.pipe(released)).orders).toHaveLength(1);
      }),
    ));

  it("R57 without the one of before is noticed by whoever asks, by the checkouts and by the orders", () =>
    play(() =>
      Effect.gen(function* () {
        const without = Effect.provide(Programs.layer(newer));
        const { listing } = yield* listPiece();
        yield* checkPrograms().pipe(without);
        yield* holdPieces([listing]);
        yield* checkPrograms().pipe(released);
        expect(yield* defectOf(checkPrograms().pipe(without))).toBeInstanceOf(ProgramUnknown);
        const { order } = yield* aSale;
        const store = yield* Store;
        const ofOrders: Store["Service"] = {
          ...store,
          find: (query) => (query.kind === "order" ? store.find(query) : Effect.succeed([])),
        };
        const asked = checkPrograms().pipe(Effect.provideService(Store, ofOrders));
        yield* asked.pipe(released);
        expect((yield* store.find({ kind: "order", limit: 2 })).map(({ subject }) => subject.id)).toEqual([
          order,
        ]);
        expect(yield* defectOf(asked.pipe(without))).toBeInstanceOf(ProgramUnknown);
      }),
    ));

  it("R57 one of before that is missing is named beside those that were given", () => {
    const missing = new ProgramUnknown({ version: "2020-01", known: ["2026-11", "newer"] });
    expect(missing.message).toBe(
      "Something was sold under the Program 2020-01, and the engine was given 2026-11, newer alone. " +
        "Give it that one too: in `earlier` of createResale, or to Programs.layer.",
    );
  });

  it("R57 two Programs that differ under one version are refused; the same one may be given twice", () => {
    const changed = structuredClone(newer);
    expect(() => Programs.layer(newer, changed, preLoved)).not.toThrow();
    const other = { ...preLoved, brand: `${preLoved.brand} again` };
    expect(() => Programs.layer(preLoved, other)).toThrow(/version names two Programs that are not the same/);
  });

  it("that can't be used is refused as it is given, and so is one of before", () => {
    const broken = { ...preLoved, sellersShare: 75_00 };
    expect(() => Programs.layer(broken)).toThrow(/sellersShare is not known here/);
    expect(() => Programs.layer(newer, broken)).toThrow(ProgramRefused);
  });

  it("R57 is at once the one of every listing, also of those that were begun before", () =>
    play(() =>
      Effect.gen(function* () {
        const { member, bag } = yield* aMemberWith();
        const actor = signedIn(member);
        const listing = listingId((yield* startListing({ actor }, unitOf(bag))).id);
        yield* commandListing({ actor }, listing, { _tag: "Edit", details: someDetails() });
        const { inside } = yield* submitListing({ actor }, listing).pipe(released);
        expect(inside?.reviewBy?.reckoning).toMatchObject({ days: 5 });
      }),
    ));
});
