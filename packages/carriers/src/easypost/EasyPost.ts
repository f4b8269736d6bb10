import { Carrier, type TrackingNumber } from "@resale/core";
import { BadSignature } from "@resale/simulator";
import { Context, Effect, Layer, Result } from "effect";
import { FetchHttpClient, HttpClient } from "effect/http";
import { CarrierNews } from "../remote/CarrierNews.ts";
import { Kept } from "../remote/Kept.ts";
import { makeApi, orNo } from "./api.ts";
import { labelsOf } from "./labels.ts";
import { Tracker, Trackers } from "./objects.ts";
import { type EasyPostOptions, easyPostConfig } from "./options.ts";
import { pickupsOf } from "./pickups.ts";
import { scansOf } from "./scansOf.ts";
import { EASYPOST_SIGNATURE, readEasyPostWebhook } from "./webhook.ts";

const make = (options: EasyPostOptions) =>
  Effect.gen(function* () {
    const api = makeApi(yield* HttpClient.HttpClient, options);
    const kept = yield* Kept;

    /** Labels bought here have their tracker; a parcel sent otherwise gets one when it is first asked about. */
    const track = Effect.fn("EasyPost.track")(function* (tracking: TrackingNumber) {
      const { trackers } = yield* orNo(api.get(Trackers, `/trackers?tracking_code=${tracking}`));
      const ours = trackers.filter(({ tracking_code }) => tracking_code === tracking);
      if (ours.length > 0) return ours.flatMap(scansOf);
      const tracker = { tracking_code: tracking, carrier: options.carrier };
      const said = yield* api.make(Tracker, "/trackers", { tracker });
      if (Result.isSuccess(said)) return scansOf(said.success);
      // A number that no carrier of theirs could have given is a parcel nobody has seen, not a failure.
      return said.failure.error._tag === "ProviderRefused" ? [] : yield* said.failure.error;
    });

    const hear: CarrierNews["Service"]["hear"] = Effect.fn("EasyPost.hear")(function* (body, headers) {
      const secret = options.webhookSecret;
      if (secret === undefined)
        return yield* new BadSignature({ reason: "no secret is set for EasyPost's webhooks" });
      const header = headers[EASYPOST_SIGNATURE];
      const told = yield* Effect.fromResult(readEasyPostWebhook({ secret, header, body }));
      if (told === undefined) return [];
      const { tracking, carrier, inDoubt } = told;
      // If it can't be asked now, what was told is taken; whoever asks regularly gets to know the rest.
      const scans = inDoubt
        ? yield* Effect.catch(track(tracking), () => Effect.succeed(told.scans))
        : told.scans;
      return [{ carrier, tracking, scans }];
    });

    const carrier = Carrier.of({ ...labelsOf(api, kept, options), ...pickupsOf(api, kept, options), track });
    return Context.make(Carrier, carrier).pipe(Context.add(CarrierNews, CarrierNews.of({ hear })));
  });

const layer = (options: EasyPostOptions): Layer.Layer<Carrier | CarrierNews, never, Kept> =>
  Layer.effectContext(make(options)).pipe(Layer.provide(FetchHttpClient.layer));

/**
 * Parcels through EasyPost's API.
 *
 * A shipment is made first, which costs nothing, and its id is kept under the caller's key; the label is bought second. So
 * an answer that was lost is healed by asking for the shipment, and no label is bought twice (R27, R28).
 */
export const EasyPost = {
  layer,
  /** By the settings of `docs/how-to/easypost.md`; one that is missing or wrong is named when the layer is built. */
  layerConfig: Layer.unwrap(Effect.map(easyPostConfig, layer)),
};
