import { Instant, Label, PostalAddress, plus, type Scan } from "@resale/core";
import type { Telling } from "@resale/simulator";
import { Schema } from "effect";
import { statusOf } from "../webhook/CarrierWebhook.ts";
import { placeOf } from "./placeOf.ts";
import { Story } from "./Story.ts";

/** What happened to a parcel, in the order in which the carrier wrote it down. */
export const ParcelFact = Schema.TaggedUnion({
  Bought: {
    key: Schema.String,
    content: Schema.String,
    label: Label,
    from: PostalAddress,
    to: PostalAddress,
    reference: Schema.String,
    story: Story,
    dropsAt: Schema.optionalKey(Instant),
  },
  StoryChosen: { story: Story },
  Dropped: { at: Instant, story: Story },
  Refunded: { at: Instant },
  PickupBooked: { key: Schema.String, confirmation: Schema.String, date: Schema.String, collectsAt: Instant },
  PickupCancelled: { confirmation: Schema.String },
  Told: { event: Schema.String },
});
export type ParcelFact = typeof ParcelFact.Type;
type Fact<Tag extends ParcelFact["_tag"]> = Extract<ParcelFact, { readonly _tag: Tag }>;

/** A parcel as the facts make it. */
export interface Parcel {
  readonly bought: Fact<"Bought">;
  readonly story: Story;
  readonly dropped: Fact<"Dropped"> | undefined;
  readonly refunded: Fact<"Refunded"> | undefined;
  /** Pickups that were not cancelled. */
  readonly pickups: ReadonlyArray<Fact<"PickupBooked">>;
}

const firstOf = <Tag extends ParcelFact["_tag"]>(facts: ReadonlyArray<ParcelFact>, tag: Tag) =>
  facts.find((fact): fact is Fact<Tag> => fact._tag === tag);

/** The parcel that facts make; nothing, if no label was bought. */
export const parcelOf = (facts: ReadonlyArray<ParcelFact>): Parcel | undefined => {
  const bought = firstOf(facts, "Bought");
  if (bought === undefined) return undefined;
  let story = bought.story;
  let pickups: ReadonlyArray<Fact<"PickupBooked">> = [];
  for (const fact of facts) {
    if (fact._tag === "StoryChosen") story = fact.story;
    if (fact._tag === "PickupBooked") pickups = [...pickups, fact];
    if (fact._tag === "PickupCancelled") {
      pickups = pickups.filter(({ confirmation }) => confirmation !== fact.confirmation);
    }
  }
  return { bought, story, dropped: firstOf(facts, "Dropped"), refunded: firstOf(facts, "Refunded"), pickups };
};

/** Time alone takes a parcel on its way: a pickup that was booked, or a seller of whom we said when she drops it. */
export const droppedByItself = (facts: ReadonlyArray<ParcelFact>, now: Instant): ParcelFact | undefined => {
  const parcel = parcelOf(facts);
  if (parcel === undefined || parcel.dropped !== undefined || parcel.refunded !== undefined) return undefined;
  const moments = parcel.pickups.map(({ collectsAt }) => collectsAt);
  if (parcel.bought.dropsAt !== undefined) moments.push(parcel.bought.dropsAt);
  const [at] = moments.sort((one, other) => one - other);
  return at === undefined || at > now
    ? undefined
    : ParcelFact.cases.Dropped.make({ at, story: parcel.story });
};

interface ToldScan {
  readonly scan: Scan;
  readonly word: string;
  readonly told: ReadonlyArray<Instant>;
}

const scansOf = ({ bought, dropped }: Parcel): ReadonlyArray<ToldScan> => {
  if (dropped === undefined) return [];
  return dropped.story.map((step) => ({
    scan: {
      at: plus(dropped.at, step.after),
      status: statusOf(step.status),
      detail: step.detail,
      ...(step.where === undefined ? {} : placeOf(step.where, bought)),
    },
    word: step.status,
    told: (step.told ?? [step.after]).map((delay) => plus(dropped.at, delay)),
  }));
};

/** What the carrier would answer by now: a scan is known from the first time it is told. */
export const knownScans = (parcel: Parcel, now: Instant): ReadonlyArray<Scan> => {
  const { bought, refunded } = parcel;
  const known: Array<Scan> = [
    { at: bought.label.boughtAt, status: "LabelCreated", detail: "Shipping label created" },
  ];
  for (const { scan, told } of scansOf(parcel)) if (Math.min(...told) <= now) known.push(scan);
  if (refunded !== undefined) {
    known.push({ at: refunded.at, status: "Cancelled", detail: "Label cancelled, postage refunded" });
  }
  return known;
};

/** Whether this parcel (not an older one under its number) has been scanned by now. */
export const isMoving = (parcel: Parcel, now: Instant): boolean =>
  scansOf(parcel).some(({ scan }) => scan.at >= parcel.bought.label.boughtAt && scan.at <= now);

/** All that is told of a parcel by webhook: one scan at a time, in the carrier's own words. */
export const tellings = (tracking: string, facts: ReadonlyArray<ParcelFact>): ReadonlyArray<Telling> => {
  const parcel = parcelOf(facts);
  if (parcel === undefined) return [];
  return scansOf(parcel).flatMap(({ scan, word, told }, step) =>
    told.map((at, repeat) => ({
      event: `${step}.${repeat}`,
      at,
      body: { tracking, scans: [{ ...scan, status: word }] },
    })),
  );
};
