import { CivilDate, DAY, instant } from "@resale/core";
import { SettableClock, settableClockLayer } from "@resale/testkit";
import { carrierContract } from "@resale/testkit/contracts";
import { Effect, Layer } from "effect";
import { CarrierSimulator } from "../src/index.ts";
import { buyer, MONDAY, seller, simulator } from "./parcels.ts";

const clock = new SettableClock(instant(MONDAY));

carrierContract("the carrier simulator", Layer.merge(simulator(), settableClockLayer(clock)), {
  from: seller,
  to: buyer,
  nowhere: { ...buyer, zip: seller.zip },
  pickupDate: CivilDate.make("2026-12-08"),
  sunday: CivilDate.make("2026-12-13"),
  accept: (tracking) =>
    Effect.gen(function* () {
      yield* CarrierSimulator.use(({ drop }) => drop(tracking));
      clock.set(clock.now + DAY);
    }),
  loseAnswer: (method) => CarrierSimulator.use(({ fail }) => fail(method, { _tag: "AnswerLost" })),
});
