import { Schema } from "effect";
import { Instant } from "../calendar/Instant.ts";
import { TrackingNumber } from "./Scan.ts";

/** The carrier's key of a label, by which its documents are fetched and it is given back. */
export const LabelReference = Schema.String.check(Schema.isBetweenLength(1, 200)).pipe(
  Schema.brand("LabelReference"),
);
export type LabelReference = typeof LabelReference.Type;

/** A prepaid, addressed label that was bought (R28). */
export const Label = Schema.Struct({
  reference: LabelReference,
  carrier: Schema.String,
  tracking: TrackingNumber,
  boughtAt: Instant,
  /** Whether the carrier prints it from a QR code, for a seller without a printer. */
  qr: Schema.Boolean,
});
export type Label = typeof Label.Type;

/** A free pickup at the seller's door that the carrier has taken on (R34). */
export const PickupConfirmation = Schema.Struct({ confirmation: Schema.String, date: Schema.String });
export type PickupConfirmation = typeof PickupConfirmation.Type;
