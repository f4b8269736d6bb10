import type { PhotoId, PhotoSize, ProviderUnavailable } from "@resale/core";
import type { Effect, Option } from "effect";
import type { EncodedPhotos } from "./intake.ts";

/** Where encoded photos are kept: a folder, or any other store that can do these three. */
export interface PhotoStore {
  /** Keeps all sizes under the id, or none. */
  readonly write: (id: PhotoId, photos: EncodedPhotos) => Effect.Effect<void, ProviderUnavailable>;
  readonly read: (
    id: PhotoId,
    size: PhotoSize,
  ) => Effect.Effect<Option.Option<Uint8Array>, ProviderUnavailable>;
  /** Done too if there was nothing under the id. */
  readonly remove: (id: PhotoId) => Effect.Effect<void, ProviderUnavailable>;
}
