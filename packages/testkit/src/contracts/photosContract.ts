import { PhotoId, type PhotoRefused, PhotoSize, Photos } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer, Option } from "effect";
import type { Contract } from "./Contract.ts";
import { newId } from "./changes.ts";
import { photoRefusal } from "./endings.ts";
import { providerContract } from "./providerContract.ts";

/** A file that is no photo, what it is, and as what it is refused. */
export interface NoPhoto {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly reason: PhotoRefused["reason"];
}

/** What a keeper of photos is tried with. */
export interface PhotosUnderTest {
  /** A file it takes. */
  readonly photo: Uint8Array;
  readonly noPhotos: ReadonlyArray<NoPhoto>;
}

const aPhotoId = (): PhotoId => PhotoId.make(newId());

/** What every keeper of photos owes the engine. */
export const photosContract = <R, E>(
  name: string,
  services: Layer.Layer<Photos | R, E>,
  { photo, noPhotos }: PhotosUnderTest,
): Contract =>
  providerContract(`${name}: Photos`, services, (promise) => {
    promise(
      "R7 a photo is read back in every size, as a picture",
      Effect.gen(function* () {
        const { take, read } = yield* Photos;
        const given = aPhotoId();
        const { id, width, height } = yield* take(photo, given);
        assert.strictEqual(id, given, "a photo is kept under another id than it was given");
        assert.isAbove(Math.min(width, height), 0, "a photo that was taken has no size");
        for (const size of PhotoSize.literals) {
          const found = Option.getOrUndefined(yield* read(id, size));
          assert.isDefined(found, `a photo that was taken cannot be read in the size ${size}`);
          assert.match(found?.contentType ?? "", /^image\//, `the size ${size} is not told to be a picture`);
          assert.isAbove(found?.bytes.length ?? 0, 0, `the size ${size} is empty`);
        }
      }),
    );

    promise(
      "each photo is kept under its own id, also if many are taken at once",
      Effect.gen(function* () {
        const { take, read } = yield* Photos;
        const ids = Array.from({ length: 8 }, aPhotoId);
        const photos = yield* Effect.forEach(ids, (id) => take(photo, id), { concurrency: "unbounded" });
        assert.deepStrictEqual(
          photos.map(({ id }) => id),
          ids,
        );
        for (const id of ids) {
          assert.isTrue(Option.isSome(yield* read(id, "list")), "a photo that was taken is not there");
        }
      }),
    );

    promise(
      "R7 a photo is gone once it is removed, and no other; removing it again does no harm",
      Effect.gen(function* () {
        const { take, read, remove } = yield* Photos;
        const [gone, kept] = [yield* take(photo, aPhotoId()), yield* take(photo, aPhotoId())];
        yield* remove(gone.id);
        yield* remove(gone.id);
        for (const size of PhotoSize.literals) {
          const [lost, still] = [yield* read(gone.id, size), yield* read(kept.id, size)];
          assert.isTrue(Option.isNone(lost), `a photo that was removed is still there in the size ${size}`);
          assert.isTrue(Option.isSome(still), `removing one photo removed another in the size ${size}`);
        }
      }),
    );

    promise(
      "R7 there is nothing under an id that was never given",
      Effect.gen(function* () {
        const { read, remove } = yield* Photos;
        const unknown = aPhotoId();
        for (const id of [unknown, "", "..", "../..", "%2e%2e", "a\0b"]) {
          const forged = id as PhotoId;
          const found = yield* read(forged, "list");
          assert.isTrue(
            Option.isNone(found),
            `something is read under the id "${id}", which was never given`,
          );
          yield* remove(forged);
        }
      }),
    );

    for (const { what, bytes, reason } of noPhotos) {
      promise(
        `R7 refuses ${what}`,
        Effect.gen(function* () {
          const { take, read } = yield* Photos;
          const id = aPhotoId();
          const refused = yield* photoRefusal(what, take(bytes, id));
          assert.isTrue(Option.isNone(yield* read(id, "list")), `${what} is kept all the same`);
          assert.strictEqual(refused.reason, reason, `${what} is refused for a reason that is not so`);
          assert.isNotEmpty(refused.detail, `whoever sent ${what} is not told what is wrong with it`);
        }),
      );
    }
  });
