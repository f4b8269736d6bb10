import type { Photo, Spot } from "@resale/core";
import type { Listing } from "../api/queries.ts";

export type Draft = Listing["details"];
type Shows = Draft["photos"][number]["shows"];

const isSame = (one: Shows, other: Shows): boolean =>
  one._tag === other._tag && ("key" in one ? one.key : "") === ("key" in other ? other.key : "");

/** The photo that shows something, if there is one. */
export const photoOf = (draft: Draft, shows: Shows): Photo | undefined =>
  draft.photos.find((one) => isSame(one.shows, shows))?.photo;

/** Another photo shows the piece from elsewhere: what was marked on one that is gone is marked no more. */
export const withPhotos = (draft: Draft, photos: Draft["photos"]): Draft => ({
  ...draft,
  photos,
  imperfections: draft.imperfections.map(({ at, ...wear }) =>
    at !== undefined && photos.some(({ photo }) => photo.id === at.photo) ? { ...wear, at } : wear,
  ),
});

/** The draft with a photo in its place: of everything but other views there is one. */
export const withPhoto = (draft: Draft, shows: Shows, photo: Photo): Draft => {
  const index = shows._tag === "Other" ? -1 : draft.photos.findIndex((one) => isSame(one.shows, shows));
  const shown = { photo, shows };
  return withPhotos(draft, index < 0 ? [...draft.photos, shown] : draft.photos.with(index, shown));
};

export const withoutPhoto = (draft: Draft, photo: Photo): Draft =>
  withPhotos(
    draft,
    draft.photos.filter((one) => one.photo.id !== photo.id),
  );

/** The draft with one more sign of wear, under a key that none has yet, and where it is seen. */
const withWear = (draft: Draft, text: string, at?: Spot): Draft => {
  const keys = new Set(draft.imperfections.map(({ key }) => key));
  let number = 1;
  while (keys.has(`wear${number}`)) number += 1;
  const wear = { key: `wear${number}`, text, ...(at === undefined ? {} : { at }) };
  return { ...draft, imperfections: [...draft.imperfections, wear] };
};

/** A sign of wear that is being typed: it is not in the draft yet. */
export interface TypedWear {
  readonly text: string;
  readonly at?: Spot;
}

export const noWear: TypedWear = { text: "" };

/** The draft with what was typed of a sign of wear, if anything was. */
export const withTyped = (draft: Draft, { text, at }: TypedWear): Draft =>
  text.trim() === "" ? draft : withWear(draft, text.trim(), at);

/** The draft without a sign of wear, and without its close-up. */
export const withoutWear = (draft: Draft, key: string): Draft => ({
  ...draft,
  imperfections: draft.imperfections.filter((one) => one.key !== key),
  photos: draft.photos.filter(({ shows }) => !(shows._tag === "Imperfection" && shows.key === key)),
});
