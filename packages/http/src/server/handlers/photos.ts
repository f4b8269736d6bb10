import { Photo, Photos, type Rejection } from "@resale/core";
import { Effect, Option } from "effect";
import { type HandlersOf, Reply } from "../Handlers.ts";
import { once } from "./once.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

export const photos: HandlersOf<"photos"> = {
  upload: ({ caller, payload }) =>
    caller.actor._tag === "Visitor"
      ? Effect.fail<Rejection>({
          _tag: "NotAllowed",
          command: "UploadPhoto",
          actor: caller.actor._tag,
          allowed: ["Seller", "Buyer", "Reviewer", "Support"],
        })
      : once(
          caller,
          Photo,
          Photos.use((port) => port.take(payload)),
        ),
  photo: ({ params }) =>
    Effect.gen(function* () {
      const found = yield* (yield* Photos).read(params.photo, params.size);
      if (Option.isNone(found)) {
        return yield* Effect.fail<Rejection>({ _tag: "NotFound", subject: "listing", id: params.photo });
      }
      const { bytes, contentType } = found.value;
      return new Reply(bytes, { "content-type": contentType, "cache-control": FOR_EVER });
    }),
};
