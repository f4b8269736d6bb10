import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PhotoId, Photos as PhotosPort } from "@resale/core";
import { Effect, Option } from "effect";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Photos } from "../src/index.ts";
import { plain } from "./files.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "photos-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const run = <A, E>(use: (photos: PhotosPort["Service"]) => Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(PhotosPort.use(use).pipe(Effect.provide(Photos.layerFolder({ folder }))));

const anId = (): PhotoId => PhotoId.make(crypto.randomUUID());

const taking = (bytes: Uint8Array) => (photos: PhotosPort["Service"]) => photos.take(bytes, anId());

const filesUnder = async (): Promise<ReadonlyArray<string>> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("photos in a folder", () => {
  it("are read back in every size, by another process too", async () => {
    const photo = await run(taking(await plain("jpeg", 1500, 1000)));
    expect(photo).toMatchObject({ width: 1500, height: 1000 });
    const widths = { list: 480, detail: 1200, zoom: 1500 };
    for (const size of ["list", "detail", "zoom"] as const) {
      const read = Option.getOrThrow(await run((photos) => photos.read(photo.id, size)));
      expect(read.contentType).toBe("image/jpeg");
      expect((await sharp(read.bytes).metadata()).width).toBe(widths[size]);
    }
  });

  it("leave nothing behind when they are removed", async () => {
    const { id } = await run(taking(await plain("jpeg", 500, 500)));
    await run((photos) => photos.remove(id));
    expect(await filesUnder()).toEqual([]);
  });

  it("leave nothing behind when a file is refused", async () => {
    await run((photos) => Effect.flip(photos.take(Buffer.from("no photo"), anId())));
    expect(await filesUnder()).toEqual([]);
  });

  it("are never looked for outside the folder", async () => {
    const outside = join(folder, "list.jpg");
    await writeFile(outside, "secret");
    for (const path of [
      "..",
      "../..",
      "../photos/../..",
      `${"../".repeat(12)}etc/passwd`,
      "%2e%2e",
      "a\0b",
      "",
    ]) {
      const forged = path as PhotoId;
      expect(await run((photos) => photos.read(forged, "list"))).toEqual(Option.none());
      await run((photos) => photos.remove(forged));
    }
    const unknown = PhotoId.make("x".repeat(32));
    expect(await run((photos) => photos.read(unknown, "../list" as "list"))).toEqual(Option.none());
    expect(await filesUnder()).toEqual([outside]);
  });

  it("tell a folder that cannot be written from a photo that is not taken", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const bytes = await plain("jpeg", 500, 500);
    const error = await Effect.runPromise(
      PhotosPort.use((photos) => Effect.flip(photos.take(bytes, anId()))).pipe(
        Effect.provide(Photos.layerFolder({ folder: file })),
      ),
    );
    expect(error).toMatchObject({ _tag: "ProviderUnavailable", reason: "ENOTDIR" });
  });
});
