import { Effect, Option } from "effect";
import type { Actor } from "../../access/Actor.ts";
import { MINUTE, plus } from "../../calendar/Instant.ts";
import { invalid, type Rejection } from "../../lifecycle/Rejection.ts";
import type { PhotoId } from "../../photos/Photo.ts";
import type { OpenedUpload, Upload, UploadWish } from "../../photos/Upload.ts";
import { DirectUploads } from "../../ports/DirectUploads.ts";
import { KeptPhotos } from "../../ports/KeptPhotos.ts";
import { PhotoRefused } from "../../ports/Photos.ts";
import { keyScopeOf } from "../Caller.ts";
import { now } from "../execute.ts";
import { SOON } from "../rejecting.ts";
import { newPhotoId } from "./newPhotoId.ts";
import { takeExpected } from "./takePhoto.ts";

/** So long a file may be put where it was told to: a photo over a slow line takes a minute or two. */
const OPEN = 15 * MINUTE;
/** So long whoever takes a photo in has it to themselves; if they die, the next one may. */
const LEASE = 2 * MINUTE;
/** What is taken in is limited again, by those who decode it. */
const MOST_BYTES = 12 * 1024 * 1024;

const notFound = (id: PhotoId): Rejection => ({ _tag: "NotFound", subject: "photo", id });

/** Photos are sent in by whoever may show one: sellers, buyers, and the brand's staff (R7, R44, R54). */
export const mayUpload = (actor: Actor): Effect.Effect<void, Rejection> =>
  actor._tag === "Visitor"
    ? Effect.fail({
        _tag: "NotAllowed",
        command: "UploadPhoto",
        actor: actor._tag,
        allowed: ["Seller", "Buyer", "Reviewer", "Support"],
      })
    : Effect.void;

/** Opens an upload: tells where one file of this type and size may be put, straight into the store where it can take it. */
export const openUpload = Effect.fn("Photos.openUpload")(function* (actor: Actor, wish: UploadWish) {
  yield* mayUpload(actor);
  if (wish.bytes > MOST_BYTES) {
    const detail = `The file is larger than ${MOST_BYTES / (1024 * 1024)} MB.`;
    return yield* new PhotoRefused({ reason: "TooLarge", detail });
  }
  const at = yield* now;
  const id = yield* newPhotoId;
  const upload: OpenedUpload = { ...wish, by: keyScopeOf(actor), until: plus(at, OPEN) };
  yield* (yield* KeptPhotos).expect({ id, at, upload });
  const direct = yield* (yield* DirectUploads).open(id, upload);
  const through = { url: `photos/uploads/${id}/file`, headers: { "content-type": wish.type } };
  const opened: Upload = {
    ...Option.getOrElse(direct, () => through),
    id,
    method: "PUT",
    until: upload.until,
  };
  return opened;
});

const expected = Effect.fnUntraced(function* (id: PhotoId) {
  const known = Option.getOrUndefined(yield* (yield* KeptPhotos).get(id));
  if (known?.upload == null) return yield* Effect.fail(notFound(id));
  return { upload: known.upload, photo: known.photo };
});

const takeAlone = Effect.fnUntraced(function* (id: PhotoId, bytes: Uint8Array) {
  const at = yield* now;
  const { lease, release } = yield* KeptPhotos;
  if (!(yield* lease(id, { at, until: plus(at, LEASE) }))) {
    return yield* Effect.fail<Rejection>({ _tag: "Busy", retryAfter: SOON });
  }
  const photo = yield* Effect.onError(takeExpected(id, bytes), () => Effect.ignore(release(id)));
  return photo ?? (yield* Effect.fail(notFound(id)));
});

/** A file that is put through us is taken in at once. Its address is all that proves whose it is, as it would be at the store. */
export const putUpload = Effect.fn("Photos.putUpload")(function* (id: PhotoId, bytes: Uint8Array) {
  const { upload, photo } = yield* expected(id);
  if (photo !== null) return;
  if ((yield* now) >= upload.until) return yield* Effect.fail(notFound(id));
  if (bytes.byteLength !== upload.bytes) {
    const problem = `has ${bytes.byteLength} bytes, and ${upload.bytes} were announced`;
    return yield* Effect.fail(invalid({ field: "body", problem }));
  }
  yield* takeAlone(id, bytes);
});

/** The file is there: it is taken in, and counts from now on. Said twice, the answer is the same. */
export const finishUpload = Effect.fn("Photos.finishUpload")(function* (actor: Actor, id: PhotoId) {
  yield* mayUpload(actor);
  const { upload, photo } = yield* expected(id);
  // Whoever opened it says that it is done.
  if (upload.by !== keyScopeOf(actor)) return yield* Effect.fail(notFound(id));
  if (photo !== null) return photo;
  const direct = yield* DirectUploads;
  // A refused file is of no more use than one that was taken in: both are gone from where they were put.
  const done = Effect.ignore(direct.remove(id));
  const bytes = yield* direct.read(id, upload);
  if (Option.isNone(bytes)) {
    const problem = "is not there yet: put the file where the upload says, then ask again";
    return yield* Effect.fail(invalid({ field: "photo", problem }));
  }
  return yield* takeAlone(id, bytes.value).pipe(
    Effect.tap(() => done),
    Effect.tapError((error) => (error._tag === "PhotoRefused" ? done : Effect.void)),
  );
});
