import {
  collectAllPhotos,
  DAY,
  finishUpload,
  instant,
  KeptPhotos,
  keepCollecting,
  MINUTE,
  openUpload,
  PhotoRefused,
  Photos,
  putUpload,
  StoreUnavailable,
  takePhoto,
} from "@resale/core";
import { asVisitor, MemoryPhotos, MemoryStore } from "@resale/testkit";
import { Cause, Effect, Exit, Fiber, Option } from "effect";
import { describe, expect, it } from "vitest";
import { overheard, play } from "../playing.ts";
import { RestingClock, until } from "../RestingClock.ts";
import { bytes, draftWith, isKept, later, someone, wish } from "./given.ts";

const decodedBy = Effect.fnUntraced(function* (take: Photos["Service"]["take"]) {
  const photos = yield* Photos;
  return <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.provideService(effect, Photos, Photos.of({ ...photos, take }));
});

/** Somebody begins to take a file in, and never comes to the end. */
const stuckWith = Effect.fnUntraced(function* (id: Parameters<typeof putUpload>[0]) {
  let decoding = 0;
  const slowly = yield* decodedBy(() => {
    decoding++;
    return Effect.never;
  });
  const first = yield* Effect.forkChild(slowly(putUpload(id, bytes)));
  yield* until(() => decoding > 0);
  return first;
});

const invalid = (field: string, problem: string) => ({ _tag: "Invalid", faults: [{ field, problem }] });

describe("an upload that is refused", () => {
  it("R7 R54 says who may send photos, and how large they may be", () =>
    play(() =>
      Effect.gen(function* () {
        const notAllowed = {
          _tag: "NotAllowed",
          command: "UploadPhoto",
          actor: "Visitor",
          allowed: ["Seller", "Buyer", "Reviewer", "Support"],
        };
        expect(yield* Effect.flip(openUpload(asVisitor, wish))).toEqual(notAllowed);
        const tooLarge = yield* Effect.flip(openUpload(someone(), { ...wish, bytes: 12 * 1024 * 1024 + 1 }));
        expect(tooLarge).toEqual(
          new PhotoRefused({ reason: "TooLarge", detail: "The file is larger than 12 MB." }),
        );
      }),
    ));

  it("R7 says what is missing, and of what there is too much", () =>
    play((world) =>
      Effect.gen(function* () {
        const actor = someone();
        const upload = yield* openUpload(actor, wish);
        const { id } = upload;
        expect(upload).toEqual({
          id,
          method: "PUT",
          url: `photos/uploads/${id}/file`,
          headers: { "content-type": "image/jpeg" },
          until: world.clock.now + 15 * MINUTE,
        });
        expect(yield* Effect.flip(finishUpload(actor, id))).toEqual(
          invalid("photo", "is not there yet: put the file where the upload says, then ask again"),
        );
        expect(yield* Effect.flip(putUpload(id, new Uint8Array(5)))).toEqual(
          invalid("body", "has 5 bytes, and 4 were announced"),
        );
        const notFound = { _tag: "NotFound", subject: "photo", id };
        expect(yield* Effect.flip(finishUpload(someone(), id))).toEqual(notFound);
        later(world, 15 * MINUTE);
        expect(yield* Effect.flip(putUpload(id, bytes))).toEqual(notFound);
        // What came with a request was never an upload.
        const { id: taken } = yield* takePhoto(bytes);
        expect(yield* Effect.flip(putUpload(taken, bytes))).toEqual({ ...notFound, id: taken });
      }),
    ));

  it("R7 is for one at a time, until that one has had two minutes", () =>
    play((world) =>
      Effect.gen(function* () {
        const { id } = yield* openUpload(someone(), wish);
        const first = yield* stuckWith(id);
        later(world, 2 * MINUTE - 1);
        expect(yield* Effect.flip(putUpload(id, bytes))).toEqual({ _tag: "Busy", retryAfter: 2000 });
        later(world, 1);
        yield* putUpload(id, bytes);
        expect(yield* isKept(id)).toBe(true);
        yield* Fiber.interrupt(first);
      }),
    ));

  it("R7 is anybody's again as soon as whoever took it in has stopped", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* openUpload(someone(), wish);
        const first = yield* stuckWith(id);
        yield* Fiber.interrupt(first);
        yield* putUpload(id, bytes);
        expect(yield* isKept(id)).toBe(true);
      }),
    ));
});

describe("a photo that came with a request", () => {
  it("R7 leaves no trace where it is refused", () =>
    play((world) =>
      Effect.gen(function* () {
        expect(yield* Effect.flip(takePhoto(new Uint8Array()))).toMatchObject({ reason: "NotAnImage" });
        later(world, 8 * DAY);
        expect(yield* collectAllPhotos()).toEqual({ looked: 0, removed: 0, left: 0 });
      }),
    ));

  it("R7 is not kept where it was given up while it was taken in", () =>
    play((world) =>
      Effect.gen(function* () {
        const photos = yield* Photos;
        const kept = yield* KeptPhotos;
        const forgetting = yield* decodedBy((file, id) =>
          Effect.gen(function* () {
            const photo = yield* photos.take(file, id);
            yield* Effect.orDie(kept.giveUp([{ id, at: instant(world.clock.now) }]));
            return photo;
          }),
        );
        const exit = yield* Effect.exit(forgetting(takePhoto(bytes)));
        expect(Exit.isFailure(exit) ? String(Cause.squash(exit.cause)) : exit).toMatch(
          /^Error: kept-\w+ was given up while it was taken in$/,
        );
        expect((yield* MemoryPhotos).photos.size).toBe(0);
      }),
    ));

  it("R7 is missed by its field, in words", () =>
    play((world) =>
      Effect.gen(function* () {
        const photo = yield* takePhoto(bytes);
        later(world, 7 * DAY);
        yield* collectAllPhotos();
        const refused = yield* Effect.flip(draftWith(photo));
        expect(refused).toMatchObject({
          faults: [{ problem: "is not kept here any more: send the photo again" }],
        });
        expect(yield* (yield* KeptPhotos).get(photo.id)).toEqual(Option.none());
      }),
    ));
});

describe("who collects photos", () => {
  it("R7 goes on page by page, and leaves alone for a week what it has found in use", () =>
    play((world) =>
      Effect.gen(function* () {
        const used = yield* takePhoto(bytes);
        yield* draftWith(used);
        for (let photo = 0; photo < 250; photo++) yield* takePhoto(bytes);
        later(world, 7 * DAY);
        expect(yield* collectAllPhotos()).toEqual({ looked: 251, removed: 250, left: 0 });
        later(world, 7 * DAY - 1);
        expect(yield* collectAllPhotos()).toEqual({ looked: 0, removed: 0, left: 0 });
        later(world, 1);
        expect(yield* collectAllPhotos()).toEqual({ looked: 1, removed: 0, left: 0 });
        expect(yield* isKept(used.id)).toBe(true);
      }),
    ));

  it("R7 rests between its rounds, also after one that failed, of which it tells", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const photo = yield* takePhoto(bytes);
        yield* draftWith(photo);
        (yield* MemoryStore).failNext("load", new StoreUnavailable({ reason: "the disk is full" }));
        const rests: Array<number> = [];
        const resting = new RestingClock(instant(clock.now + 7 * DAY), rests);
        const heard = overheard();
        const collecting = yield* keepCollecting("1 hour").pipe(resting.drive, heard.by, Effect.forkChild);
        yield* until(() => rests.length >= 3);
        yield* Fiber.interrupt(collecting);
        expect(new Set(rests)).toEqual(new Set([60 * MINUTE]));
        expect(heard.said).toEqual([expect.stringContaining("photos could not be collected")]);
        expect(yield* isKept(photo.id)).toBe(true);
      }),
    ));
});
