import { CivilDate } from "@resale/core";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { CarrierSimulator } from "../src/index.ts";
import { carrierContract } from "./contracts/carrierContract.ts";
import { buyer, MONDAY, seller, simulator } from "./parcels.ts";

carrierContract("the carrier simulator", () => ({
  layer: simulator(),
  now: MONDAY,
  from: seller,
  to: buyer,
  nowhere: { ...buyer, zip: seller.zip },
  pickupDate: CivilDate.make("2026-11-24"),
  sunday: CivilDate.make("2026-11-29"),
  accept: (tracking) =>
    Effect.gen(function* () {
      const control = yield* CarrierSimulator;
      yield* control.drop(tracking);
      yield* TestClock.adjust("1 day");
    }),
}));
