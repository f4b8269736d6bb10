import { Carrier, type TrackingNumber } from "@resale/core";
import { BadSignature } from "@resale/simulator";
import { Context, Effect, Layer, Result } from "effect";
import { FetchHttpClient, HttpClient, HttpClientRequest } from "effect/http";
import { CarrierNews } from "../remote/CarrierNews.ts";
import { Kept } from "../remote/Kept.ts";
import { makeApi, PROVIDER } from "./api.ts";
import { labelsOf } from "./labels.ts";
import { type UspsOptions, uspsConfig } from "./options.ts";
import { pickupsOf } from "./pickups.ts";
import { scansOf, TrackingDetail } from "./scansOf.ts";
import { keepSubscribed } from "./subscription.ts";
import { readUspsPush, USPS_SIGNATURE } from "./webhook.ts";

/** There is nothing to tell of this parcel yet: what a fresh label comes to. */
const NOT_YET = "150002";

const make = (options: UspsOptions) =>
  Effect.gen(function* () {
    const api = makeApi(yield* HttpClient.HttpClient, options);
    const kept = yield* Kept;

    const track = Effect.fn("Usps.track")(function* (tracking: TrackingNumber) {
      const request = HttpClientRequest.get(api.at(`/tracking/v3/tracking/${tracking}`), {
        urlParams: { expand: "DETAIL" },
      });
      const said = yield* api.get({ request });
      if (Result.isSuccess(said)) {
        const { trackingEvents } = yield* api.read(TrackingDetail, said.success);
        return scansOf(trackingEvents ?? []);
      }
      const { status, codes, reason } = said.failure;
      if (status === 404 || codes.includes(NOT_YET)) return [];
      return yield* api.says.unavailable(reason);
    });

    const hear: CarrierNews["Service"]["hear"] = Effect.fn("Usps.hear")(function* (body, headers) {
      if (options.push === undefined)
        return yield* new BadSignature({ reason: "no secret is set for the USPS's pushes" });
      const webhook = { secret: options.push.secret, header: headers[USPS_SIGNATURE], body };
      const tracking = yield* Effect.fromResult(readUspsPush(webhook));
      if (tracking === undefined) return [];
      // A push is a hint. If it can't be asked now, whoever asks regularly gets to know.
      const scans = yield* Effect.catch(track(tracking), () => Effect.succeed([]));
      return [{ carrier: PROVIDER, tracking, scans }];
    });

    yield* Effect.forkScoped(keepSubscribed(api, kept, options));
    const carrier = Carrier.of({
      ...labelsOf(api, kept, options, track),
      ...pickupsOf(api, kept, options),
      track,
    });
    return Context.make(Carrier, carrier).pipe(Context.add(CarrierNews, CarrierNews.of({ hear })));
  });

const layer = (options: UspsOptions): Layer.Layer<Carrier | CarrierNews, never, Kept> =>
  Layer.effectContext(make(options)).pipe(Layer.provide(FetchHttpClient.layer));

/**
 * Parcels straight through the USPS's own API, version 3.
 *
 * A label is asked for with a UUID made of the caller's key, and with the same content however late it is asked again: so
 * the USPS answers with the label it has sold before, and charges once (R27, R28).
 */
export const Usps = {
  layer,
  /** By the settings of `docs/how-to/usps.md`; one that is missing or wrong is named when the layer is built. */
  layerConfig: Layer.unwrap(Effect.map(uspsConfig, layer)),
};
