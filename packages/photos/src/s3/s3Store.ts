import { PhotoId, PhotoSize } from "@resale/core";
import { Effect, Option, Schema } from "effect";
import { PHOTO_CONTENT_TYPE } from "../intake.ts";
import type { PhotoStore } from "../PhotoStore.ts";
import { makeAsk } from "./asking.ts";
import type { S3Options } from "./options.ts";

const isPhotoId = Schema.is(PhotoId);
const isPhotoSize = Schema.is(PhotoSize);

/** A photo never changes under its id. */
const FOR_EVER = "public, max-age=31536000, immutable";

/**
 * Photos in a bucket of a store that speaks S3, one object for each size. Nobody knows an id before all of its sizes are
 * there; what was written of a photo that could not be written whole is taken away again.
 */
export const s3Store = (options: S3Options): PhotoStore => {
  const ask = makeAsk(options);
  const keyOf = (id: PhotoId, size: PhotoSize): string => `${options.prefix}${id}/${size}.jpg`;
  const everySize = <A, E>(each: (size: PhotoSize) => Effect.Effect<A, E>) =>
    Effect.forEach(PhotoSize.literals, each, { concurrency: "unbounded", discard: true });

  const remove: PhotoStore["remove"] = (id) =>
    isPhotoId(id) ? everySize((size) => ask({ method: "DELETE", key: keyOf(id, size) })) : Effect.void;

  return {
    write: (id, photos) => {
      if (!isPhotoId(id)) return Effect.die(new RangeError(`not the id of a photo: ${id}`));
      const headers = { "content-type": PHOTO_CONTENT_TYPE, "cache-control": FOR_EVER };
      return everySize((size) =>
        ask({ method: "PUT", key: keyOf(id, size), body: new Uint8Array(photos[size].bytes), headers }),
      ).pipe(Effect.onError(() => Effect.ignore(remove(id))));
    },
    read: (id, size) => {
      if (!isPhotoId(id) || !isPhotoSize(size)) return Effect.succeedNone;
      return Effect.map(ask({ method: "GET", key: keyOf(id, size) }), ({ status, bytes }) =>
        status === 404 ? Option.none() : Option.some(bytes),
      );
    },
    remove,
  };
};
