import { HOUR, type Order, plus, type Scan } from "@resale/core";
import {
  aCancelledOrder,
  aConfirmedOrder,
  aDeliveredOrder,
  aDisputedOrder,
  aLabelledOrder,
  anOrderAwaitingShipment,
  anOrderInTransit,
  anOverdueOrder,
  anUnverifiedOrder,
  aProgram,
  aStalledOrder,
  asCarrier,
  asSupport,
  businessDays,
  type OrderStory,
  scanned,
  scansCommand,
} from "@resale/testkit";
import { disorder, programs, scansAround } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";

const inBusinessDays = aProgram({ shipping: { stalledAfter: businessDays(5) } });

/** An order in each state that a scan may meet, with the clock at rest a while after. */
const before: ReadonlyArray<readonly [string, () => OrderStory]> = [
  ["a label just bought", aLabelledOrder],
  ["a parcel awaited", anOrderAwaitingShipment],
  ["a parcel awaited, stalling in business days", () => anOrderAwaitingShipment({ program: inBusinessDays })],
  ["a parcel overdue", anOverdueOrder],
  ["a parcel overdue for long", () => anOverdueOrder().after(40 * 24 * HOUR)],
  ["a parcel on its way", anOrderInTransit],
  ["a parcel on its way for days", () => anOrderInTransit().after(5 * 24 * HOUR)],
  [
    "a parcel on its way in business days",
    () => anOrderInTransit({ program: inBusinessDays }).after(50 * HOUR),
  ],
  ["a parcel stalled", () => aStalledOrder().after(HOUR)],
  ["a parcel said to be lost", () => scanned(anOrderInTransit(), "Lost", 30 * HOUR).after(HOUR)],
  [
    "a parcel given more time",
    () => aStalledOrder().after(HOUR).give(asSupport, { _tag: "Wait" }).after(HOUR),
  ],
  [
    "a lost parcel given more time",
    () =>
      scanned(anOrderInTransit(), "Lost", 30 * HOUR)
        .give(asSupport, { _tag: "Wait" }, HOUR)
        .after(HOUR),
  ],
  ["a parcel delivered", () => aDeliveredOrder().after(HOUR)],
  ["a window about to close", () => aDeliveredOrder().after(60 * HOUR)],
  ["a delivery unverified", () => anUnverifiedOrder().after(HOUR)],
  ["a delivery doubted", () => scanned(aDeliveredOrder(), "Returning", 2 * HOUR).after(HOUR)],
  [
    "a delivery made sure by an operator",
    () => anUnverifiedOrder().give(asSupport, { _tag: "VerifyDelivery" }, HOUR).after(HOUR),
  ],
  ["an order confirmed", () => aConfirmedOrder().after(HOUR)],
  ["an order disputed", () => aDisputedOrder().after(HOUR)],
  ["an order cancelled", () => aCancelledOrder().after(HOUR)],
];

const deliver = (story: OrderStory, batches: ReadonlyArray<ReadonlyArray<Scan>>): Order =>
  batches.reduce((told, batch) => told.give(asCarrier, scansCommand(...batch)), story).state;

describe("R37 scans late, twice and out of order", () => {
  it.each(before)(
    "R37 any order, repetition and batching of the same scans ends in one state: %s",
    (_, make) => {
      const story = make();
      fc.assert(
        fc.property(
          fc
            .array(scansAround(story.now), { maxLength: 7 })
            .chain((scans) => fc.tuple(fc.constant(scans), disorder(scans))),
          ([scans, disordered]) => {
            expect(deliver(story, disordered)).toEqual(deliver(story, [scans]));
          },
        ),
        tries(600),
      );
    },
  );

  it("R37 and so it is under every Program", () => {
    fc.assert(
      fc.property(
        programs.chain((program) => {
          const story = anOrderAwaitingShipment({ program }).after(5 * 24 * HOUR);
          return fc
            .array(scansAround(story.now, { before: 6 * 24 }), { maxLength: 6 })
            .chain((scans) => fc.tuple(fc.constant(story), fc.constant(scans), disorder(scans)));
        }),
        ([story, scans, disordered]) => {
          if (story.state._tag === "Cancelled") return;
          expect(deliver(story, disordered)).toEqual(deliver(story, [scans]));
        },
      ),
      tries(300),
    );
  });

  it("R37 the same scans once more, and much later, change nothing", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...before.map(([, make]) => make()))
          .chain((story) =>
            fc.tuple(fc.constant(story), fc.array(scansAround(story.now, { after: 0 }), { maxLength: 6 })),
          ),
        fc.integer({ min: 0, max: 60 * 24 }),
        ([story, scans], hours) => {
          const told = story.give(asCarrier, scansCommand(...scans)).after(hours * HOUR);
          const again = told.give(asCarrier, scansCommand(...scans));
          expect(again.state).toEqual(told.state);
          expect(again.version).toBe(told.version);
        },
      ),
      tries(400),
    );
  });

  it("R37 an older scan never undoes a newer ending", () => {
    const story = anOrderInTransit();
    fc.assert(
      fc.property(
        fc.constantFrom("Delivered", "Returning", "DeliveredToSender" as const),
        fc.array(scansAround(plus(story.now, 0), { after: 5 }), { maxLength: 6 }),
        (status, older) => {
          const ended = scanned(story, status, 6 * HOUR, "94105");
          const late = ended.give(asCarrier, scansCommand(...older), HOUR);
          expect(late.state._tag).toBe(ended.state._tag);
        },
      ),
      tries(300),
    );
  });
});
