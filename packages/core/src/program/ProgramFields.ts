import { Schema } from "effect";
import { Email } from "../address/Email.ts";
import { PostalAddress, RegionCode } from "../address/PostalAddress.ts";
import { knownCountries, regionsOf } from "../address/regions.ts";
import { BusinessCalendar, Length } from "../calendar/BusinessCalendar.ts";
import { Amount, BasisPoints, Currency } from "../money/Money.ts";
import { PriceTable } from "../pricing/PriceTable.ts";
import { Grade, Key } from "./Grade.ts";
import { Provenance } from "./Provenance.ts";
import { Theme } from "./Theme.ts";

const Text = Schema.String.check(Schema.isPattern(/\S/u, { expected: "a text that says something" }));
const Labelled = Schema.Struct({ key: Key, label: Text });

const whole = (minimum: number, maximum: number) =>
  Schema.Int.check(
    Schema.isBetween({ minimum, maximum }, { expected: `a whole number from ${minimum} to ${maximum}` }),
  );

/** Where parcels go to or come from: regions that are known, all of one country. */
const Regions = Schema.Struct({
  country: Schema.String.check(
    Schema.makeFilter((country) => knownCountries.includes(country), {
      expected: `a country whose regions and postal codes are known: ${knownCountries.join(" or ")}`,
    }),
  ),
  regions: Schema.NonEmptyArray(RegionCode),
}).check(
  Schema.makeFilter(({ country, regions }) => {
    const known = regionsOf(country);
    return regions.flatMap((region, at) =>
      known.includes(region)
        ? []
        : [{ path: ["regions", at], issue: `is to be a region of ${country}: ${known.join(", ")}` }],
    );
  }),
);

/** A parcel's whole days on the way, an estimate only (R33). */
const Estimate = Schema.Struct({ fromDays: Schema.Natural, toDays: Schema.Natural });

/** The fields of a Program, each by itself in order; whether they agree is `faultsOf`. */
export const ProgramFields = Schema.Struct({
  /** What shoppers call the marketplace: `Pre-Loved`. */
  name: Text,
  /** The brand whose things are sold. */
  brand: Text,
  /** The loyalty programme whose members sell. */
  loyalty: Text,
  /** Names this set of rules; an order keeps the one under which it was sold (R57). */
  version: Schema.String.check(
    Schema.isPattern(/^[\w.-]{1,40}$/u, {
      expected: "1 to 40 letters, digits, dots and hyphens, as 2026-11",
    }),
  ),
  currency: Currency,
  calendar: BusinessCalendar,
  /** Who mails come from and answers go to. */
  mail: Schema.Struct({
    from: Email,
    replyTo: Email,
    operators: Schema.NonEmptyArray(Email),
    /** How mails look and sign. */
    theme: Theme,
  }),
  categories: Schema.NonEmptyArray(Labelled),
  collections: Schema.Struct({
    flagged: Schema.Array(Schema.String),
    treatment: Schema.Literals(["Flag", "Refuse"]),
  }),
  /** Best first. */
  grades: Schema.NonEmptyArray(Grade),
  photos: Schema.Struct({
    required: Schema.Array(Schema.Struct({ key: Key, label: Text, tip: Text })),
    tips: Schema.Array(Text),
    most: whole(1, 50),
    /** So long after a listing was denied or withdrawn its photos are kept. */
    keptAfterEnd: Length,
  }),
  pricing: Schema.Struct({
    table: PriceTable,
    /** Recommended prices are rounded down to a multiple of this; 1 leaves them to the cent. */
    roundTo: whole(1, 10_000),
    /** Whether the seller is told of a reviewer's price, or asked first (R11). */
    repricing: Schema.Literals(["Notify", "Consent"]),
  }),
  /** The fixed shipping charge the buyer pays for each thing (R12). */
  charge: Amount,
  sellerShare: BasisPoints,
  review: Schema.Struct({
    within: Length,
    checklist: Schema.NonEmptyArray(Labelled),
    denialReasons: Schema.NonEmptyArray(Labelled),
  }),
  ownStock: Schema.Struct({ name: Text, email: Email, address: PostalAddress }),
  shipTo: Regions,
  shipFrom: Regions,
  checkout: Schema.Struct({
    hold: Length,
    most: whole(1, 100),
    tender: Schema.NonEmptyArray(Schema.Literals(["Card", "GiftCard"])),
  }),
  shipping: Schema.Struct({
    shipBy: Length,
    promise: Length,
    reminder: Length,
    labelLate: Length,
    /** Cancel by itself so long after the ship-by deadline; never, if left out (R31). */
    cancelAfter: Schema.optionalKey(Length),
    estimate: Estimate,
    updateEvery: Length,
    stalledAfter: Length,
    packingTips: Schema.Array(Text),
  }),
  delivery: Schema.Struct({ window: Length, closing: Length }),
  dispute: Schema.Struct({
    /** `returns`: an upheld dispute of this kind sends the buyer a return label; what never came cannot go back. */
    kinds: Schema.NonEmptyArray(Schema.Struct({ key: Key, label: Text, returns: Schema.Boolean })),
    decideWithin: Length,
    mostPhotos: whole(0, 50),
  }),
  guestLinks: Schema.Struct({
    /** So long after its mail a guest's link holds; each mail brings a new one (R26). */
    life: Length,
    /** A guest gets one new link for an order in this time, however often it is asked for. */
    again: Length,
  }),
  returns: Schema.Struct({ within: Length, to: Schema.Literals(["Seller", "Brand"]) }),
  ratings: Schema.Struct({
    most: whole(2, 10),
    /** Whether a rating counts only once an operator has published it. */
    moderated: Schema.Boolean,
  }),
  /** At which hour of each business day the operators get their digest, in the calendar's zone. */
  digest: Schema.Struct({ hour: whole(0, 23) }),
  /** For each field the mark of its value. */
  provenance: Schema.Record(Schema.String, Provenance),
});

export type ProgramFields = typeof ProgramFields.Type;
