import { instant, Scan, type ScanStatus, Zip } from "@resale/core";
import { Schema } from "effect";
import type { Tracker, TrackingDetail } from "./objects.ts";

/** The carriers' own words for the moment at which they take a parcel on; EasyPost itself has none (R32). */
const ACCEPTED =
  /\b(in possession of item|accepted at|picked up|pickup scan|origin scan|package received|drop(ped)? off)\b/i;
const TO_SENDER = /\b(original )?sender\b/i;

const failure = (detail: string): ScanStatus => {
  if (detail === "lost") return "Lost";
  if (detail === "return" || detail === "refused") return "Returning";
  if (detail === "delivery_exception") return "Attempted";
  return "Unknown";
};

const inTransit = (detail: string, message: string): ScanStatus => {
  if (detail === "lost") return "Lost";
  if (detail === "return") return "Returning";
  if (detail === "delivery_exception") return "Attempted";
  return detail === "received_at_origin_facility" || ACCEPTED.test(message) ? "Accepted" : "InTransit";
};

/** EasyPost's word for a scan in ours. What it has no word for, or a new one, changes nothing (R37). */
export const statusOf = (detail: TrackingDetail): ScanStatus => {
  const message = detail.message ?? "";
  const fine = detail.status_detail ?? "";
  switch (detail.status) {
    case "pre_transit":
      return "LabelCreated";
    case "in_transit":
      return inTransit(fine, message);
    case "out_for_delivery":
      return "OutForDelivery";
    case "available_for_pickup":
      return "AvailableForPickup";
    case "delivered":
      return fine === "return" || TO_SENDER.test(message) ? "DeliveredToSender" : "Delivered";
    case "return_to_sender":
      return /\bdelivered\b/i.test(message) ? "DeliveredToSender" : "Returning";
    case "failure":
    case "error":
      return failure(fine);
    case "cancelled":
      return "Cancelled";
    default:
      return "Unknown";
  }
};

const isZip = Schema.is(Zip);

/** Carriers name places within a building, not always one that is a ZIP code. */
export const zipIn = (text: string | null | undefined): { readonly zip?: Zip } =>
  isZip(text) ? { zip: text } : {};

const placeIn = ({ tracking_location }: TrackingDetail): { readonly place?: string } => {
  const { city, state } = tracking_location ?? {};
  const place = [city, state].filter((part) => typeof part === "string" && part !== "").join(", ");
  return place === "" ? {} : { place: place.slice(0, 200) };
};

/** A tracker's details as scans; one without a time that can be read is none. */
export const scansOf = ({ tracking_details }: Tracker): ReadonlyArray<Scan> =>
  (tracking_details ?? []).flatMap((detail) => {
    const at = Date.parse(detail.datetime ?? "");
    if (Number.isNaN(at)) return [];
    const message = detail.message ?? "";
    return [
      Scan.make({
        at: instant(at),
        status: statusOf(detail),
        ...zipIn(detail.tracking_location?.zip),
        ...placeIn(detail),
        ...(message === "" ? {} : { detail: message.slice(0, 500) }),
      }),
    ];
  });
