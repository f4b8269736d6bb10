import {
  Cents,
  DraftDetails,
  Explanation,
  GradeKey,
  ListingId,
  ListingView,
  PurchaseLine,
  Rejection,
  UnitId,
} from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api";
import { readProblems, writeProblems } from "./Problem.ts";
import { changeHeaders, pageOf, pageQuery, writeHeaders } from "./requests.ts";

/** One unit of a purchase, and why it can't be sold, if it can't (R3–R6). */
export const PurchasedUnitView = Schema.Struct({
  unit: UnitId,
  line: PurchaseLine,
  listing: Schema.NullOr(ListingId),
  refusal: Schema.NullOr(Rejection),
});

/** A recommended price that explains itself (R9, R10). */
export const RecommendedPrice = Schema.Struct({
  base: Cents,
  ageMonths: Schema.Int,
  steps: Schema.Array(
    Schema.Union([
      Schema.TaggedStruct("Rate", {
        grade: GradeKey,
        rate: Schema.Int,
        fromMonths: Schema.Int,
        underMonths: Schema.optionalKey(Schema.Int),
        result: Cents,
      }),
      Schema.TaggedStruct("Rounded", { to: Schema.Int, result: Cents }),
    ]),
  ),
  price: Cents,
  /** What the seller would get of it (R46). */
  payout: Cents,
});

const listing = { params: { listing: ListingId }, headers: changeHeaders, success: ListingView } as const;

/** For members who sell what they once bought. */
export const selling = HttpApiGroup.make("selling").add(
  HttpApiEndpoint.get("purchases", "/selling/purchases", {
    success: Schema.Array(PurchasedUnitView),
    error: readProblems,
  }),
  HttpApiEndpoint.get("recommendPrice", "/selling/purchases/:unit/price", {
    params: { unit: UnitId },
    query: { grade: GradeKey },
    success: RecommendedPrice,
    error: readProblems,
  }),
  HttpApiEndpoint.get("myListings", "/selling/listings", {
    query: pageQuery,
    success: pageOf(ListingView),
    error: readProblems,
  }),
  HttpApiEndpoint.post("startListing", "/selling/listings", {
    headers: writeHeaders,
    payload: Schema.Struct({ unit: UnitId }),
    success: ListingView.pipe(HttpApiSchema.status(201)),
    error: writeProblems,
  }),
  HttpApiEndpoint.put("editListing", "/selling/listings/:listing/details", {
    ...listing,
    payload: DraftDetails,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("submitListing", "/selling/listings/:listing/submission", {
    ...listing,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("withdrawListing", "/selling/listings/:listing/withdrawal", {
    ...listing,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("acceptPrice", "/selling/listings/:listing/accepted-price", {
    ...listing,
    error: writeProblems,
  }),
  HttpApiEndpoint.get("explainListing", "/selling/listings/:listing/explanation", {
    params: { listing: ListingId },
    success: Explanation,
    error: readProblems,
  }),
);
