import {
  Amount,
  BasisPoints,
  CatalogueEntry,
  Currency,
  Email,
  Grade,
  ListingId,
  ListingView,
  Provenance,
  RegionCode,
} from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api";
import { readProblems } from "./Problem.ts";
import { pageOf, pageQuery, ShortText } from "./requests.ts";

const several = Schema.optionalKey(Schema.Array(ShortText).check(Schema.isMaxLength(50)));

const filter = {
  text: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200))),
  category: several,
  grade: several,
  colour: several,
  material: several,
  ownStock: Schema.optionalKey(Schema.Boolean),
  priceFrom: Schema.optionalKey(Amount),
  priceTo: Schema.optionalKey(Amount),
} as const;

const Counts = Schema.Array(Schema.Struct({ value: Schema.String, count: Schema.Int }));

export const FacetsView = Schema.Struct({
  /** `AtLeast`: there are as many as told and likely more, of values that are not named too. */
  counted: Schema.Literals(["Exactly", "AtLeast"]),
  total: Schema.Int,
  category: Counts,
  grade: Counts,
  colour: Counts,
  material: Counts,
  ownStock: Counts,
});

/** A listing as its reader may see it, with its version and the seller's score (R15, R42). */
export const ListingAnswer = Schema.Struct({
  listing: ListingView,
  version: Schema.Int,
  score: Schema.Struct({ ratings: Schema.Int, stars: Schema.Int }),
});

const Labelled = Schema.Struct({ key: Schema.String, label: Schema.String });

/** What screens need to know of the marketplace's rules: its grades, categories, charge, tips and texts (R7, R8, R12). */
export const ProgramFacts = Schema.Struct({
  name: Schema.String,
  brand: Schema.String,
  loyalty: Schema.String,
  version: Schema.String,
  currency: Currency,
  zone: Schema.String,
  contact: Email,
  categories: Schema.Array(Labelled),
  grades: Schema.Array(Grade),
  photos: Schema.Struct({
    required: Schema.Array(Schema.Struct({ key: Schema.String, label: Schema.String, tip: Schema.String })),
    tips: Schema.Array(Schema.String),
    most: Schema.Int,
  }),
  charge: Amount,
  sellerShare: BasisPoints,
  ownStock: Schema.String,
  checklist: Schema.Array(Labelled),
  denialReasons: Schema.Array(Labelled),
  shipTo: Schema.Array(Schema.Struct({ code: RegionCode, name: Schema.String })),
  country: Schema.String,
  checkout: Schema.Struct({ most: Schema.Int, tender: Schema.Array(Schema.String) }),
  estimate: Schema.Struct({ fromDays: Schema.Int, toDays: Schema.Int }),
  packingTips: Schema.Array(Schema.String),
  disputeKinds: Schema.Array(
    Schema.Struct({ key: Schema.String, label: Schema.String, returns: Schema.Boolean }),
  ),
  disputePhotos: Schema.Int,
  mostStars: Schema.Int,
  /** For each field of the Program where its value comes from. */
  provenance: Schema.Record(Schema.String, Provenance),
});

/** What everybody may see. */
export const catalogue = HttpApiGroup.make("catalogue").add(
  HttpApiEndpoint.get("search", "/catalogue", {
    query: {
      ...filter,
      ...pageQuery,
      sort: Schema.optionalKey(Schema.Literals(["Newest", "PriceUp", "PriceDown"])),
    },
    success: pageOf(CatalogueEntry),
    error: readProblems,
  }),
  HttpApiEndpoint.get("facets", "/catalogue/facets", {
    query: filter,
    success: FacetsView,
    error: readProblems,
  }),
  HttpApiEndpoint.get("listing", "/listings/:listing", {
    params: { listing: ListingId },
    success: ListingAnswer,
    error: readProblems,
  }),
  HttpApiEndpoint.get("program", "/program", { success: ProgramFacts, error: readProblems }),
);
