import { Effect } from "effect";
import type { Photo, PhotoId } from "../../photos/Photo.ts";
import { KeptPhotos } from "../../ports/KeptPhotos.ts";
import { Photos } from "../../ports/Photos.ts";
import { now } from "../execute.ts";
import { newPhotoId } from "./newPhotoId.ts";

/** Bytes become the photo that was expected under the id. A file that is refused leaves nothing behind. */
export const takeExpected = Effect.fnUntraced(function* (id: PhotoId, bytes: Uint8Array) {
  const { keep, forget } = yield* KeptPhotos;
  const { take, remove } = yield* Photos;
  const photo: Photo = yield* take(bytes, id).pipe(
    Effect.tapError((error) => (error._tag === "PhotoRefused" ? Effect.ignore(forget([id])) : Effect.void)),
  );
  if (yield* keep(photo, yield* now)) return photo;
  // Given up while it was decoded: it took longer than anybody waits.
  yield* Effect.ignore(remove(id));
  return undefined;
});

/** Takes a photo in that came with the request. */
export const takePhoto = Effect.fn("Photos.takePhoto")(function* (bytes: Uint8Array) {
  const { expect } = yield* KeptPhotos;
  const id = yield* newPhotoId;
  yield* expect({ id, at: yield* now, upload: null });
  const photo = yield* takeExpected(id, bytes);
  return photo ?? (yield* Effect.die(new Error(`${id} was given up while it was taken in`)));
});
