import { assert, describe, it } from "@effect/vitest";
import {
  type Actor,
  collectAllPhotos,
  DirectUploads,
  finishUpload,
  Ids,
  KeptPhotos,
  openUpload,
  PhotoId,
  Photos as PhotosPort,
  type Upload,
} from "@resale/core";
import { aMember, MemoryStore, randomIds, signedIn } from "@resale/testkit";
import { Effect, Layer, Option } from "effect";
import sharp from "sharp";
import { Photos } from "../src/index.ts";
import { type S3Options, s3Links, s3Store, s3Uploads } from "../src/s3/index.ts";
import { fromPhone, heic, plain, scriptedSvg, secrets } from "./files.ts";
import { aStrictBucket } from "./strictBucket.ts";

const actor: Actor = signedIn(aMember());

/** The engine over the store: what is opened, put and finished is so through all of it. */
const engine = (options: S3Options) =>
  Layer.mergeAll(
    Photos.layer(s3Store(options)),
    Layer.succeed(DirectUploads, s3Uploads(options)),
    MemoryStore.layer,
    randomIds,
  );

const put = ({ url, headers }: Upload, body: Uint8Array, over: Readonly<Record<string, string>> = {}) =>
  Effect.promise(async () => {
    const sent = { method: "PUT", body: new Uint8Array(body), headers: { ...headers, ...over } };
    return (await fetch(url, sent)).status;
  });

const wishFor = (bytes: Uint8Array) => ({ type: "image/jpeg", bytes: bytes.length }) as const;

describe("a photo that is put straight into the store", () => {
  it.live("R7 R44 is taken in as every other one, once it is said to be there", () =>
    Effect.gen(function* () {
      const { options } = yield* aStrictBucket;
      const sent = yield* Effect.promise(() => fromPhone());
      assert.isTrue(sent.includes(secrets.camera));
      yield* Effect.gen(function* () {
        const upload = yield* openUpload(actor, wishFor(sent));
        assert.isTrue(upload.url.startsWith(`${options.endpoint}/`), "the file does not go to the store");
        assert.strictEqual(yield* put(upload, sent), 200);
        assert.isTrue(Option.isNone(yield* PhotosPort.use(({ read }) => read(upload.id, "zoom"))));
        const photo = yield* finishUpload(actor, upload.id);
        assert.deepStrictEqual([photo.id, photo.width, photo.height], [upload.id, 1200, 1600]);
        const kept = Option.getOrThrow(yield* PhotosPort.use(({ read }) => read(upload.id, "zoom")));
        const { exif } = yield* Effect.promise(() => sharp(kept.bytes).metadata());
        assert.isUndefined(exif);
        assert.isTrue(
          Option.isNone(
            yield* s3Uploads(options).read(upload.id, { ...wishFor(sent), by: "", until: upload.until }),
          ),
        );
      }).pipe(Effect.provide(engine(options)));
    }),
  );

  it.live("is of the announced size and type, or the store does not take it", () =>
    Effect.gen(function* () {
      const { options } = yield* aStrictBucket;
      const sent = yield* Effect.promise(() => plain("jpeg", 600, 600));
      yield* Effect.gen(function* () {
        const upload = yield* openUpload(actor, wishFor(sent));
        assert.strictEqual(yield* put(upload, Buffer.concat([sent, Buffer.from("x")])), 403, "one byte more");
        assert.strictEqual(yield* put(upload, sent.subarray(1)), 403, "one byte less");
        assert.strictEqual(yield* put(upload, sent, { "content-type": "text/html" }), 403, "another type");
        const elsewhere = { ...upload, url: upload.url.replace(upload.id, PhotoId.make("x".repeat(43))) };
        assert.strictEqual(yield* put(elsewhere, sent), 403, "another key");
        assert.strictEqual(yield* put(upload, sent), 200);
      }).pipe(Effect.provide(engine(options)));
    }),
  );

  it.live("comes within fifteen minutes, or the store does not take it", () =>
    Effect.gen(function* () {
      const { options, clock } = yield* aStrictBucket;
      const sent = yield* Effect.promise(() => plain("jpeg", 600, 600));
      yield* Effect.gen(function* () {
        const upload = yield* openUpload(actor, wishFor(sent));
        clock.ahead = 14 * 60_000;
        assert.strictEqual(yield* put(upload, sent), 200);
        clock.ahead = 15 * 60_000 + 1_000;
        assert.strictEqual(yield* put(upload, sent), 403);
      }).pipe(Effect.provide(engine(options)));
    }),
  );

  for (const [what, bytes, reason] of [
    ["an SVG with a script, said to be a JPEG", scriptedSvg, "FormatNotTaken"],
    ["HEIC, said to be a JPEG", heic, "FormatNotTaken"],
    ["a page", Buffer.from("<html><body>hello</body></html>"), "NotAnImage"],
  ] as const) {
    it.live(`R7 is refused when it is ${what}, and nothing of it is left`, () =>
      Effect.gen(function* () {
        const { options } = yield* aStrictBucket;
        yield* Effect.gen(function* () {
          const upload = yield* openUpload(actor, wishFor(bytes));
          yield* put(upload, bytes);
          const refused = yield* Effect.flip(finishUpload(actor, upload.id));
          assert.include(JSON.stringify(refused), reason);
          const opened = { ...wishFor(bytes), by: "", until: upload.until };
          assert.isTrue(Option.isNone(yield* s3Uploads(options).read(upload.id, opened)));
          assert.isTrue(Option.isNone(yield* KeptPhotos.use(({ get }) => get(upload.id))));
        }).pipe(Effect.provide(engine(options)));
      }),
    );
  }

  it.live("of which the store holds more than was announced is refused before all of it is read", () =>
    Effect.gen(function* () {
      const { options } = yield* aStrictBucket;
      const uploads = s3Uploads(options);
      const sent = Buffer.alloc(200_000, 7);
      yield* Effect.gen(function* () {
        const upload = yield* openUpload(actor, wishFor(sent));
        yield* put(upload, sent);
        const less = { type: "image/jpeg", bytes: 1_000, by: "", until: upload.until } as const;
        assert.include(JSON.stringify(yield* Effect.flip(uploads.read(upload.id, less))), "TooLarge");
        const same = Option.getOrThrow(yield* uploads.read(upload.id, { ...less, bytes: sent.length }));
        assert.strictEqual(same.length, sent.length);
      }).pipe(Effect.provide(engine(options)));
    }),
  );

  it.live("R7 that is kept and then collected is gone from the store in all its sizes", () =>
    Effect.gen(function* () {
      const { options } = yield* aStrictBucket;
      const sent = yield* Effect.promise(() => plain("jpeg", 600, 600));
      yield* Effect.gen(function* () {
        const upload = yield* openUpload(actor, wishFor(sent));
        yield* put(upload, sent);
        const { id } = yield* finishUpload(actor, upload.id);
        // As if nobody had used it for a week.
        const { giveUp, idle } = yield* KeptPhotos;
        const [photo] = yield* idle(upload.until, 1);
        assert.strictEqual(photo?.id, id);
        yield* giveUp(photo === undefined ? [] : [photo]);
        assert.deepStrictEqual(yield* collectAllPhotos(), { looked: 1, removed: 1, left: 0 });
        for (const size of ["list", "detail", "zoom"] as const) {
          assert.isTrue(Option.isNone(yield* s3Store(options).read(id, size)));
        }
      }).pipe(Effect.provide(engine(options)));
    }),
  );
});

describe("a photo that is had from the store itself", () => {
  it.live("R7 is there at a signed address for an hour, and at no other", () =>
    Effect.gen(function* () {
      const { options, clock } = yield* aStrictBucket;
      const id = PhotoId.make((yield* (yield* Ids).next).repeat(1));
      const size = (word: string) => ({ bytes: Buffer.from(word), width: 1, height: 1 });
      yield* s3Store(options).write(id, { list: size("list"), detail: size("detail"), zoom: size("zoom") });
      const link = Option.getOrThrow(yield* s3Links({ ...options, links: "signed" })(id, "detail"));
      assert.strictEqual(link.holds, 3_600);
      const get = (url: string) => Effect.promise(() => fetch(url));
      const answer = yield* get(link.url);
      assert.strictEqual(yield* Effect.promise(() => answer.text()), "detail");
      assert.strictEqual((yield* get(link.url.replace("/detail.jpg", "/zoom.jpg"))).status, 403);
      assert.strictEqual((yield* get(link.url.split("?")[0] ?? "")).status, 403);
      clock.ahead = 3_601_000;
      assert.strictEqual((yield* get(link.url)).status, 403);
    }).pipe(Effect.provide(randomIds)),
  );

  it.effect("R7 is at the address in public that the settings name; without one it comes through us", () =>
    Effect.gen(function* () {
      const { options } = yield* aStrictBucket;
      const id = PhotoId.make("p".repeat(32));
      const publicUrl = "https://photos.example/kept";
      const link = Option.getOrThrow(yield* s3Links({ ...options, links: { publicUrl } })(id, "list"));
      assert.strictEqual(link.url, `${publicUrl}/${id}/list.jpg`);
      assert.isTrue(Option.isNone(yield* s3Links(options)(id, "list")));
    }),
  );
});
