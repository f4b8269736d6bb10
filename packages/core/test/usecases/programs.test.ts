import {
  advanceClock,
  commandListing,
  DAY,
  explainOrder,
  HOUR,
  instant,
  type PaymentToken,
  ProgramRefused,
  Programs,
  payCheckout,
  plus,
  preLoved,
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
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { aMemberWith, deliver, play } from "./playing.ts";
import { aSale } from "./sales.ts";

const newer = aProgram({
  version: "newer",
  review: { within: businessDays(5) },
  delivery: { window: elapsed(5 * DAY), closing: elapsed(4 * DAY) },
});
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
          const exit = yield* Effect.exit(act.pipe(Effect.provide(Programs.layer(newer))));
          expect(String(exit)).toContain(`the Program ${preLoved.version} is not among those`);
        }
        expect((yield* pay.pipe(released)).orders).toHaveLength(1);
      }),
    ));

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
