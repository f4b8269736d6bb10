import { Effect } from "effect";
import { PhotoId } from "../../photos/Photo.ts";
import { Ids } from "../../ports/Ids.ts";

/** What the id of each photo begins with that the engine has on record. */
const OURS = "kept-";

/** Where the time ends in a UUID of version 7: what follows is random. */
const RANDOM = 14;

/** Ids of photos that are on record. Others are of a shop that draws its pictures itself, or from before there was one. */
export const isOnRecord = (id: PhotoId): boolean => id.startsWith(OURS);

/** Who does not know a photo's id cannot find it: it has the random bits of two keys, 140 or more. */
export const newPhotoId = Effect.gen(function* () {
  const { next } = yield* Ids;
  const halves = [yield* next, yield* next].map((key) => key.slice(RANDOM).replaceAll("-", ""));
  return PhotoId.make(`${OURS}${halves.join("")}`);
});
