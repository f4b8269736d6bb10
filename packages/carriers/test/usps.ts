import { Carrier } from "@resale/core";
import { Effect, Layer, Redacted } from "effect";
import { TestClock } from "effect/testing";
import { type CarrierNews, Kept } from "../src/index.ts";
import { Usps, type UspsOptions } from "../src/usps/index.ts";
import { buyer, MONDAY, seller } from "./parcels.ts";
import { UspsStandin } from "./standins/usps.ts";

/** A USPS that listens for as long as the test runs. */
export const startedUsps = Effect.acquireRelease(
  Effect.promise(async () => {
    const standin = new UspsStandin();
    await standin.server.listen();
    return standin;
  }),
  (standin) => Effect.promise(() => standin.server.close()),
);

export const uspsOptions = (standin: UspsStandin): UspsOptions => ({
  url: standin.server.url,
  clientId: "the-app",
  clientSecret: Redacted.make(standin.clientSecret),
  crid: "12345678",
  mid: "123456",
  manifestMid: "123456",
  account: Redacted.make(standin.account),
  mailClass: "USPS_GROUND_ADVANTAGE",
  qr: true,
  email: "parcels@example.com",
  callsPerHour: 60,
  parcel: { ounces: 48, length: 14, width: 10, height: 6 },
  patience: "10 seconds",
});

/** The adapter over a stand-in, with a memory of its own. */
export const uspsOn = (standin: UspsStandin, options: Partial<UspsOptions> = {}) =>
  Usps.layer({ ...uspsOptions(standin), ...options }).pipe(Layer.provideMerge(Kept.layerMemory));

/** Buys a label for a key. */
export const buy = (key: string) =>
  Carrier.use((carrier) => carrier.buyLabel({ key, from: seller, to: buyer, reference: `ORDER ${key}` }));

/** On a Monday, by the test's clock, which the USPS goes by too. */
export const on = <A, E>(
  tell: (standin: UspsStandin) => Effect.Effect<A, E, Carrier | CarrierNews>,
  options: (standin: UspsStandin) => Partial<UspsOptions> = () => ({}),
) =>
  Effect.gen(function* () {
    const standin = yield* startedUsps;
    yield* TestClock.setTime(MONDAY);
    const clock = yield* TestClock.testClockWith(Effect.succeed);
    standin.now = () => clock.currentTimeMillisUnsafe();
    return yield* Effect.provide(tell(standin), uspsOn(standin, options(standin)));
  });
