import { Carrier, PostalAddress } from "@resale/core";
import { temporaryFolder } from "@resale/testkit";
import { Effect, Layer, Redacted, Schema } from "effect";
import { CarrierSimulator, type CarrierSimulatorOptions } from "../src/index.ts";

export const secret = Redacted.make("carrier-secret-of-the-tests");

/** Monday, 23 November 2026, ten in the morning in New York. */
export const MONDAY = Date.UTC(2026, 10, 23, 15);

const address = Schema.decodeUnknownSync(PostalAddress);

export const seller = address({
  name: "Zoë Łukasz-Ørsted",
  line1: "12 Rue (Ouest) \\ Apt. 4",
  city: "Portland",
  region: "OR",
  zip: "97201",
  country: "US",
});

export const buyer = address({
  name: "Ada Buyer",
  line1: "350 5th Avenue",
  line2: "Floor 34",
  city: "New York",
  region: "NY",
  zip: "10118-0110",
  country: "US",
});

/** A carrier on a folder of its own, unless one is named. */
export const simulator = ({ folder, ...options }: Partial<CarrierSimulatorOptions> = {}) =>
  Layer.unwrap(
    Effect.map(folder === undefined ? temporaryFolder : Effect.succeed(folder), (place) =>
      CarrierSimulator.layer({ secret, ...options, folder: place }),
    ),
  );

export const buy = (key: string) =>
  Carrier.use((carrier) => carrier.buyLabel({ key, from: seller, to: buyer, reference: `order-${key}` }));

/** Everything to be told by now, acknowledged as it is taken. */
export const takeEvents = Effect.gen(function* () {
  const control = yield* CarrierSimulator;
  const events = yield* control.events;
  for (const event of events) yield* control.acknowledge(event.id);
  return events;
});
