import { Context, type Effect, type Option, Schema } from "effect";
import type { Photo, PhotoId, PhotoSize } from "../photos/Photo.ts";
import type { ProviderUnavailable } from "./Provider.ts";

/** The file is not a photo we can take, and why: the reason is for its sender to read. */
export class PhotoRefused extends Schema.TaggedError<PhotoRefused>()("PhotoRefused", {
  reason: Schema.Literals([
    "TooLarge",
    "TooManyPixels",
    "TooSmall",
    "NotAnImage",
    "FormatNotTaken",
    "Damaged",
  ]),
  detail: Schema.String,
}) {}

/** Photos of listings and disputes: taken in (decoded, stripped, encoded anew), kept, and served in sizes (R7, R44). */
export class Photos extends Context.Service<
  Photos,
  {
    /** Keeps the photo under the id, which is known to the engine by then and was never given before. */
    readonly take: (
      bytes: Uint8Array,
      id: PhotoId,
    ) => Effect.Effect<Photo, PhotoRefused | ProviderUnavailable>;
    readonly read: (
      id: PhotoId,
      size: PhotoSize,
    ) => Effect.Effect<
      Option.Option<{ readonly bytes: Uint8Array; readonly contentType: string }>,
      ProviderUnavailable
    >;
    readonly remove: (id: PhotoId) => Effect.Effect<void, ProviderUnavailable>;
  }
>()("@resale/core/ports/Photos") {}
