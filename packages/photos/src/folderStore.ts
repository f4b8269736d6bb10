import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { PhotoId, PhotoSize, ProviderUnavailable } from "@resale/core";
import { Effect, Option, Schema } from "effect";
import type { PhotoStore } from "./PhotoStore.ts";

const isPhotoId = Schema.is(PhotoId);
const isPhotoSize = Schema.is(PhotoSize);

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "unknown";

const attempt = <A>(act: () => Promise<A>): Effect.Effect<A, ProviderUnavailable> =>
  Effect.tryPromise({
    try: act,
    catch: (cause) => new ProviderUnavailable({ provider: "photo folder", reason: codeOf(cause) }),
  });

const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

const missing = (cause: unknown): boolean => codeOf(cause) === "ENOENT";

const occupied = (cause: unknown): boolean => ["ENOTEMPTY", "EEXIST"].includes(codeOf(cause));

/**
 * Photos in a folder, one subfolder for each. It is written aside and moved to its name once whole, so that a reader,
 * in this process or another, sees all sizes of a photo or none.
 */
export const folderStore = (folder: string): PhotoStore => {
  const root = resolve(folder);
  const aside = () => join(root, "aside", randomBytes(12).toString("hex"));
  // An id names a path only once it is known to be one: letters, digits, "-" and "_" cannot leave the folder.
  const placeOf = (id: PhotoId): string | undefined =>
    isPhotoId(id) ? join(root, "photos", id.slice(0, 2), id) : undefined;

  return {
    write: (id, photos) =>
      attempt(async () => {
        const place = placeOf(id);
        if (place === undefined) throw new RangeError(`not the id of a photo: ${id}`);
        const draft = aside();
        await mkdir(draft, { recursive: true });
        await mkdir(dirname(place), { recursive: true });
        try {
          for (const size of PhotoSize.literals) {
            await writeDurably(join(draft, `${size}.jpg`), photos[size].bytes);
          }
          await rename(draft, place).catch(async (cause: unknown) => {
            if (!occupied(cause)) throw cause;
            // Whoever wrote it before died before anybody was told of it.
            const former = aside();
            await rename(place, former);
            await rename(draft, place);
            await rm(former, { recursive: true, force: true });
          });
        } catch (cause) {
          await rm(draft, { recursive: true, force: true });
          throw cause;
        }
      }),
    read: (id, size) =>
      attempt(async () => {
        const place = placeOf(id);
        if (place === undefined || !isPhotoSize(size)) return Option.none();
        try {
          return Option.some(await readFile(join(place, `${size}.jpg`)));
        } catch (cause) {
          if (missing(cause)) return Option.none();
          throw cause;
        }
      }),
    remove: (id) =>
      attempt(async () => {
        const place = placeOf(id);
        if (place === undefined) return;
        const gone = aside();
        await mkdir(dirname(gone), { recursive: true });
        try {
          await rename(place, gone);
        } catch (cause) {
          if (missing(cause)) return;
          throw cause;
        }
        await rm(gone, { recursive: true, force: true });
      }),
  };
};
