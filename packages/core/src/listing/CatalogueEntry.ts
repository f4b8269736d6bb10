import { Schema } from "effect";
import { Instant } from "../calendar/Instant.ts";
import { Amount } from "../money/Money.ts";
import { PhotoId, PhotoPlaceholder } from "../photos/Photo.ts";
import { ListingId } from "./ListingId.ts";

/** A live listing as shoppers find it: what is searched, counted, sorted and shown in a list (R20). */
export const CatalogueEntry = Schema.Struct({
  listing: ListingId,
  title: Schema.String,
  description: Schema.String,
  category: Schema.String,
  grade: Schema.String,
  colour: Schema.NullOr(Schema.String),
  material: Schema.NullOr(Schema.String),
  price: Amount,
  msrp: Amount,
  photo: Schema.NullOr(PhotoId),
  /** A few pixels of the photo, to be shown until it has come; none, where the photo has none (R7). */
  placeholder: Schema.optionalKey(PhotoPlaceholder),
  /** The brand's own stock, which carries a tag and a facet (R17). */
  ownStock: Schema.Boolean,
  /** Somebody holds it in a checkout just now: shown, and not to be bought. */
  reserved: Schema.Boolean,
  listedAt: Instant,
});
export type CatalogueEntry = typeof CatalogueEntry.Type;
