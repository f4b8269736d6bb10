import { Effect } from "effect";
import { type FieldFault, invalid } from "../../lifecycle/Rejection.ts";
import type { SubjectRef } from "../../lifecycle/Subject.ts";
import type { PhotoId } from "../../photos/Photo.ts";
import { KeptPhotos } from "../../ports/KeptPhotos.ts";
import { now } from "../execute.ts";
import { rejectionOf } from "../rejecting.ts";
import { isOnRecord } from "./newPhotoId.ts";

/** A photo and the field that names it. */
export interface Named {
  readonly id: PhotoId;
  readonly field: string;
}

/**
 * Says that a subject is about to show these photos, once that is decided and before it is committed: from then on none of
 * them is removed (R7, R44).
 * One that was never taken in, or is gone by now, is a fault of its field.
 */
export const putToUse = Effect.fnUntraced(function* (photos: ReadonlyArray<Named>, subject: SubjectRef) {
  const named = photos.filter(({ id }) => isOnRecord(id));
  if (named.length === 0) return;
  const ids = [...new Set(named.map(({ id }) => id))];
  const { use } = yield* KeptPhotos;
  const there = new Set(yield* Effect.mapError(use(ids, subject, yield* now), rejectionOf));
  const faults = named
    .filter(({ id }) => !there.has(id))
    .map(({ field }): FieldFault => ({ field, problem: "is not kept here any more: send the photo again" }));
  if (faults.length > 0) return yield* Effect.fail(invalid(...faults));
});

/** The photos that a listing's details name. */
export const photosNamed = (
  photos: ReadonlyArray<{ readonly photo: { readonly id: PhotoId } }>,
): ReadonlyArray<Named> => photos.map(({ photo: { id } }, at) => ({ id, field: `photos[${at}].photo` }));
