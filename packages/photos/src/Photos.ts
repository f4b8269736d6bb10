import { type PhotoId, Photos } from "@resale/core";
import { Effect, Layer, Option, Semaphore } from "effect";
import { folderStore } from "./folderStore.ts";
import { intake, PHOTO_CONTENT_TYPE } from "./intake.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { PhotoStore } from "./PhotoStore.ts";

export interface PhotosOptions {
  readonly limits?: Partial<Limits>;
  /** How many photos are decoded at a time: each takes up to 200 MB while it is. */
  readonly concurrency?: number;
}

/** The port `Photos` over a store. */
export const make = (store: PhotoStore, options: PhotosOptions = {}): Photos["Service"] => {
  const limits = { ...defaultLimits, ...options.limits };
  const decoding = Semaphore.makeUnsafe(options.concurrency ?? 2);

  const take = Effect.fn("Photos.take")(function* (bytes: Uint8Array, id: PhotoId) {
    // Decoding cannot be stopped half way: whoever hangs up keeps its place until it is done.
    const photos = yield* decoding.withPermit(Effect.uninterruptible(intake(bytes, limits)));
    yield* store.write(id, photos);
    const { zoom, placeholder } = photos;
    return { id, width: zoom.width, height: zoom.height, placeholder };
  });

  const read: Photos["Service"]["read"] = Effect.fn("Photos.read")(function* (id, size) {
    const bytes = yield* store.read(id, size);
    return Option.map(bytes, (found) => ({ bytes: found, contentType: PHOTO_CONTENT_TYPE }));
  });

  const remove: Photos["Service"]["remove"] = Effect.fn("Photos.remove")((id) => store.remove(id));

  return Photos.of({ take, read, remove });
};

/** `Photos` over any store. */
export const layer = (store: PhotoStore, options?: PhotosOptions): Layer.Layer<Photos> =>
  Layer.sync(Photos, () => make(store, options));

/** `Photos` kept in a folder, which is made if it does not exist. */
export const layerFolder = (options: PhotosOptions & { readonly folder: string }): Layer.Layer<Photos> =>
  Layer.sync(Photos, () => make(folderStore(options.folder), options));
