import type { PhotoId, PhotoLink, PhotoSize } from "@resale/core";
import { Effect, Option } from "effect";
import type { S3Options } from "./options.ts";
import { signerOf } from "./signing.ts";

/** So long a signed address of a photo holds, in seconds. */
const HOLDS = 3_600;
/** Photos never change under their address: whoever was sent there once need not ask again for a day. */
const PUBLIC_HOLDS = 86_400;

/** Where photos are had beside us, as the settings have it: nowhere, at the store itself, or at what stands before it. */
export const s3Links = (options: S3Options) => {
  const { links, prefix } = options;
  const signer = signerOf(options);
  return (id: PhotoId, size: PhotoSize): Effect.Effect<Option.Option<PhotoLink>> => {
    if (links === "through") return Effect.succeedNone;
    if (links !== "signed") {
      return Effect.succeedSome({ url: `${links.publicUrl}/${id}/${size}.jpg`, holds: PUBLIC_HOLDS });
    }
    const key = `${prefix}${id}/${size}.jpg`;
    return Effect.promise(() => signer({ method: "GET", key, headers: {}, seconds: HOLDS }).sign()).pipe(
      Effect.map(({ url }) => Option.some({ url: url.href, holds: HOLDS })),
    );
  };
};
