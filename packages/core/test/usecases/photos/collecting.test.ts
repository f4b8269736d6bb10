import {
  type Actor,
  collectAllPhotos,
  commandListing,
  commandOrder,
  DAY,
  DirectUploads,
  HOUR,
  instant,
  listOwnStock,
  openUpload,
  PhotoId,
  ProviderUnavailable,
  runTimers,
  submitListing,
  takePhoto,
  viewListing,
} from "@resale/core";
import {
  aProduct,
  asReviewer,
  asSupport,
  buyPieces,
  listPiece,
  MemoryPhotos,
  scanParcel,
  someDetails,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "../playing.ts";
import { aStore, bytes, type Drafted, draftWith, isKept, later, someone, wish } from "./given.ts";

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

  it("R7 is left for the next collection with all others, where the store does not answer", () =>
    play((world) =>
      Effect.gen(function* () {
        for (let many = 0; many < 201; many++) yield* takePhoto(bytes);
        later(world, 7 * DAY);
        const away = new ProviderUnavailable({ provider: "photos", reason: "away" });
        (yield* MemoryPhotos).failNext("remove", away);
        expect(yield* collectAllPhotos()).toEqual({ looked: 200, removed: 199, left: 1 });
        expect(yield* collectAllPhotos()).toEqual({ looked: 2, removed: 2, left: 0 });
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

  it("R7 is kept whichever of several shows it, and none that nothing shows", () =>
    play((world) =>
      Effect.gen(function* () {
        const [one, other, unused] = [
          yield* takePhoto(bytes),
          yield* takePhoto(bytes),
          yield* takePhoto(bytes),
        ];
        yield* draftWith(one);
        yield* draftWith(other);
        later(world, 7 * DAY);
        const { removed } = yield* collectAllPhotos();
        expect(removed).toBe(1);
        const kept = yield* Effect.forEach([one, other, unused], ({ id }) => isKept(id));
        expect(kept).toEqual([true, true, false]);
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

  it("R7 R17 is kept as long as the brand's own stock shows it", () =>
    play((world) =>
      Effect.gen(function* () {
        const photo = yield* takePhoto(bytes);
        const details = someDetails();
        const photos = [...details.photos, { photo, shows: { _tag: "Other" } as const }];
        yield* listOwnStock({ actor: asSupport }, aProduct(), { ...details, photos });
        later(world, 300 * DAY);
        yield* collectAllPhotos();
        expect(yield* isKept(photo.id)).toBe(true);
      }),
    ));

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
