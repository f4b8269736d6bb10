import { Schema } from "effect";

/** An unguessable key under which a photo is kept and served. */
export const PhotoId = Schema.String.check(Schema.isPattern(/^[\w-]{22,64}$/u)).pipe(Schema.brand("PhotoId"));
export type PhotoId = typeof PhotoId.Type;

/** A few pixels of a photo, at most some 700 bytes of WebP: they are stored with every listing. */
export const PhotoPlaceholder = Schema.String.check(
  Schema.isPattern(/^data:image\/webp;base64,[A-Za-z0-9+/]{1,1000}={0,2}$/, {
    expected: "a small picture in WebP",
  }),
);

/** A photo that was taken in: decoded, stripped of all that was in it but the picture, and encoded anew. */
export const Photo = Schema.Struct({
  id: PhotoId,
  /** Of its largest size, in pixels: a page keeps its place before it has come. */
  width: Schema.Int,
  height: Schema.Int,
  /** A few pixels of it as a `data:` address, to be shown blurred until it has come; photos from before have none. */
  placeholder: Schema.optionalKey(PhotoPlaceholder),
});
export type Photo = typeof Photo.Type;

/** What may be sent in; what a file really is, its bytes say. */
export const PhotoType = Schema.Literals(["image/jpeg", "image/png", "image/webp"]);
export type PhotoType = typeof PhotoType.Type;

/** The sizes a photo is served in. */
export const PhotoSize = Schema.Literals(["list", "detail", "zoom"]);
export type PhotoSize = typeof PhotoSize.Type;
