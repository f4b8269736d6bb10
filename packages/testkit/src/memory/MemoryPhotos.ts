import { type Photo, type PhotoId, PhotoRefused, Photos, type ProviderUnavailable } from "@resale/core";
import { Context, Effect, Layer, Option } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";

type Errors = {
  readonly take: PhotoRefused | ProviderUnavailable;
  readonly read: ProviderUnavailable;
  readonly remove: ProviderUnavailable;
};

const make = () => {
  const photos = new Map<PhotoId, Uint8Array>();
  const { failNext, call } = makeFaults<Errors>();
  const port = Photos.of({
    take: (bytes, id) =>
      call(
        "take",
        Effect.suspend(() => {
          if (bytes.length === 0) {
            return Effect.fail(new PhotoRefused({ reason: "NotAnImage", detail: "the file is empty" }));
          }
          const photo: Photo = { id, width: 1200, height: 900 };
          photos.set(photo.id, bytes.slice());
          return Effect.succeed(photo);
        }),
      ),
    read: (id) =>
      call(
        "read",
        Effect.sync(() =>
          Option.map(Option.fromUndefinedOr(photos.get(id)), (bytes) => ({
            bytes,
            contentType: "image/jpeg",
          })),
        ),
      ),
    remove: (id) =>
      call(
        "remove",
        Effect.sync(() => void photos.delete(id)),
      ),
  });
  return { port, control: { failNext, photos } };
};

/** Photos in memory: any bytes are one, and every size of it is the same. */
export class MemoryPhotos extends Context.Service<
  MemoryPhotos,
  Faults<Errors> & { readonly photos: ReadonlyMap<PhotoId, Uint8Array> }
>()("@resale/testkit/memory/MemoryPhotos") {
  static readonly layer: Layer.Layer<Photos | MemoryPhotos> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Photos, port), MemoryPhotos, control);
    }),
  );
}
