import { Scan, type ScanStatus, TrackingNumber } from "@resale/core";
import { type IncomingWebhook, readSigned, type WebhookError } from "@resale/simulator";
import { type Result, Schema, SchemaTransformation, Struct } from "effect";

/** The header, in lower case, in which a carrier's webhook is signed. */
export const CARRIER_SIGNATURE = "x-carrier-signature";

const status = Scan.fields.status;
const isStatus = Schema.is(status);

/** A carrier's own word for a status; one we do not know changes nothing (R37). */
export const statusOf = (word: string): ScanStatus => (isStatus(word) ? word : "Unknown");

const LenientStatus = Schema.String.pipe(
  Schema.decodeTo(
    status,
    SchemaTransformation.transform<ScanStatus, string>({ decode: statusOf, encode: (word) => word }),
  ),
);

/** What a carrier tells of a parcel, of its own accord: some scans, in any order, perhaps told before (R37). */
export const CarrierWebhook = Schema.Struct({
  id: Schema.String.check(Schema.isBetweenLength(1, 200)),
  tracking: TrackingNumber,
  scans: Schema.Array(Scan.mapFields(Struct.assign({ status: LenientStatus }))).check(
    Schema.isMaxLength(1000),
  ),
});
export type CarrierWebhook = typeof CarrierWebhook.Type;

/** Lets a carrier's webhook in: its signature over the raw bytes first, then what it says. */
export const verifyWebhook = (webhook: IncomingWebhook): Result.Result<CarrierWebhook, WebhookError> =>
  readSigned(CarrierWebhook, webhook);
