import { Schema } from "effect";

/** An unguessable key under which a photo is kept and served. */
export const PhotoId = Schema.String.check(Schema.isPattern(/^[\w-]{22,64}$/u)).pipe(Schema.brand("PhotoId"));
export type PhotoId = typeof PhotoId.Type;

/** A photo that was taken in: decoded, stripped of all that was in it but the picture, and encoded anew. */
export const Photo = Schema.Struct({
  id: PhotoId,
  width: Schema.Int,
  height: Schema.Int,
});
export type Photo = typeof Photo.Type;

/** The sizes a photo is served in. */
export const PhotoSize = Schema.Literals(["list", "detail", "zoom"]);
export type PhotoSize = typeof PhotoSize.Type;
