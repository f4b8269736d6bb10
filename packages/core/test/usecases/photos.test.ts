import {
  type Actor,
  collectAllPhotos,
  commandListing,
  commandOrder,
  DAY,
  DirectUploads,
  finishUpload,
  HOUR,
  instant,
  ListingId,
  listOwnStock,
  MINUTE,
  openUpload,
  type Photo,
  PhotoId,
  ProviderUnavailable,
  plus,
  putUpload,
  runTimers,
  startListing,
  submitListing,
  takePhoto,
  viewListing,
} from "@resale/core";
import {
  aMember,
  aProduct,
  aPurchase,
  asReviewer,
  asSupport,
  asVisitor,
  buyPieces,
  listPiece,
  MemoryMembers,
  MemoryPhotos,
  MemoryPurchases,
  scanParcel,
  signedIn,
  someDetails,
  unitOf,
  type World,
} from "@resale/testkit";
import { Effect, Option } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "./playing.ts";

const bytes = new Uint8Array([1, 2, 3, 4]);
const wish = { type: "image/jpeg", bytes: bytes.length } as const;
const later = ({ clock }: World, milliseconds: number) => clock.set(plus(instant(clock.now), milliseconds));
const isKept = (id: PhotoId) => Effect.map(MemoryPhotos, ({ photos }) => photos.has(id));
const someone = (): Actor => signedIn(aMember({ id: crypto.randomUUID() }));

/** A store into which files are put by others: what stands there, and what was taken away. */
const aStore = () => {
  const files = new Map<string, Uint8Array>();
  const port: DirectUploads = {
    open: (id) =>
      Effect.succeedSome({ url: `https://store.example/${id}`, headers: { "x-of": "the store" } }),
    read: (id) => Effect.sync(() => Option.fromUndefinedOr(files.get(id))),
    remove: (id) => Effect.sync(() => void files.delete(id)),
  };
  return { files, port };
};

const draftWith = Effect.fnUntraced(function* (...photos: ReadonlyArray<Photo>) {
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

type Drafted = Effect.Success<ReturnType<typeof draftWith>>;

describe("an upload", () => {
  it("R7 counts once its sender has said that the file is there, and then leaves nothing in the store", () =>
    play(() =>
      Effect.gen(function* () {
        const { files, port } = aStore();
        const actor = someone();
        const work = Effect.gen(function* () {
          const upload = yield* openUpload(actor, wish);
          expect(upload).toMatchObject({
            method: "PUT",
            url: `https://store.example/${upload.id}`,
            headers: { "x-of": "the store" },
          });
          const early = yield* Effect.flip(finishUpload(actor, upload.id));
          expect(early).toMatchObject({ _tag: "Invalid", faults: [{ field: "photo" }] });
          files.set(upload.id, bytes);
          expect(yield* isKept(upload.id)).toBe(false);
          const photo = yield* finishUpload(actor, upload.id);
          expect(photo.id).toBe(upload.id);
          expect(yield* isKept(upload.id)).toBe(true);
          expect(files.size).toBe(0);
          expect(yield* finishUpload(actor, upload.id)).toEqual(photo);
        });
        yield* Effect.provideService(work, DirectUploads, port);
      }),
    ));

  it("R7 of a file that is refused is over, and leaves nothing anywhere", () =>
    play(() =>
      Effect.gen(function* () {
        const { files, port } = aStore();
        const actor = someone();
        const work = Effect.gen(function* () {
          const { id } = yield* openUpload(actor, wish);
          files.set(id, new Uint8Array());
          expect(yield* Effect.flip(finishUpload(actor, id))).toMatchObject({ _tag: "PhotoRefused" });
          expect(files.size).toBe(0);
          expect(yield* Effect.flip(finishUpload(actor, id))).toMatchObject({ _tag: "NotFound" });
        });
        yield* Effect.provideService(work, DirectUploads, port);
      }),
    ));

  it("R7 is finished by the next try, where the store did not answer", () =>
    play(() =>
      Effect.gen(function* () {
        const { files, port } = aStore();
        const actor = someone();
        const work = Effect.gen(function* () {
          const { id } = yield* openUpload(actor, wish);
          files.set(id, bytes);
          const away = new ProviderUnavailable({ provider: "photos", reason: "away" });
          (yield* MemoryPhotos).failNext("take", away);
          expect(yield* Effect.flip(finishUpload(actor, id))).toBe(away);
          expect((yield* finishUpload(actor, id)).id).toBe(id);
        });
        yield* Effect.provideService(work, DirectUploads, port);
      }),
    ));

  it("R7 goes through us where the store takes files from nobody else: the same steps for its sender", () =>
    play((world) =>
      Effect.gen(function* () {
        const actor = someone();
        const { id, url, until } = yield* openUpload(actor, wish);
        expect(url).toBe(`photos/uploads/${id}/file`);
        expect(until).toBe(world.clock.now + 15 * MINUTE);
        const longer = yield* Effect.flip(putUpload(id, new Uint8Array(5)));
        expect(longer).toMatchObject({ _tag: "Invalid", faults: [{ field: "body" }] });
        yield* putUpload(id, bytes);
        yield* putUpload(id, bytes);
        expect((yield* finishUpload(actor, id)).id).toBe(id);
      }),
    ));

  it("R7 is open for fifteen minutes, and not at their end", () =>
    play((world) =>
      Effect.gen(function* () {
        const [one, other] = [yield* openUpload(someone(), wish), yield* openUpload(someone(), wish)];
        later(world, 15 * MINUTE - 1);
        yield* putUpload(one.id, bytes);
        later(world, 1);
        expect(yield* Effect.flip(putUpload(other.id, bytes))).toMatchObject({ _tag: "NotFound" });
      }),
    ));

  it("R54 is its sender's alone, and nobody's who does not say who they are", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* openUpload(someone(), wish);
        yield* putUpload(id, bytes);
        expect(yield* Effect.flip(finishUpload(someone(), id))).toMatchObject({ _tag: "NotFound" });
        expect(yield* Effect.flip(openUpload(asVisitor, wish))).toMatchObject({ _tag: "NotAllowed" });
        expect(yield* Effect.flip(finishUpload(asVisitor, id))).toMatchObject({ _tag: "NotAllowed" });
      }),
    ));

  it("R7 of more than twelve megabytes is refused before a byte of it is sent", () =>
    play(() =>
      Effect.gen(function* () {
        const most = 12 * 1024 * 1024;
        yield* openUpload(someone(), { ...wish, bytes: most });
        const refused = yield* Effect.flip(openUpload(someone(), { ...wish, bytes: most + 1 }));
        expect(refused).toMatchObject({ _tag: "PhotoRefused", reason: "TooLarge" });
      }),
    ));

  it("R7 has an id that nobody can guess from another", () =>
    play(() =>
      Effect.gen(function* () {
        const photos = yield* Effect.forEach(Array.from({ length: 8 }), () => takePhoto(bytes));
        const ids = photos.map(({ id }) => id);
        expect(new Set(ids).size).toBe(8);
        for (const [index, id] of ids.slice(1).entries()) {
          const differing = [...id].filter((letter, place) => letter !== ids[index]?.[place]).length;
          expect(differing).toBeGreaterThan(16);
        }
      }),
    ));
});

describe("a photo that nothing shows", () => {
  it("R7 is collected after seven days, not a millisecond before", () =>
    play((world) =>
      Effect.gen(function* () {
        const photo = yield* takePhoto(bytes);
        later(world, 7 * DAY - 1);
        expect(yield* collectAllPhotos()).toEqual({ looked: 0, removed: 0, left: 0 });
        later(world, 1);
        expect(yield* collectAllPhotos()).toEqual({ looked: 1, removed: 1, left: 0 });
        expect(yield* isKept(photo.id)).toBe(false);
      }),
    ));

  it("R7 can't be attached any more, and is named by its field", () =>
    play((world) =>
      Effect.gen(function* () {
        const photo = yield* takePhoto(bytes);
        later(world, 8 * DAY);
        yield* collectAllPhotos();
        const refused = yield* Effect.flip(draftWith(photo));
        const field = `photos[${someDetails().photos.length}].photo`;
        expect(refused).toMatchObject({ _tag: "Invalid", faults: [{ field }] });
        const details = someDetails();
        const ownStock = {
          ...details,
          photos: [...details.photos, { photo, shows: { _tag: "Other" } as const }],
        };
        const listed = yield* Effect.flip(listOwnStock({ actor: asReviewer }, aProduct(), ownStock));
        expect(listed).toMatchObject({ _tag: "Invalid", faults: [{ field }] });
      }),
    ));

  it("R7 that was replaced in a draft is collected, and the one in its place is not", () =>
    play((world) =>
      Effect.gen(function* () {
        const [first, second] = [yield* takePhoto(bytes), yield* takePhoto(bytes)];
        const { actor, id } = yield* draftWith(first);
        const details = someDetails();
        const photos = [...details.photos, { photo: second, shows: { _tag: "Other" } as const }];
        yield* commandListing({ actor }, id, { _tag: "Edit", details: { ...details, photos } });
        later(world, 8 * DAY);
        yield* collectAllPhotos();
        expect([yield* isKept(first.id), yield* isKept(second.id)]).toEqual([false, true]);
      }),
    ));

  it("R7 whose store does not answer is given up all the same, and removed by the next collection", () =>
    play((world) =>
      Effect.gen(function* () {
        const photo = yield* takePhoto(bytes);
        later(world, 7 * DAY);
        const away = new ProviderUnavailable({ provider: "photos", reason: "away" });
        (yield* MemoryPhotos).failNext("remove", away);
        expect(yield* collectAllPhotos()).toEqual({ looked: 1, removed: 0, left: 1 });
        expect(yield* Effect.flip(draftWith(photo))).toMatchObject({ _tag: "Invalid" });
        expect(yield* collectAllPhotos()).toEqual({ looked: 1, removed: 1, left: 0 });
        expect(yield* isKept(photo.id)).toBe(false);
      }),
    ));

  it("R7 that was never put where it was to be is forgotten, with what lies in the store", () =>
    play((world) =>
      Effect.gen(function* () {
        const { files, port } = aStore();
        const work = Effect.gen(function* () {
          const { id } = yield* openUpload(someone(), wish);
          files.set(id, bytes);
          later(world, 7 * DAY);
          expect(yield* collectAllPhotos()).toMatchObject({ removed: 1 });
          expect(files.size).toBe(0);
        });
        yield* Effect.provideService(work, DirectUploads, port);
      }),
    ));
});

describe("a photo that something shows", () => {
  it("R7 is kept, however long a draft is left alone", () =>
    play((world) =>
      Effect.gen(function* () {
        const photo = yield* takePhoto(bytes);
        yield* draftWith(photo);
        for (let month = 0; month < 12; month++) {
          later(world, 30 * DAY);
          yield* collectAllPhotos();
        }
        expect(yield* isKept(photo.id)).toBe(true);
      }),
    ));

  const ends = {
    Withdrawn: ({ actor, id }: Drafted) => commandListing({ actor }, id, { _tag: "Withdraw" }),
    Denied: Effect.fnUntraced(function* ({ actor, id }: Drafted) {
      yield* submitListing({ actor }, id);
      const reason = { code: "Condition", text: "It is too worn." };
      yield* commandListing({ actor: asReviewer }, id, { _tag: "Deny", revision: 2, reason });
    }),
  } as const;
  for (const [state, end] of Object.entries(ends)) {
    it(`R7 is kept for ninety days after its listing was ${state}; then the listing shows none, and it is collected`, () =>
      play((world) =>
        Effect.gen(function* () {
          const photo = yield* takePhoto(bytes);
          const drafted = yield* draftWith(photo);
          const { actor, id } = drafted;
          yield* end(drafted);
          later(world, 90 * DAY - 1);
          yield* runTimers(100);
          yield* collectAllPhotos();
          const before = yield* viewListing(actor, id);
          expect(before.listing.state).toBe(state);
          expect(before.listing.details.photos.map((one) => one.photo.id)).toContain(photo.id);
          expect(yield* isKept(photo.id)).toBe(true);
          later(world, 1);
          expect((yield* viewListing(actor, id)).listing.details.photos).toEqual([]);
          yield* runTimers(100);
          later(world, 7 * DAY);
          yield* collectAllPhotos();
          expect(yield* isKept(photo.id)).toBe(false);
        }),
      ));
  }

  it("R44 is kept as long as a dispute shows it", () =>
    play((world) =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { order } = yield* buyPieces([listing]);
        for (const status of ["Accepted", "Delivered"] as const) {
          later(world, HOUR);
          yield* scanParcel(order, status, instant(world.clock.now));
        }
        const guest: Actor = { _tag: "Guest", order };
        const photo = yield* takePhoto(bytes);
        const complaint = { _tag: "OpenDispute", kind: "Damaged", text: "It is torn." } as const;
        const gone = PhotoId.make(photo.id.replace(/.{4}$/, "0000"));
        const refused = yield* Effect.flip(
          commandOrder({ actor: guest }, order, { ...complaint, photos: [photo.id, gone] }),
        );
        expect(refused).toMatchObject({ _tag: "Invalid", faults: [{ field: "photos[1]" }] });
        yield* commandOrder({ actor: guest }, order, { ...complaint, photos: [photo.id] });
        const decision = { _tag: "DecideDispute", upheld: true, text: "It is." } as const;
        yield* commandOrder({ actor: asSupport }, order, decision);
        later(world, 300 * DAY);
        yield* collectAllPhotos();
        expect(yield* isKept(photo.id)).toBe(true);
      }),
    ));
});
