import { Context, type Effect } from "effect";
import type { PostalAddress } from "../address/PostalAddress.ts";
import type { CivilDate } from "../calendar/Deadline.ts";
import type { Label, LabelReference, PickupConfirmation } from "../shipping/Label.ts";
import type { Scan, TrackingNumber } from "../shipping/Scan.ts";
import type { ProviderError } from "./Provider.ts";

/** A label as people use it: the PDF to print and, where the carrier offers one, the QR code to show (R28). */
export interface LabelDocument {
  readonly pdf: Uint8Array;
  readonly qrPng?: Uint8Array;
}

/** The parcel carrier: labels, pickups, and where a parcel is. */
export class Carrier extends Context.Service<
  Carrier,
  {
    /** Buys one label for a key: a repeat answers with the first one. */
    readonly buyLabel: (request: {
      readonly key: string;
      readonly from: PostalAddress;
      readonly to: PostalAddress;
      readonly reference: string;
    }) => Effect.Effect<Label, ProviderError>;
    readonly labelDocument: (label: LabelReference) => Effect.Effect<LabelDocument, ProviderError>;
    /** Gives a label back that was not used. Refused if it was (R39). */
    readonly refundLabel: (request: {
      readonly key: string;
      readonly label: LabelReference;
    }) => Effect.Effect<void, ProviderError>;
    readonly bookPickup: (request: {
      readonly key: string;
      readonly label: LabelReference;
      readonly from: PostalAddress;
      readonly date: CivilDate;
    }) => Effect.Effect<PickupConfirmation, ProviderError>;
    readonly cancelPickup: (request: {
      readonly key: string;
      readonly confirmation: string;
    }) => Effect.Effect<void, ProviderError>;
    /** All the carrier knows of a parcel, in any order. Empty, if it has not seen it yet. */
    readonly track: (tracking: TrackingNumber) => Effect.Effect<ReadonlyArray<Scan>, ProviderError>;
  }
>()("@resale/core/ports/Carrier") {}
