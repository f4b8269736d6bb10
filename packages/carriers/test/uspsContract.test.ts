import { carrierContract } from "@resale/testkit/contracts";
import { Context, Effect, Layer } from "effect";
import { nextTuesday, sundayAfter } from "./days.ts";
import { buyer, seller } from "./parcels.ts";
import type { UspsStandin } from "./standins/usps.ts";
import { startedUsps, uspsOn } from "./usps.ts";

class OfTheContract extends Context.Service<OfTheContract, UspsStandin>()("@resale/carriers/test/Usps") {}

const acting = {
  buyLabel: ["POST", /\/labels\/v3\/label$/],
  refundLabel: ["DELETE", /\/labels\/v3\/label\/\w+$/],
  bookPickup: ["POST", /\/carrier-pickup$/],
  cancelPickup: ["DELETE", /\/carrier-pickup\/\w+$/],
} as const;

for (const parts of [false, true]) {
  const services = Layer.unwrap(
    Effect.map(startedUsps, (standin) => {
      standin.parts = parts;
      return Layer.merge(uspsOn(standin, { callsPerHour: 1000 }), Layer.succeed(OfTheContract, standin));
    }),
  );

  carrierContract(`USPS, labels in ${parts ? "parts" : "one piece"}`, services, {
    from: seller,
    to: buyer,
    nowhere: { ...buyer, zip: seller.zip },
    pickupDate: nextTuesday,
    sunday: sundayAfter,
    accept: (tracking) =>
      OfTheContract.use((standin) =>
        Effect.sync(() =>
          standin.scan(tracking, {
            eventType: "USPS in possession of item",
            eventCode: "03",
            GMTTimestamp: new Date(standin.now()).toISOString(),
          }),
        ),
      ),
    loseAnswer: (method) =>
      OfTheContract.use((standin) =>
        Effect.sync(() => standin.server.plan(acting[method][0], acting[method][1], { _tag: "CutAfter" })),
      ),
  });
}
