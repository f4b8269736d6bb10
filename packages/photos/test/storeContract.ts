import { assert } from "@effect/vitest";
import { PhotoId, PhotoSize } from "@resale/core";
import { suite } from "@resale/testkit/contracts";
import { Context, Effect, Layer, Option, type Scope } from "effect";
import type { EncodedPhotos, PhotoStore } from "../src/index.ts";

class Store extends Context.Service<Store, PhotoStore>()("@resale/photos/test/Store") {}

const photosOf = (word: string): EncodedPhotos => {
  const size = (name: PhotoSize) => ({ bytes: Buffer.from(`${word} ${name}`), width: 1, height: 1 });
  return { list: size("list"), detail: size("detail"), zoom: size("zoom") };
};

const newId = (): PhotoId => PhotoId.make(crypto.randomUUID().replaceAll("-", ""));

/** What every store of photos owes those who take them in. */
export const storeContract = (name: string, store: Effect.Effect<PhotoStore, unknown, Scope.Scope>): void =>
  suite(`${name}: PhotoStore`, Layer.effect(Store, store), (it) => {
    const read = (id: PhotoId, size: PhotoSize) =>
      Store.use((port) => port.read(id, size)).pipe(
        Effect.map(Option.map((bytes) => Buffer.from(bytes).toString("utf8"))),
      );

    it.effect("R7 what was written is read back in every size, and is no other photo's", () =>
      Effect.gen(function* () {
        const { write } = yield* Store;
        const [bag, belt] = [newId(), newId()];
        yield* Effect.all([write(bag, photosOf("bag")), write(belt, photosOf("belt"))], { concurrency: 2 });
        for (const size of PhotoSize.literals) {
          assert.deepStrictEqual(yield* read(bag, size), Option.some(`bag ${size}`));
          assert.deepStrictEqual(yield* read(belt, size), Option.some(`belt ${size}`));
        }
      }),
    );

    it.effect("R7 a photo that is written again is the later one in every size", () =>
      Effect.gen(function* () {
        const { write } = yield* Store;
        const id = newId();
        yield* write(id, photosOf("first"));
        yield* write(id, photosOf("second"));
        for (const size of PhotoSize.literals) {
          assert.deepStrictEqual(yield* read(id, size), Option.some(`second ${size}`));
        }
      }),
    );

    it.effect("R7 a photo is gone in every size once it is removed; removing it again does no harm", () =>
      Effect.gen(function* () {
        const { write, remove } = yield* Store;
        const [gone, kept] = [newId(), newId()];
        yield* write(gone, photosOf("gone"));
        yield* write(kept, photosOf("kept"));
        yield* remove(gone);
        yield* remove(gone);
        for (const size of PhotoSize.literals) {
          assert.isTrue(Option.isNone(yield* read(gone, size)));
          assert.isTrue(Option.isSome(yield* read(kept, size)));
        }
      }),
    );

    it.effect("nothing is found under what is no id, and no such thing is written", () =>
      Effect.gen(function* () {
        const { write, remove } = yield* Store;
        for (const forged of [
          "",
          "..",
          "../..",
          "%2e%2e",
          "a\0b",
          "x?list-type=2",
          newId(),
        ] as ReadonlyArray<string>) {
          const id = forged as PhotoId;
          assert.isTrue(Option.isNone(yield* read(id, "list")), `something is read under "${forged}"`);
          yield* remove(id);
        }
        assert.isTrue(Option.isNone(yield* read(newId(), "../list" as "list")));
        const refused = yield* Effect.exit(write("../elsewhere" as PhotoId, photosOf("elsewhere")));
        assert.strictEqual(refused._tag, "Failure");
      }),
    );
  });
