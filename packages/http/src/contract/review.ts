import {
  Details,
  FieldFault,
  ListingId,
  ListingView,
  Price,
  Product,
  StatedReason,
  StoredEvent,
} from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api";
import { readProblems, writeProblems } from "./Problem.ts";
import { changeHeaders, pageOf, pageQuery, ShortText, writeHeaders } from "./requests.ts";

const decision = { params: { listing: ListingId }, headers: changeHeaders, success: ListingView } as const;

/** The revision that was looked at: a decision about another one is refused. */
const Revision = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));

/** What has happened to a listing, and what its seller has listed beside it (R14, R42). */
export const PieceHistory = Schema.Struct({
  events: Schema.Array(StoredEvent),
  score: Schema.Struct({ ratings: Schema.Int, stars: Schema.Int }),
  others: Schema.Array(ListingView),
});

/** For the brand's reviewers. */
export const review = HttpApiGroup.make("review").add(
  HttpApiEndpoint.get("queue", "/review/listings", {
    query: pageQuery,
    success: pageOf(ListingView),
    error: readProblems,
  }),
  HttpApiEndpoint.get("history", "/review/listings/:listing/history", {
    params: { listing: ListingId },
    success: PieceHistory,
    error: readProblems,
  }),
  HttpApiEndpoint.post("approve", "/review/listings/:listing/approval", {
    ...decision,
    payload: Schema.Struct({
      revision: Revision,
      checked: Schema.Array(ShortText).check(Schema.isMaxLength(50)),
      price: Schema.optionalKey(Price),
    }),
    error: writeProblems,
  }),
  HttpApiEndpoint.post("deny", "/review/listings/:listing/denial", {
    ...decision,
    payload: Schema.Struct({ revision: Revision, reason: StatedReason }),
    error: writeProblems,
  }),
  HttpApiEndpoint.post("requestChanges", "/review/listings/:listing/requested-changes", {
    ...decision,
    payload: Schema.Struct({
      revision: Revision,
      changes: Schema.NonEmptyArray(FieldFault).check(Schema.isMaxLength(50)),
    }),
    error: writeProblems,
  }),
  HttpApiEndpoint.post("listOwnStock", "/review/own-stock", {
    headers: writeHeaders,
    payload: Schema.Struct({ product: Product, details: Details }),
    success: ListingView.pipe(HttpApiSchema.status(201)),
    error: writeProblems,
  }),
);
