import { folderStore, Photos } from "@resale/photos";
import { Effect, Layer } from "effect";
import type { DrawnPhotos } from "../artwork/DrawnPhotos.ts";
import { Settings } from "./Settings.ts";

const inBucket = Effect.gen(function* () {
  const { s3Config, s3Store } = yield* Effect.promise(() => import("@resale/photos/s3"));
  return s3Store(yield* s3Config);
});

const store = Effect.flatMap(Settings, ({ photos, folder }) =>
  photos === "s3" ? inBucket : Effect.succeed(folderStore(folder("photos"))),
);

/** Photos in the data folder, or in the bucket that is named; pictures of what was sown are drawn when they are looked at. */
export const photos = (drawn: DrawnPhotos) =>
  Layer.unwrap(Effect.map(store, (kept) => Photos.layer(drawn.over(kept))));
