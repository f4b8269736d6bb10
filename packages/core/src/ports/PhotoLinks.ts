import { Context, Effect, type Option } from "effect";
import type { PhotoId, PhotoSize } from "../photos/Photo.ts";

/** Where else than from us a photo may be had, and for how long that holds. */
export interface PhotoLink {
  readonly url: string;
  /** In seconds. */
  readonly holds: number;
}

/** Where photos are served beside us: by the store itself, or by a network before it. Left out, nowhere. */
export const PhotoLinks = Context.Reference<
  (id: PhotoId, size: PhotoSize) => Effect.Effect<Option.Option<PhotoLink>>
>("@resale/core/ports/PhotoLinks", { defaultValue: () => () => Effect.succeedNone });
