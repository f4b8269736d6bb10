import { CarrierSimulator } from "@resale/carriers";
import { CardSimulator, StoreCreditSimulator, TaxTable } from "@resale/payments";
import { Effect, Layer } from "effect";
import { Secrets } from "./Secrets.ts";
import { Settings } from "./Settings.ts";

/** The carrier, the card provider, the gift cards and the tax table of a shop that is tried out. */
export const simulators = Layer.unwrap(
  Effect.gen(function* () {
    const { folder } = yield* Settings;
    const { carrierWebhooks, paymentWebhooks } = yield* Secrets;
    return Layer.mergeAll(
      CarrierSimulator.layer({ folder: folder("carrier"), secret: carrierWebhooks }),
      CardSimulator.layer({ folder: folder("cards"), secret: paymentWebhooks }),
      StoreCreditSimulator.layer({ folder: folder("store-credit") }),
      TaxTable.layer(),
    );
  }),
);
