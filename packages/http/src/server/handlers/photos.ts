import {
  finishUpload,
  mayUpload,
  openUpload,
  Photo,
  PhotoLinks,
  Photos,
  putUpload,
  type Rejection,
  takePhoto,
  Upload,
} from "@resale/core";
import { Effect, Option } from "effect";
import { type HandlersOf, Redirect, Reply } from "../Handlers.ts";
import { once } from "./once.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Whoever is sent elsewhere has a minute to get there, however late it was told. */
const LEEWAY = 60;

export const photos: HandlersOf<"photos"> = {
  upload: ({ caller, payload }) =>
    Effect.andThen(mayUpload(caller.actor), once(caller, Photo, takePhoto(payload))),
  openUpload: ({ caller, payload }) => once(caller, Upload, openUpload(caller.actor, payload)),
  putUpload: ({ params, payload }) => putUpload(params.photo, payload),
  finishUpload: ({ caller, params }) => once(caller, Photo, finishUpload(caller.actor, params.photo)),
  photo: ({ params: { photo, size } }) =>
    Effect.gen(function* () {
      const link = Option.getOrUndefined(yield* (yield* PhotoLinks)(photo, size));
      if (link !== undefined) {
        return new Redirect(link.url, `public, max-age=${Math.max(0, link.holds - LEEWAY)}`);
      }
      const found = yield* (yield* Photos).read(photo, size);
      if (Option.isNone(found)) {
        return yield* Effect.fail<Rejection>({ _tag: "NotFound", subject: "photo", id: photo });
      }
      const { bytes, contentType } = found.value;
      return new Reply(bytes, { "content-type": contentType, "cache-control": FOR_EVER });
    }),
};
