import { type Program, preLoved } from "@resale/core";
import fc from "fast-check";
import { aProgram, businessDays, elapsed } from "../builders/programs.ts";
import { shares } from "./money.ts";
import { priceTables } from "./priceTables.ts";

const HOUR = 3_600_000;

/** Programs that decode: other numbers, other choices, the reference's texts. */
export const programs: fc.Arbitrary<Program> = fc
  .record({
    table: priceTables(preLoved.grades.map(({ key }) => key)),
    roundTo: fc.constantFrom(1, 1, 100, 500),
    repricing: fc.constantFrom("Notify", "Consent"),
    treatment: fc.constantFrom("Flag", "Refuse"),
    observance: fc.constantFrom("Postal", "Federal", "None"),
    charge: fc.integer({ min: 0, max: 50_00 }),
    sellerShare: shares,
    shipBy: fc.integer({ min: 2, max: 6 }),
    cancelAfter: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 10 }).map(businessDays),
        fc.integer({ min: 1, max: 200 * HOUR }).map(elapsed),
      ),
      { nil: undefined },
    ),
    stalledAfter: fc.oneof(
      fc.integer({ min: 1, max: 10 }).map(businessDays),
      fc.integer({ min: HOUR, max: 400 * HOUR }).map(elapsed),
    ),
    updateEvery: fc.oneof(
      fc.integer({ min: 1, max: 4 }).map(businessDays),
      fc.integer({ min: HOUR, max: 100 * HOUR }).map(elapsed),
    ),
    window: fc.integer({ min: 2, max: 100 }),
    moderated: fc.boolean(),
  })
  .map((given) =>
    aProgram({
      pricing: { table: given.table, roundTo: given.roundTo, repricing: given.repricing },
      collections: { treatment: given.treatment },
      calendar: { holidays: { ...preLoved.calendar.holidays, observance: given.observance } },
      charge: given.charge,
      sellerShare: given.sellerShare,
      shipping: {
        shipBy: businessDays(given.shipBy),
        reminder: businessDays(given.shipBy - 1),
        stalledAfter: given.stalledAfter,
        updateEvery: given.updateEvery,
        ...(given.cancelAfter === undefined ? {} : { cancelAfter: given.cancelAfter }),
      },
      delivery: { window: elapsed(given.window * HOUR), closing: elapsed((given.window - 1) * HOUR) },
      ratings: { moderated: given.moderated },
    }),
  );
