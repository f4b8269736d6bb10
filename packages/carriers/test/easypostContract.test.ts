import { carrierContract } from "@resale/testkit/contracts";
import { Context, Effect, Layer } from "effect";
import { nextTuesday, sundayAfter } from "./days.ts";
import { easyPostOn, startedEasyPost } from "./easypost.ts";
import { buyer, seller } from "./parcels.ts";
import type { EasyPostStandin } from "./standins/easypost.ts";

class OfTheContract extends Context.Service<OfTheContract, EasyPostStandin>()(
  "@resale/carriers/test/EasyPost",
) {}

const acting = {
  buyLabel: /\/shipments\/\w+\/buy$/,
  refundLabel: /\/shipments\/\w+\/refund$/,
  bookPickup: /\/pickups\/\w+\/buy$/,
  cancelPickup: /\/pickups\/\w+\/cancel$/,
};

const services = Layer.unwrap(
  Effect.map(startedEasyPost, (standin) =>
    Layer.merge(easyPostOn(standin, { qr: true }), Layer.succeed(OfTheContract, standin)),
  ),
);

carrierContract("EasyPost", services, {
  from: seller,
  to: buyer,
  nowhere: { ...buyer, zip: seller.zip },
  pickupDate: nextTuesday,
  sunday: sundayAfter,
  accept: (tracking) =>
    OfTheContract.use((standin) =>
      Effect.sync(() =>
        standin.scan(tracking, {
          status: "in_transit",
          message: "USPS in possession of item",
          datetime: new Date(standin.now()).toISOString(),
        }),
      ),
    ),
  loseAnswer: (method) =>
    OfTheContract.use((standin) =>
      Effect.sync(() => standin.server.plan("POST", acting[method], { _tag: "CutAfter" })),
    ),
});
