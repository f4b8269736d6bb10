import { Schema } from "effect";
import { Zip } from "../address/PostalAddress.ts";
import { Instant } from "../calendar/Instant.ts";

/** The carrier's number of a parcel. Carriers use numbers again: alone it does not tell parcels apart (R37). */
export const TrackingNumber = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9-]{6,40}$/u)).pipe(
  Schema.brand("TrackingNumber"),
);
export type TrackingNumber = typeof TrackingNumber.Type;

/**
 * One fact a carrier tells about a parcel, in the engine's own words. `at` is the carrier's own time of the scan. What
 * a carrier says that has no word here is `Unknown`, and changes nothing (R37).
 */
export const Scan = Schema.Struct({
  at: Instant,
  status: Schema.Literals([
    "LabelCreated",
    "Accepted",
    "InTransit",
    "OutForDelivery",
    "Attempted",
    "AvailableForPickup",
    "Delivered",
    "DeliveredToSender",
    "Returning",
    "Lost",
    "Cancelled",
    "Unknown",
  ]),
  /** The ZIP code the scan names, where it names one (R38). */
  zip: Schema.optionalKey(Zip),
  place: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200))),
  /** What the carrier wrote, for people to read. */
  detail: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(500))),
});
export type Scan = typeof Scan.Type;
/** What a scan says of a parcel, in the engine's words. */
export type ScanStatus = Scan["status"];
