import {
  type Actor,
  commandListing,
  type DirectUploads,
  instant,
  ListingId,
  type Photo,
  type PhotoId,
  plus,
  startListing,
} from "@resale/core";
import {
  aMember,
  aPurchase,
  MemoryMembers,
  MemoryPhotos,
  MemoryPurchases,
  signedIn,
  someDetails,
  unitOf,
  type World,
} from "@resale/testkit";
import { Effect, Option } from "effect";

export const bytes = new Uint8Array([1, 2, 3, 4]);
export const wish = { type: "image/jpeg", bytes: bytes.length } as const;
export const later = ({ clock }: World, milliseconds: number) =>
  clock.set(plus(instant(clock.now), milliseconds));
export const isKept = (id: PhotoId) => Effect.map(MemoryPhotos, ({ photos }) => photos.has(id));
export const someone = (): Actor => signedIn(aMember({ id: crypto.randomUUID() }));

/** A store into which files are put by others: what stands there, and what was taken away. */
export const aStore = () => {
  const files = new Map<string, Uint8Array>();
  const port: DirectUploads = {
    open: (id) =>
      Effect.succeedSome({ url: `https://store.example/${id}`, headers: { "x-of": "the store" } }),
    read: (id) => Effect.sync(() => Option.fromUndefinedOr(files.get(id))),
    remove: (id) => Effect.sync(() => void files.delete(id)),
  };
  return { files, port };
};

export const draftWith = Effect.fnUntraced(function* (...photos: ReadonlyArray<Photo>) {
  const seller = aMember();
  const purchase = aPurchase();
  (yield* MemoryMembers).upsert(seller);
  (yield* MemoryPurchases).upsert(seller.id, purchase);
  const actor = signedIn(seller);
  const id = ListingId.make((yield* startListing({ actor }, unitOf(purchase))).id);
  const shown = photos.map((photo) => ({ photo, shows: { _tag: "Other" } as const }));
  const details = { ...someDetails(), photos: [...someDetails().photos, ...shown] };
  yield* commandListing({ actor }, id, { _tag: "Edit", details });
  return { actor, id };
});

export type Drafted = Effect.Success<ReturnType<typeof draftWith>>;
