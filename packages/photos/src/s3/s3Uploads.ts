import { type DirectUploads, type PhotoId, PhotoRefused } from "@resale/core";
import { Clock, Effect, Option } from "effect";
import { makeAsk } from "./asking.ts";
import type { S3Options } from "./options.ts";
import { signerOf } from "./signing.ts";

/**
 * Files that senders put into the bucket themselves, by an address that is signed for one key, type, size and time. They
 * lie apart from photos, are read by the engine alone, and are removed once it has read them.
 */
export const s3Uploads = (options: S3Options): DirectUploads => {
  const ask = makeAsk(options);
  const signer = signerOf(options);
  const keyOf = (id: PhotoId): string => `${options.uploadPrefix}${id}`;
  return {
    open: (id, { type, bytes, until }) =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis;
        const seconds = Math.max(1, Math.floor((until - now) / 1000));
        const headers = { "content-type": type };
        const { url } = yield* Effect.promise(() =>
          signer({
            method: "PUT",
            key: keyOf(id),
            headers: { ...headers, "content-length": `${bytes}` },
            seconds,
          }).sign(),
        );
        // Whoever sends a file says its length anyway; a browser lets nobody else say it.
        return Option.some({ url: url.href, headers });
      }),
    read: (id, upload) =>
      Effect.gen(function* () {
        const answer = yield* ask({ method: "GET", key: keyOf(id), most: upload.bytes });
        if (answer.status === 404) return Option.none();
        if (answer.bytes.length > upload.bytes) {
          const detail = `The file is larger than the ${upload.bytes} bytes that were announced.`;
          return yield* new PhotoRefused({ reason: "TooLarge", detail });
        }
        return Option.some(answer.bytes);
      }),
    remove: (id) => Effect.asVoid(ask({ method: "DELETE", key: keyOf(id) })),
  };
};
