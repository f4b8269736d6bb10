import { Schema } from "effect";
import { type PostalAddress, Zip, zip5 } from "../address/PostalAddress.ts";
import { DAY, HOUR, Instant } from "../calendar/Instant.ts";
import type { Label } from "../shipping/Label.ts";
import type { Scan, ScanStatus } from "../shipping/Scan.ts";

const Ending = Schema.Struct({
  status: Schema.Literals(["Delivered", "Returning", "DeliveredToSender"]),
  at: Instant,
  zip: Schema.NullOr(Zip),
});
type Ending = typeof Ending.Type;

/**
 * All that the carrier has told of a parcel, as a join: each field only ever moves one way (first, last, latest), so
 * that any order and any repetition of the same scans ends in the same facts (R37).
 */
export const CarrierFacts = Schema.Struct({
  /** The first scan that shows the parcel in the carrier's hands (R32). */
  accepted: Schema.NullOr(Instant),
  /** The last scan on the way (R36). */
  moved: Schema.NullOr(Instant),
  /** The last word that it is lost: apart from the endings, since a parcel may be found again. */
  lost: Schema.NullOr(Instant),
  /** How the journey ended, by the latest word: an older one never undoes a newer one. */
  ending: Schema.NullOr(Ending),
});
export type CarrierFacts = typeof CarrierFacts.Type;

export const noFacts: CarrierFacts = { accepted: null, moved: null, lost: null, ending: null };

const onTheWay: ReadonlySet<ScanStatus> = new Set([
  "Accepted",
  "InTransit",
  "OutForDelivery",
  "Attempted",
  "AvailableForPickup",
]);

const rank = { Delivered: 0, Returning: 1, DeliveredToSender: 2 } as const;

/** A total order over endings: by time, then by how much they ask for care, then by place. */
const isLater = (one: Ending, other: Ending): boolean => {
  if (one.at !== other.at) return one.at > other.at;
  if (one.status !== other.status) return rank[one.status] > rank[other.status];
  return (one.zip ?? "") > (other.zip ?? "");
};

const endingOf = (scan: Scan): Ending | undefined => {
  const { status, at } = scan;
  if (status !== "Delivered" && status !== "Returning" && status !== "DeliveredToSender") return undefined;
  return { status, at, zip: scan.zip ?? null };
};

const join = (facts: CarrierFacts, scan: Scan): CarrierFacts => {
  if (onTheWay.has(scan.status)) {
    const accepted = facts.accepted === null || scan.at < facts.accepted ? scan.at : facts.accepted;
    const moved = facts.moved === null || scan.at > facts.moved ? scan.at : facts.moved;
    return accepted === facts.accepted && moved === facts.moved
      ? facts
      : { accepted, moved, lost: facts.lost, ending: facts.ending };
  }
  if (scan.status === "Lost") {
    return facts.lost === null || scan.at > facts.lost ? { ...facts, lost: scan.at } : facts;
  }
  const ending = endingOf(scan);
  if (ending === undefined || (facts.ending !== null && !isLater(ending, facts.ending))) return facts;
  return { ...facts, ending };
};

/** Clocks of carriers may be this far behind ours, or ahead of it, in milliseconds. */
const BEHIND = HOUR;
const AHEAD = DAY;

/** Whether a scan is of this parcel: what is older than its label belongs to another of the same number (R37). */
export const isOfParcel = (scan: Scan, label: Label, now: Instant): boolean =>
  scan.at >= label.boughtAt - BEHIND && scan.at <= now + AHEAD;

/** What is known once these scans are known too. The same object, if they tell nothing new. */
export const joinScans = (facts: CarrierFacts, scans: ReadonlyArray<Scan>): CarrierFacts =>
  scans.reduce(join, facts);

/** When the carrier last saw the parcel, on its way or at its end. */
export const lastScanOf = ({ moved, ending }: CarrierFacts): Instant | null =>
  moved === null || (ending !== null && ending.at > moved) ? (ending?.at ?? null) : moved;

/** Why a delivery starts no window (R38). */
export const UnverifiedReason = Schema.Literals(["NoAcceptance", "OtherZip", "ToSender", "SaidLost"]);
export type UnverifiedReason = typeof UnverifiedReason.Type;

/** Where the parcel is, as far as the carrier's facts go. */
export type Standing =
  | { readonly _tag: "NotAccepted" }
  | { readonly _tag: "Moving" }
  | { readonly _tag: "Lost" }
  | { readonly _tag: "Delivered"; readonly at: Instant }
  | { readonly _tag: "Unverified"; readonly at: Instant; readonly why: UnverifiedReason };

/** Reads the facts, with the guard against false deliveries (R38). */
export const standingOf = (facts: CarrierFacts, shipTo: PostalAddress): Standing => {
  const { accepted, moved, lost, ending } = facts;
  if (ending === null) {
    if (accepted === null) return { _tag: "NotAccepted" };
    return lost === null || (moved !== null && moved > lost) ? { _tag: "Moving" } : { _tag: "Lost" };
  }
  const { status, at, zip } = ending;
  const unverified = (why: UnverifiedReason): Standing => ({ _tag: "Unverified", at, why });
  if (status !== "Delivered") return unverified("ToSender");
  if (accepted === null || accepted > at) return unverified("NoAcceptance");
  if (zip !== null && zip5(zip) !== zip5(shipTo.zip)) return unverified("OtherZip");
  return lost !== null && lost > at ? unverified("SaidLost") : { _tag: "Delivered", at };
};
