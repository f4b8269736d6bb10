import { DirectUploads, PhotoLinks } from "@resale/core";
import type { Elsewhere } from "@resale/http";
import { folderStore, Photos } from "@resale/photos";
import { Context, Effect, Layer } from "effect";
import type { DrawnPhotos } from "../artwork/DrawnPhotos.ts";
import { Settings } from "./Settings.ts";

/** Other places than this server that a page must be let to: where it may put files, and where its pictures may be. */
export class PhotoPlaces extends Context.Service<PhotoPlaces, Elsewhere>()(
  "@resale/example-server/PhotoPlaces",
) {}

const originOf = (url: string): string => new URL(url).origin;

const inBucket = Effect.fnUntraced(function* (drawn: DrawnPhotos) {
  const { s3Config, s3Links, s3Store, s3Uploads } = yield* Effect.promise(() => import("@resale/photos/s3"));
  const options = yield* s3Config;
  const { directUploads, endpoint, links } = options;
  const pictures = links === "through" ? [] : [originOf(links === "signed" ? endpoint : links.publicUrl)];
  return Layer.mergeAll(
    Photos.layer(drawn.over(s3Store(options))),
    Layer.succeed(PhotoLinks, s3Links(options)),
    directUploads ? Layer.succeed(DirectUploads, s3Uploads(options)) : Layer.empty,
    Layer.succeed(PhotoPlaces, { requests: directUploads ? [originOf(endpoint)] : [], pictures }),
  );
});

/** Photos in the data folder, or in the bucket that is named; pictures of what was sown are drawn when they are looked at. */
export const photos = (drawn: DrawnPhotos) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const settings = yield* Settings;
      if (settings.photos === "s3") return yield* inBucket(drawn);
      return Layer.merge(
        Photos.layer(drawn.over(folderStore(settings.folder("photos")))),
        Layer.succeed(PhotoPlaces, {}),
      );
    }),
  );
