import { Photos, type Rejection } from "@resale/core";
import { Effect, Option } from "effect";
import { type HandlersOf, Reply } from "../Handlers.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

export const photos: HandlersOf<"photos"> = {
  upload: ({ caller: { actor }, payload }) =>
    actor._tag === "Visitor"
      ? Effect.fail<Rejection>({
          _tag: "NotAllowed",
          command: "UploadPhoto",
          actor: actor._tag,
          allowed: ["Seller", "Buyer", "Reviewer", "Support"],
        })
      : Photos.use((port) => port.take(payload)),
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
