import { Schema } from "effect";
import { Instant } from "../calendar/Instant.ts";
import { PhotoId, PhotoType } from "./Photo.ts";

/** What is to be sent in: of what type it says to be, and how many bytes it has. */
export const UploadWish = Schema.Struct({
  type: PhotoType,
  bytes: Schema.Int.check(Schema.isGreaterThan(0)),
});
export type UploadWish = typeof UploadWish.Type;

/** An upload that was opened, and by whom: nobody else may say that it is done. */
export const OpenedUpload = Schema.Struct({ ...UploadWish.fields, by: Schema.String, until: Instant });
export type OpenedUpload = typeof OpenedUpload.Type;

/** Where to put one file, once, and until when. It counts as soon as its sender has said that it is there. */
export const Upload = Schema.Struct({
  /** The id that the photo will have. */
  id: PhotoId,
  method: Schema.Literal("PUT"),
  /** Absolute, or relative to where the API is. */
  url: Schema.String,
  /** What the request carries beside its body; whoever is signed in is not told of there. */
  headers: Schema.Record(Schema.String, Schema.String),
  until: Instant,
});
export type Upload = typeof Upload.Type;
