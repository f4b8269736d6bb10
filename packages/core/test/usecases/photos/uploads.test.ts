import {
  DirectUploads,
  finishUpload,
  MINUTE,
  openUpload,
  ProviderUnavailable,
  putUpload,
  takePhoto,
} from "@resale/core";
import { asVisitor, MemoryPhotos } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "../playing.ts";
import { aStore, bytes, isKept, later, someone, wish } from "./given.ts";

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
