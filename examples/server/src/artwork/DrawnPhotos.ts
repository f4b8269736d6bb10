import type { PhotoId } from "@resale/core";
import { intake, type PhotoStore } from "@resale/photos";
import { looks, PHOTO_SIDE, type Piece, photoOf, type Shot, shots } from "@resale/seed";
import { Effect, Option } from "effect";
import { drawPiece } from "./drawPiece.ts";
import { photograph } from "./photograph.ts";

interface Drawing {
  readonly piece: Piece;
  readonly shot: Shot;
}

/** Pictures of what was sown, drawn the first time somebody looks at them. */
export class DrawnPhotos {
  #known: ReadonlyMap<PhotoId, Drawing> | undefined;

  /** Every picture that may be asked for: whoever sows, in whatever process, names no others. */
  get #drawings(): ReadonlyMap<PhotoId, Drawing> {
    this.#known ??= new Map(
      looks.flatMap((piece) => shots.map((shot) => [photoOf(piece, shot).id, { piece, shot }] as const)),
    );
    return this.#known;
  }

  get ids(): ReadonlyArray<PhotoId> {
    return [...this.#drawings.keys()];
  }

  /** A store that draws what it does not have yet, and takes it in as it would a member's photo. */
  readonly over = (store: PhotoStore): PhotoStore => ({
    ...store,
    read: (id, size) =>
      Effect.gen({ self: this }, function* () {
        const kept = yield* store.read(id, size);
        const known = Option.isSome(kept) ? undefined : this.#drawings.get(id);
        if (known === undefined) return kept;
        const jpeg = yield* Effect.promise(() =>
          photograph(drawPiece(known.piece, known.shot), { side: PHOTO_SIDE }),
        );
        const photos = yield* Effect.orDie(intake(jpeg));
        // Somebody else may have drawn it meanwhile: theirs is the same.
        yield* Effect.ignore(store.write(id, photos));
        return Option.some(photos[size].bytes);
      }),
  });
}
