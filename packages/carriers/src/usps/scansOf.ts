import { type Instant, instant, Scan, type ScanStatus, Zip } from "@resale/core";
import { Schema } from "effect";
import { localTime } from "../place/localTime.ts";
import { timeZoneOf } from "../place/timeZoneOf.ts";
import { maybe } from "../remote/readAnswer.ts";

/** What of a scan is used. Some fields come as another type than they should: those are not looked at. */
const TrackingEvent = Schema.Struct({
  eventType: maybe(Schema.String),
  eventCode: maybe(Schema.String),
  eventTimestamp: maybe(Schema.String),
  GMTTimestamp: maybe(Schema.String),
  GMTOffset: maybe(Schema.String),
  eventCity: maybe(Schema.String),
  eventState: maybe(Schema.String),
  eventZIP: maybe(Schema.String),
});
export type TrackingEvent = typeof TrackingEvent.Type;

export const TrackingDetail = Schema.Struct({ trackingEvents: maybe(Schema.Array(TrackingEvent)) });

const codes: Readonly<Record<string, ScanStatus>> = {
  GX: "LabelCreated",
  MA: "LabelCreated",
  "03": "Accepted",
  "10": "InTransit",
  "07": "InTransit",
  A1: "InTransit",
  T1: "InTransit",
  SF: "InTransit",
  TL: "InTransit",
  PC: "InTransit",
  OF: "OutForDelivery",
  "02": "Attempted",
  "52": "Attempted",
  "31": "Attempted",
  "09": "Returning",
  "17": "Returning",
  "01": "Delivered",
};

/** By what is written, in this order, where the code is not known. */
const words: ReadonlyArray<readonly [RegExp, ScanStatus]> = [
  [/missing mail.*(closed|not found)|declared lost/i, "Lost"],
  [/return(ed|ing)? to sender|undeliverable/i, "Returning"],
  [/available for pickup|held at post office/i, "AvailableForPickup"],
  [/notice left|delivery attempt|no access|no secure location|business closed/i, "Attempted"],
  [/out for delivery/i, "OutForDelivery"],
  [/^delivered/i, "Delivered"],
  [/in possession of item|accept(ed|ance)|picked up/i, "Accepted"],
  [/label (created|cancelled)|pre-?shipment|awaiting item/i, "LabelCreated"],
  [/arrived|departed|in transit|processed|sorting/i, "InTransit"],
];

const TO_SENDER = /\bto (the )?(original )?sender\b/i;

/** The USPS's word for a scan in ours. Its list is open: what is not known changes nothing (R37). */
export const statusOf = ({ eventCode, eventType }: TrackingEvent): ScanStatus => {
  const text = eventType ?? "";
  const status = codes[eventCode ?? ""] ?? words.find(([pattern]) => pattern.test(text))?.[1] ?? "Unknown";
  // A return ends as a delivery, under a delivery's code.
  return /^delivered/i.test(text) && TO_SENDER.test(text) ? "DeliveredToSender" : status;
};

const OFFSET = /^([+-])?(\d{1,2}):?(\d\d)$/;

const offsetOf = (text: string | null | undefined): number | undefined => {
  const parts = OFFSET.exec(text?.trim() ?? "");
  if (parts === null) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return (parts[1] === "-" ? -minutes : minutes) * 60_000;
};

/** A time without a zone, or with a `Z` that is not meant: nothing behind the seconds is believed. */
const bare = (text: string | null | undefined): string =>
  (text ?? "").trim().replace(/(Z|[+-]\d\d:?\d\d)$/i, "");

/**
 * The instant of a scan. `GMTTimestamp` is one; `eventTimestamp` is what the clock showed where the scan was made,
 * although it may end in a `Z`: with the offset it is told with, or with the clock of the place, it becomes one.
 */
export const instantOf = (event: TrackingEvent): Instant | undefined => {
  const greenwich = localTime(bare(event.GMTTimestamp), "UTC");
  if (greenwich !== undefined) return greenwich;
  const local = bare(event.eventTimestamp);
  const offset = offsetOf(event.GMTOffset);
  const asIfGreenwich = localTime(local, "UTC");
  if (asIfGreenwich !== undefined && offset !== undefined) return instant(asIfGreenwich - offset);
  const zone = timeZoneOf({ region: event.eventState ?? undefined, zip: event.eventZIP ?? undefined });
  return zone === undefined ? asIfGreenwich : localTime(local, zone);
};

const isZip = Schema.is(Zip);

/** The events as scans; one without a time that can be read is none. */
export const scansOf = (events: ReadonlyArray<TrackingEvent>): ReadonlyArray<Scan> =>
  events.flatMap((event) => {
    const at = instantOf(event);
    if (at === undefined) return [];
    const { eventCity, eventState, eventZIP, eventType } = event;
    const place = [eventCity, eventState]
      .filter((part) => typeof part === "string" && part !== "")
      .join(", ");
    return [
      Scan.make({
        at,
        status: statusOf(event),
        ...(isZip(eventZIP) ? { zip: eventZIP } : {}),
        ...(place === "" ? {} : { place: place.slice(0, 200) }),
        ...(eventType === undefined || eventType === null || eventType === ""
          ? {}
          : { detail: eventType.slice(0, 500) }),
      }),
    ];
  });
