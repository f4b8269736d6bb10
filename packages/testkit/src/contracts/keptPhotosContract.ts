import { type Instant, instant, KeptPhotos, type OpenedUpload, type Photo, PhotoId } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer, Option } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { NOON, newId } from "./changes.ts";

const at = (milliseconds: number): Instant => instant(NOON + milliseconds);
const newPhotoId = (): PhotoId => PhotoId.make(newId());
const photoOf = (id: PhotoId): Photo => ({ id, width: 1200, height: 900 });
const upload: OpenedUpload = { type: "image/jpeg", bytes: 1_000, by: "Member:m-1", until: at(900_000) };

/** A photo that was taken in at noon. */
const kept = Effect.fnUntraced(function* () {
  const { expect, keep } = yield* KeptPhotos;
  const id = newPhotoId();
  yield* expect({ id, at: at(0), upload: null });
  assert.isTrue(yield* keep(photoOf(id), at(0)), "a photo that was expected can't be kept");
  return id;
});

const idleAt = (milliseconds: number) =>
  KeptPhotos.use(({ idle }) =>
    Effect.map(idle(at(milliseconds), 1_000_000), (all) => new Map(all.map((one) => [one.id, one]))),
  );

/** What every store promises of the photos on record. */
export const keptPhotosContract = <E>(name: string, store: Layer.Layer<KeptPhotos, E>): Contract =>
  contract(`${name}: KeptPhotos`, store, (it) => {
    it.effect("R7 a photo is known once it is expected, and kept once", () =>
      Effect.gen(function* () {
        const { expect, get, keep } = yield* KeptPhotos;
        const id = newPhotoId();
        assert.isTrue(Option.isNone(yield* get(id)));
        assert.isFalse(yield* keep(photoOf(id), at(0)), "a photo is kept that nobody expected");
        yield* expect({ id, at: at(0), upload });
        assert.deepStrictEqual(yield* get(id), Option.some({ id, upload, photo: null }));
        assert.isTrue(yield* keep(photoOf(id), at(1)));
        assert.isFalse(yield* keep({ ...photoOf(id), width: 1 }, at(2)), "a photo is kept twice");
        assert.deepStrictEqual(yield* get(id), Option.some({ id, upload, photo: photoOf(id) }));
      }),
    );

    it.effect(
      "of many who take in one upload, one has it to itself, until its time is over or it lets go",
      () =>
        Effect.gen(function* () {
          const { expect, keep, lease, release } = yield* KeptPhotos;
          const id = newPhotoId();
          assert.isFalse(yield* lease(id, { at: at(0), until: at(1) }), "an unknown photo is leased");
          yield* expect({ id, at: at(0), upload });
          const ask = (from: number) => lease(id, { at: at(from), until: at(from + 100) });
          const asked = yield* Effect.all(
            Array.from({ length: 6 }, () => ask(0)),
            { concurrency: "unbounded" },
          );
          assert.lengthOf(asked.filter(Boolean), 1, "of many not one alone has it");
          assert.isFalse(yield* ask(99));
          assert.isTrue(yield* ask(100), "a lease does not end");
          yield* release(id);
          assert.isTrue(yield* ask(101), "what was let go is held all the same");
          yield* keep(photoOf(id), at(102));
          assert.isFalse(yield* ask(10_000), "what was taken in is leased again");
        }),
    );

    it.effect(
      "R7 what is put to use is remembered with its subjects, and is not idle until its time has come again",
      () =>
        Effect.gen(function* () {
          const { use } = yield* KeptPhotos;
          const [id, other] = [yield* kept(), yield* kept()];
          assert.isTrue((yield* idleAt(0)).has(id));
          const bag = { kind: "listing", id: newId() } as const;
          const belt = { kind: "order", id: "an id \\ with a\0 mark" } as const;
          assert.deepStrictEqual(yield* use([id, newPhotoId()], bag, at(50)), [id]);
          yield* use([id], belt, at(20));
          yield* use([id], bag, at(30));
          assert.isFalse((yield* idleAt(49)).has(id), "a photo that was put to use is idle before its time");
          const idle = (yield* idleAt(50)).get(id);
          assert.deepStrictEqual(idle, { id, at: at(50), doomed: false, usedBy: [bag, belt] });
          assert.deepStrictEqual((yield* idleAt(50)).get(other)?.usedBy, []);
        }),
    );

    it.effect("R7 only what was taken in is put to use", () =>
      Effect.gen(function* () {
        const { expect, use } = yield* KeptPhotos;
        const id = newPhotoId();
        yield* expect({ id, at: at(0), upload });
        assert.deepStrictEqual(yield* use([id], { kind: "listing", id: newId() }, at(1)), []);
      }),
    );

    it.effect("R7 what was given up is given up for good: not known, not put to use, not kept", () =>
      Effect.gen(function* () {
        const { expect, get, giveUp, keep, lease, use } = yield* KeptPhotos;
        const id = yield* kept();
        assert.deepStrictEqual(yield* giveUp([{ id, at: at(0) }]), [id]);
        assert.deepStrictEqual(yield* giveUp([{ id, at: at(0) }]), [], "one photo is given up twice");
        assert.isTrue(Option.isNone(yield* get(id)));
        assert.deepStrictEqual(yield* use([id], { kind: "listing", id: newId() }, at(1)), []);
        assert.isTrue((yield* idleAt(-1)).get(id)?.doomed, "what was given up is not looked for again");
        const late = newPhotoId();
        yield* expect({ id: late, at: at(0), upload });
        yield* giveUp([{ id: late, at: at(0) }]);
        assert.isFalse(yield* lease(late, { at: at(1), until: at(2) }));
        assert.isFalse(yield* keep(photoOf(late), at(1)), "a photo that was given up is kept after all");
      }),
    );

    it.effect(
      "R7 what was put to use since it was looked at is not given up, also if both come at once",
      () =>
        Effect.gen(function* () {
          const { giveUp, use } = yield* KeptPhotos;
          const photos = yield* Effect.forEach(Array.from({ length: 20 }), kept);
          const [used] = photos.splice(0, 1);
          if (used === undefined) return;
          yield* use([used], { kind: "listing", id: newId() }, at(5));
          assert.deepStrictEqual(yield* giveUp([{ id: used, at: at(0) }]), []);
          const shown = { kind: "listing", id: newId() } as const;
          const [given, put] = yield* Effect.all(
            [
              Effect.forEach(photos, (id) => giveUp([{ id, at: at(0) }]), { concurrency: "unbounded" }),
              Effect.forEach(photos.toReversed(), (id) => use([id], shown, at(6)), {
                concurrency: "unbounded",
              }),
            ],
            { concurrency: "unbounded" },
          );
          const both = [...given.flat(), ...put.flat()];
          assert.lengthOf(both, photos.length, "a photo is put to use and given up, or neither");
          assert.strictEqual(new Set(both).size, photos.length, "a photo is put to use and given up");
        }),
    );

    it.effect("many who put the same photos to use, in whatever order, do not wait in a circle", () =>
      Effect.gen(function* () {
        const { giveUp, spare, use } = yield* KeptPhotos;
        const photos = yield* Effect.forEach(Array.from({ length: 12 }), kept);
        const shown = { kind: "listing", id: newId() } as const;
        yield* Effect.all(
          Array.from({ length: 12 }, (_, index) => {
            const turned = index % 2 === 0 ? photos : photos.toReversed();
            if (index % 3 === 0) return spare(turned, at(index));
            if (index % 5 === 4) return giveUp(turned.map((id) => ({ id, at: at(-1) })));
            return use(turned, shown, at(index));
          }),
          { concurrency: "unbounded", discard: true },
        );
      }),
    );

    it.effect("what is spared is idle later; what is given up and forgotten is not known, and no other", () =>
      Effect.gen(function* () {
        const { expect, forget, get, giveUp, spare } = yield* KeptPhotos;
        const [id, gone] = [yield* kept(), yield* kept()];
        const never = newPhotoId();
        yield* expect({ id: never, at: at(0), upload: null });
        yield* spare([id], at(70));
        assert.isFalse((yield* idleAt(69)).has(id));
        yield* giveUp([{ id: gone, at: at(0) }]);
        yield* forget([id, gone, never]);
        assert.isTrue(Option.isSome(yield* get(id)), "a photo that is kept was forgotten");
        const idle = yield* idleAt(1_000_000);
        assert.isFalse(idle.has(gone), "what was given up and forgotten is still there");
        assert.isFalse(idle.has(never), "what never came is still there");
      }),
    );

    it.effect("the longest idle come first, as many as asked for", () =>
      Effect.gen(function* () {
        const { expect, idle } = yield* KeptPhotos;
        const ids = Array.from({ length: 3 }, newPhotoId);
        const early = -1_000_000_000_000;
        for (const [index, id] of ids.entries()) yield* expect({ id, at: at(early - index), upload: null });
        const first = yield* idle(at(early), 2);
        assert.deepStrictEqual(
          first.filter(({ doomed }) => !doomed).map(({ id }) => id),
          ids.toReversed().slice(0, first.filter(({ doomed }) => !doomed).length),
        );
        assert.isAtMost(first.length, 2);
      }),
    );
  });
