import type { Instant, Scan, TrackingNumber } from "@resale/core";
import type { BadSignature, Malformed, Stale } from "@resale/simulator";
import { Context, type Effect } from "effect";

/** A webhook's headers, in lower case. */
export type WebhookHeaders = Readonly<Record<string, string | undefined>>;

/** What a carrier has told of a parcel. */
export interface ParcelNews {
  readonly carrier: string;
  readonly tracking: TrackingNumber;
  readonly scans: ReadonlyArray<Scan>;
}

/**
 * How the chosen carrier's webhooks are let in: the signature over the raw bytes first, then what they say; where they
 * do not say enough, the carrier is asked (R37).
 */
export class CarrierNews extends Context.Service<
  CarrierNews,
  {
    readonly hear: (
      raw: Uint8Array,
      headers: WebhookHeaders,
      now: Instant,
    ) => Effect.Effect<ReadonlyArray<ParcelNews>, BadSignature | Stale | Malformed>;
  }
>()("@resale/carriers/CarrierNews") {}
