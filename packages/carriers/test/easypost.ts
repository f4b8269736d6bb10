import { Carrier } from "@resale/core";
import { Effect, Layer, Redacted } from "effect";
import { EasyPost, type EasyPostOptions } from "../src/easypost/index.ts";
import { Kept } from "../src/index.ts";
import { buyer, seller } from "./parcels.ts";
import { EasyPostStandin } from "./standins/easypost.ts";

/** An EasyPost that listens for as long as the test runs. */
export const startedEasyPost = Effect.acquireRelease(
  Effect.promise(async () => {
    const standin = new EasyPostStandin();
    await standin.server.listen();
    return standin;
  }),
  (standin) => Effect.promise(() => standin.server.close()),
);

export const easyPostOptions = (standin: EasyPostStandin): EasyPostOptions => ({
  apiKey: Redacted.make(standin.apiKey),
  webhookSecret: Redacted.make(standin.webhookSecret),
  url: `${standin.server.url}/v2`,
  carrier: "USPS",
  service: "GroundAdvantage",
  qr: false,
  phone: "5035550100",
  parcel: { ounces: 48, length: 14, width: 10, height: 6 },
  patience: "10 seconds",
});

/** The adapter over a stand-in, with a memory of its own. */
export const easyPostOn = (standin: EasyPostStandin, options: Partial<EasyPostOptions> = {}) =>
  EasyPost.layer({ ...easyPostOptions(standin), ...options }).pipe(Layer.provideMerge(Kept.layerMemory));

/** A label as it is asked for under a key. */
export const order = (key: string) => ({ key, from: seller, to: buyer, reference: `ORDER ${key}` });
export const buy = (key: string) => Carrier.use((carrier) => carrier.buyLabel(order(key)));

/** A carrier over a stand-in that has misbehaved as told. */
export const on = <A, E>(
  tell: (standin: EasyPostStandin) => Effect.Effect<A, E, Carrier>,
  options: Partial<EasyPostOptions> = {},
) =>
  Effect.flatMap(startedEasyPost, (standin) => Effect.provide(tell(standin), easyPostOn(standin, options)));
